import { movementKeyBase, textMark } from '../movement-key.ts';
import type { BankFinding, BankMovement } from '../statement.ts';
import { csvKind } from './csv-kind.ts';
import { csvReferences } from './csv-references.ts';
import { csvAccount, csvAmount, csvDate } from './csv-values.ts';
import type { CsvField } from './fields.ts';
import type { CsvRow, FoundCsvHeader } from './find-csv-header.ts';

export type CsvRowReading = {
  /** Null when the row counts for nothing; a finding says why. */
  readonly read: {
    readonly account: string;
    readonly currency: string;
    /** Its key is not yet unique within the account. */
    readonly movement: BankMovement;
  } | null;
  readonly findings: readonly BankFinding[];
};

/** What banks write for a movement that was carried out. */
const executed = /^(?:geaccepteerd|uitgevoerd|accept[eé]e?|ex[eé]cut[eé]e?|accepted|executed|booked|geboekt)$/i;

/**
 * Reads one row below the headings. An amount, date or account that cannot be read is an error with its line; a movement
 * that the bank refused or has not carried out is left out with a warning.
 */
export function readCsvRow(row: CsvRow, header: FoundCsvHeader, preambleAccount: string | null): CsvRowReading {
  const value = (field: CsvField): string =>
    header.columns
      .flatMap((column, index) => (column === field ? (row.cells[index] ?? '') : []))
      .filter((cell) => cell !== '')
      .join(' ');
  const status = value('status');
  if (status !== '' && !executed.test(status)) return { read: null, findings: [notExecuted(row, status)] };
  if (row.cells.length < header.columns.length && row.cells.length <= header.columns.indexOf('amount') + 1) {
    return refused(row, 'csv.truncated', 'stopt aan het bedrag, dus het bedrag is misschien niet volledig');
  }
  const amountCents = csvAmount(value('amount'));
  if (amountCents === undefined) {
    return refused(row, 'csv.amount', `heeft geen leesbaar bedrag (${shown(value('amount'))})`);
  }
  const bookingDate = csvDate(value('bookingDate'));
  if (!bookingDate) return refused(row, 'csv.date', `heeft geen leesbare datum (${shown(value('bookingDate'))})`);
  const valueDate = value('valueDate') === '' ? bookingDate : csvDate(value('valueDate'));
  if (!valueDate) return refused(row, 'csv.date', `heeft geen leesbare valutadatum (${shown(value('valueDate'))})`);
  const account = value('account') === '' ? preambleAccount : csvAccount(value('account'));
  if (!account) return refused(row, 'csv.account', `zegt niet van welke rekening ze is (${shown(value('account'))})`);
  const extra = row.cells.slice(header.columns.length).filter((cell) => cell !== '');
  const counterpartyAccount = csvAccount(value('counterpartyAccount'));
  const otherSide = counterpartyAccount ? '' : value('counterpartyAccount');
  const communication = [value('communication'), ...extra].filter((text) => text !== '').join(' ');
  const texts = [communication, value('description'), value('type'), otherSide];
  const references = csvReferences(value('structured'), texts);
  const unread = references.referenceSource === 'structured' ? '' : value('structured');
  const written = [unread, communication].filter((text) => text !== '').join(' ');
  const bankText =
    references.referenceSource === 'structured' ? '' : value('description') || value('type') || otherSide;
  const name = value('counterpartyName');
  const movement: BankMovement = {
    line: row.line,
    key: movementKeyBase([
      bookingDate,
      amountCents,
      valueDate,
      counterpartyAccount,
      textMark([name, value('structured'), ...texts].join(' ')),
    ]),
    amountCents,
    bookingDate,
    valueDate,
    kind: csvKind(amountCents, value('type')),
    transactionCode: '',
    counterpartyName: name === '' ? null : name,
    counterpartyAccount,
    ultimateName: null,
    ...references,
    communication: written || bankText,
    endToEndId: null,
    mandateId: null,
    returned: null,
    batchKey: null,
  };
  const currency = value('currency').toUpperCase() || 'EUR';
  return { read: { account, currency, movement }, findings: extra.length > 0 ? [tooWide(row)] : [] };
}

function refused(row: CsvRow, rule: string, problem: string): CsvRowReading {
  const sentence = `Rij ${row.line} ${problem}. Verander niets aan het bestand van de bank; download het opnieuw, liefst als CODA.`;
  return { read: null, findings: [{ level: 'error', rule, line: row.line, sentence }] };
}

function notExecuted(row: CsvRow, status: string): BankFinding {
  const sentence = `Rij ${row.line} is niet ingelezen: haar status bij de bank is ${shown(status)}.`;
  return { level: 'warning', rule: 'csv.notExecuted', line: row.line, sentence };
}

function tooWide(row: CsvRow): BankFinding {
  const sentence = `Rij ${row.line} heeft meer vakken dan er koppen zijn, wellicht door een puntkomma in een mededeling. Controleer naam en mededeling.`;
  return { level: 'warning', rule: 'csv.width', line: row.line, sentence };
}

function shown(text: string): string {
  return text === '' ? 'leeg' : `"${text.slice(0, 40)}"`;
}
