/** Stands where the screen is still being written. */
export function LeaversPanel() {
  return null;
}
