import type { PlainDate } from '../calendar/plain-date.ts';
import { parseStructuredReference } from '../bank/structured-reference.ts';
import { fieldLabel } from './field-labels.ts';
import { normaliseText } from './normalise-text.ts';
import { type InvoiceAmounts, readInvoiceAmounts } from './read-invoice-amounts.ts';
import type { RowReader } from './row-reader.ts';
import type { TableRow } from './table.ts';

/** How a row names the pupil. Empty text: not said. */
export type PupilMention = {
  readonly studentNumber: string;
  readonly name: string;
  readonly birthDate: PlainDate | null;
  readonly className: string;
};

/** One invoice as the file gives it; null: the file does not say. */
export type InvoiceRow = InvoiceAmounts & {
  readonly rowNumber: number;
  readonly number: string;
  readonly externalNumber: string | null;
  readonly structuredReference: string | null;
  readonly pupil: PupilMention;
  readonly school: string;
  readonly billingGroup: string | null;
  /** As the file names it. */
  readonly costCategory: string | null;
  readonly description: string | null;
  readonly issueDate: PlainDate | null;
  readonly dueDate: PlainDate | null;
  /** What needs attention although the row is taken; Dutch. */
  readonly notes: readonly string[];
};

export type ReadRow<Row> =
  | { readonly ok: true; readonly row: Row }
  | {
      readonly ok: false;
      readonly rowNumber: number;
      readonly subject: string;
      readonly reason: string;
      readonly openCents: number | null;
    };

/** Dates further away than this from today are slips of the pen. */
const mostYearsAway = 10;

/**
 * Turns the cells of one row into an invoice, or refuses it with a Dutch reason. A structured reference that does not
 * check is left out with a note; a date that is none, or more than ten years away, refuses the row. Amounts: see
 * `readInvoiceAmounts`.
 */
export function readInvoiceRow(row: TableRow, reader: RowReader, today: PlainDate): ReadRow<InvoiceRow> {
  const reference = reader.text(row, 'structuredReference');
  const structuredReference = reference === '' ? undefined : parseStructuredReference(reference);
  const externalNumber = reader.text(row, 'externalNumber');
  const number = reader.text(row, 'number') || externalNumber || structuredReference || '';
  const lastName = reader.text(row, 'lastName');
  const name = lastName === '' ? reader.text(row, 'fullName') : `${lastName} ${reader.text(row, 'firstName')}`.trim();
  const studentNumber = reader.text(row, 'studentNumber');
  const subject = [number, lastName === '' ? name : shownName(lastName, reader.text(row, 'firstName')) || studentNumber]
    .filter((part) => part !== '')
    .join(' · ');
  const amounts = readInvoiceAmounts(row, reader);
  const refuse = (reason: string): ReadRow<InvoiceRow> => ({
    ok: false,
    rowNumber: row.number,
    subject: subject || (row.cells.find((cell) => cell !== '') ?? ''),
    reason,
    openCents: amounts.ok ? amounts.openCents : null,
  });
  const cellProblem = reader.cellProblem(row);
  if (cellProblem !== undefined) return refuse(cellProblem);
  if (number === '') return refuse('het factuurnummer ontbreekt');
  if (number.length > 60) return refuse('het factuurnummer is langer dan 60 tekens');
  if (name === '' && studentNumber === '') return refuse('er staat geen leerling op deze rij');
  if (!amounts.ok) return refuse(amounts.reason);
  const dates: { issueDate: PlainDate | null; dueDate: PlainDate | null; birthDate: PlainDate | null } = {
    issueDate: null,
    dueDate: null,
    birthDate: null,
  };
  for (const field of ['issueDate', 'dueDate', 'birthDate'] as const) {
    const date = reader.date(row, field);
    if (date === undefined) {
      return refuse(`${fieldLabel(field)} “${reader.text(row, field)}” is geen datum (dd/mm/jjjj)`);
    }
    if (date !== null && field !== 'birthDate' && isFarAway(date, today)) {
      return refuse(`${fieldLabel(field)} “${reader.text(row, field)}” ligt meer dan tien jaar van vandaag`);
    }
    dates[field] = date;
  }
  const notes = [...amounts.notes];
  if (reference !== '' && structuredReference === undefined && looksLikeReference(reference)) {
    notes.push(`de gestructureerde mededeling “${reference}” klopt niet en werd leeg gelaten`);
  }
  const { issueDate, dueDate } = dates;
  if (issueDate !== null && dueDate !== null && dueDate < issueDate) {
    notes.push('de vervaldatum ligt voor de factuurdatum');
  }
  return {
    ok: true,
    row: {
      rowNumber: row.number,
      number,
      externalNumber: externalNumber || null,
      structuredReference: structuredReference ?? null,
      pupil: { studentNumber, name, birthDate: dates.birthDate, className: reader.text(row, 'className') },
      school: reader.text(row, 'school'),
      billingGroup: reader.text(row, 'billingGroup') || null,
      costCategory: reader.text(row, 'costCategory').slice(0, 80) || null,
      description: reader.text(row, 'description').slice(0, 500) || null,
      issueDate,
      dueDate,
      kind: amounts.kind,
      totalCents: amounts.totalCents,
      openCents: amounts.openCents,
      notes,
    },
  };
}

/** "Abeel, Noor": how a person stands in a list. */
export function shownName(lastName: string, firstName: string): string {
  return [lastName, firstName].filter((part) => part !== '').join(', ');
}

/** A free message is no reference that went wrong; something with twelve digits, or plus signs, is. */
function looksLikeReference(text: string): boolean {
  return /^[+*]/.test(text) || /^[\d\s/.*+-]{10,}$/.test(text) || normaliseText(text).replace(/\D/g, '').length === 12;
}

function isFarAway(date: PlainDate, today: PlainDate): boolean {
  const year = Number(today.slice(0, 4));
  const inYear = (shifted: number): PlainDate => `${shifted}${today.slice(4)}`;
  return date < inYear(year - mostYearsAway) || date > inYear(year + mostYearsAway);
}
