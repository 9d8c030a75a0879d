/** Stands where the screen is still being written. */
export function PlanSettingsPanel() {
  return null;
}
