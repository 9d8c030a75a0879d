/** Stands where the screen is still being written. */
export function HelpSettingsPanel() {
  return null;
}
