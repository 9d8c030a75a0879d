import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { Store } from '#main/store/store.ts';
import type { ImportRecord } from './queries.ts';

type Check = {
  /** Gives a name for the sentence, or nothing. Parameters: @importId, @createdAt. */
  readonly sql: string;
  readonly sentence: (name: string) => string;
};

const laterImport = (column: 'invoice_id' | 'pupil_id'): Check => ({
  sql: `SELECT later.file_name || '|' || substr(later.created_at, 1, 10)
    FROM import_rows mine JOIN import_rows theirs ON theirs.${column} = mine.${column}
      JOIN imports later ON later.id = theirs.import_id
    WHERE mine.import_id = @importId AND mine.${column} IS NOT NULL AND theirs.import_id > @importId
      AND theirs.outcome <> 'rejected' AND later.undone_at IS NULL LIMIT 1`,
  sentence: (name) => {
    const [file = '', day = ''] = name.split('|');
    return `Een latere import (${file}, ${formatPlainDate(day)}) bouwt hierop voort; maak die eerst ongedaan.`;
  },
});

/** Invoices that the import made or changed. */
const mineInvoices = `import_rows mine JOIN invoices ON invoices.id = mine.invoice_id`;

const invoiceChecks: readonly Check[] = [
  laterImport('invoice_id'),
  {
    sql: `SELECT invoices.number FROM ${mineInvoices} JOIN message_items ON message_items.invoice_id = invoices.id
        JOIN messages ON messages.id = message_items.message_id
      WHERE mine.import_id = @importId AND messages.status <> 'cancelled' AND messages.reserved_at >= @createdAt LIMIT 1`,
    sentence: (number) => `Over factuur ${number} vertrok intussen een bericht of staat er een klaar.`,
  },
  {
    sql: `SELECT invoices.number FROM ${mineInvoices} JOIN holds ON holds.invoice_id = invoices.id
      WHERE mine.import_id = @importId AND holds.lifted_at IS NULL AND holds.created_at >= @createdAt LIMIT 1`,
    sentence: (number) => `Factuur ${number} staat op “niet verwerken”; hef dat eerst op.`,
  },
  {
    sql: `SELECT invoices.number FROM ${mineInvoices} JOIN postings ON postings.invoice_id = invoices.id
      WHERE mine.import_id = @importId AND postings.import_id IS NULL AND postings.created_at >= @createdAt
        AND postings.kind <> 'reversal' AND NOT EXISTS (SELECT 1 FROM postings back WHERE back.reverses_id = postings.id) LIMIT 1`,
    sentence: (number) => `Op factuur ${number} werd later nog geboekt; draai dat eerst terug.`,
  },
];

const minePupils = `import_rows mine JOIN pupils ON pupils.id = mine.pupil_id`;
const madeHouseholds = `SELECT change.value ->> 'id' FROM import_rows mine, json_each(mine.changes) change
  WHERE mine.import_id = @importId AND change.value ->> 'table' = 'households'`;

const inMadeHousehold = (table: string, condition: string, what: string): Check => ({
  sql: `SELECT households.name FROM ${table} JOIN households ON households.id = ${table}.household_id
    WHERE ${table}.household_id IN (${madeHouseholds}) AND ${condition} LIMIT 1`,
  sentence: (name) => `In het dossier van gezin ${name} staat intussen ${what}.`,
});

const pupilChecks: readonly Check[] = [
  laterImport('pupil_id'),
  {
    sql: `SELECT pupils.first_name || ' ' || pupils.last_name FROM ${minePupils} JOIN invoices ON invoices.pupil_id = pupils.id
      WHERE mine.import_id = @importId AND mine.outcome = 'new' AND invoices.withdrawn_at IS NULL LIMIT 1`,
    sentence: (name) => `Er staan facturen op leerlingen uit deze import (${name}); maak eerst die import ongedaan.`,
  },
  {
    sql: `SELECT pupils.first_name || ' ' || pupils.last_name FROM ${minePupils} JOIN info_notes ON info_notes.pupil_id = pupils.id
      WHERE mine.import_id = @importId AND mine.outcome = 'new' LIMIT 1`,
    sentence: (name) => `Bij ${name} staat intussen een infobol.`,
  },
  inMadeHousehold('notes', 'true', 'een notitie'),
  inMadeHousehold('documents', 'documents.removed_at IS NULL', 'een document'),
  inMadeHousehold('next_steps', 'true', 'een volgende stap'),
  inMadeHousehold('holds', 'holds.lifted_at IS NULL', 'een opschorting; hef die eerst op'),
  {
    sql: `SELECT payers.last_name FROM payers JOIN holds ON holds.payer_id = payers.id AND holds.lifted_at IS NULL
      WHERE payers.import_id = @importId LIMIT 1`,
    sentence: (name) => `Betaler ${name} is intussen opgeschort; hef dat eerst op.`,
  },
  inMadeHousehold('messages', "messages.status <> 'cancelled'", 'een bericht'),
  {
    sql: `SELECT payers.last_name FROM payers JOIN message_payers ON message_payers.payer_id = payers.id
      WHERE payers.import_id = @importId LIMIT 1`,
    sentence: (name) => `Aan betaler ${name} vertrok intussen een bericht.`,
  },
  {
    sql: `SELECT households.name FROM audit_entries JOIN households ON households.id = audit_entries.household_id
      WHERE audit_entries.at >= @createdAt AND audit_entries.command LIKE 'people.%'
        AND audit_entries.household_id IN (
          SELECT pupils.household_id FROM ${minePupils} WHERE mine.import_id = @importId UNION ${madeHouseholds}) LIMIT 1`,
    sentence: (name) => `De gegevens van gezin ${name} werden intussen met de hand aangepast.`,
  },
];

/** Why an import cannot be taken back any more, as a Dutch sentence that names what was built on it; null when it can. */
export function undoBlockedBy(store: Store, record: ImportRecord): string | null {
  if (record.undoneAt !== null) return 'Deze import is al ongedaan gemaakt.';
  for (const { sql, sentence } of record.kind === 'invoices' ? invoiceChecks : pupilChecks) {
    const name = store.sql.prepare(sql).pluck().get({ importId: record.id, createdAt: record.createdAt }) as
      | string
      | undefined;
    if (name !== undefined) return sentence(name);
  }
  return null;
}
