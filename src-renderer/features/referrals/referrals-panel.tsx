/** Stands where the screen is still being written. */
export function ReferralsPanel() {
  return null;
}
