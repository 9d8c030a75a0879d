/** What becomes of one field when the file and our own value differ. */
export type MergeResult = 'keep' | 'take' | 'keptByHand';

/**
 * Decides between our value and the one in the file. `whatImportWrote` tells what an import last wrote (undefined: never; asked
 * for only when the two differ). When the
 * file still says what it said then, ours was corrected by hand and stays; when both moved on, ours stays too and the
 * difference is told (`keptByHand`). Empty in the file never erases.
 */
export function mergeField(
  ours: string | null,
  file: string | null,
  whatImportWrote: () => string | null | undefined,
  isSame: (a: string, b: string) => boolean = (a, b) => a === b,
): MergeResult {
  if (file === null || file === '') return 'keep';
  if (ours !== null && isSame(ours, file)) return 'keep';
  const imported = whatImportWrote();
  if (imported === undefined) return 'take';
  if (imported !== null && isSame(imported, file)) return 'keep';
  return (ours ?? '') === (imported ?? '') ? 'take' : 'keptByHand';
}
