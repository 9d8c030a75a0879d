/** Stands where the screen is still being written. */
export function SocialFundPanel() {
  return null;
}
