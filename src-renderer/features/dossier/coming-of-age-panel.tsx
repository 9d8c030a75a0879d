/** Stands where the screen is still being written. */
export function ComingOfAgePanel() {
  return null;
}
