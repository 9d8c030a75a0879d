import { formatCents } from '../money/cents.ts';

type Imported = {
  readonly newLines: number;
  readonly knownLines: number;
  readonly booked: number;
  readonly bookedCents: number;
  readonly setAside: number;
  readonly open: number;
  /** Day on which exactly this file was imported before, as it is shown; null: never. */
  readonly importedOn: string | null;
};

/** Dutch, one sentence: what the import of a bank file did ("0 nieuwe verrichtingen: dit bestand was al ingelezen"). */
export function importSentence(imported: Imported): string {
  const { newLines, knownLines, booked, bookedCents, setAside, open, importedOn } = imported;
  const lines = `${newLines} nieuwe ${newLines === 1 ? 'verrichting' : 'verrichtingen'}`;
  if (newLines === 0) {
    if (importedOn !== null) return `${lines}: dit bestand was al ingelezen op ${importedOn}`;
    return knownLines > 0 ? `${lines}: alles in dit bestand was al ingelezen` : `${lines}: dit bestand heeft er geen`;
  }
  const parts = [
    `${booked} geboekt (${formatCents(bookedCents)})`,
    ...(setAside > 0 ? [`${setAside} opzijgezet`] : []),
    open === 0 ? 'niets meer te bekijken' : `${open} nog te bekijken`,
    ...(knownLines > 0 ? [`${knownLines} stonden er al`] : []),
  ];
  return `${lines}: ${parts.join(', ')}`;
}
