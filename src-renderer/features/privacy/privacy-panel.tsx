/** Stands where the screen is still being written. */
export function PrivacyPanel() {
  return null;
}
