/** Stands where the screen is still being written. */
export function PlansScreen() {
  return null;
}
