/** Stands where the screen is still being written. */
export function CategoriesPanel() {
  return null;
}
