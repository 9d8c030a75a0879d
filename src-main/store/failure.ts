import { Problem } from '#shared/api/problem.ts';

const full = 'De schijf is vol. Er is niets bewaard; maak plaats vrij en probeer het opnieuw.';
const busy = 'Een ander venster is aan het schrijven. Er is niets veranderd; wacht even en probeer het opnieuw.';

/** By how a code of SQLite or of the system begins. */
const sentences: Readonly<Record<string, string>> = {
  SQLITE_BUSY: busy,
  SQLITE_LOCKED: busy,
  SQLITE_FULL: full,
  ENOSPC: full,
  SQLITE_READONLY:
    'Openstaand mag niet schrijven in zijn gegevensmap. Er is niets bewaard; vraag uw ICT-dienst om schrijfrechten.',
  SQLITE_IOERR:
    'De schijf gaf een fout bij het lezen of schrijven. Er is niets half bewaard; kijk de schijf na en probeer het opnieuw.',
  SQLITE_CORRUPT:
    'Het gegevensbestand is beschadigd. Sluit Openstaand en zet een reservekopie terug uit de map backups.',
};

/** What the disk or another window did to us, in words the user can act on; undefined for a mistake of our own. */
export function storeFailure(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const { code } = error;
  const found = Object.entries(sentences).find(([known]) => code.startsWith(known));
  return found && new Problem('UNAVAILABLE', found[1]);
}
