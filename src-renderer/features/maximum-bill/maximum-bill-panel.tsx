/** Stands where the screen is still being written. */
export function MaximumBillPanel() {
  return null;
}
