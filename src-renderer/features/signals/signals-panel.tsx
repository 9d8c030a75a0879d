/** Stands where the screen is still being written. */
export function SignalsPanel() {
  return null;
}
