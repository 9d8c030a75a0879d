import type { ImportKind } from './contract.ts';
import type { ImportField } from './fields.ts';
import { mapColumns } from './map-columns.ts';
import { normaliseHeader } from './normalise-text.ts';

const invoiceSigns: ReadonlySet<ImportField> = new Set<ImportField>([
  'number',
  'externalNumber',
  'structuredReference',
  'billingGroup',
  'issueDate',
  'dueDate',
  'total',
  'paid',
  'open',
  'creditNote',
]);

const sharedFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'studentNumber',
  'lastName',
  'firstName',
  'fullName',
  'birthDate',
  'className',
  'school',
  'site',
]);

/** Guesses from its headings whether a file lists pupils or invoices; invoices when nothing speaks for either. */
export function guessKind(headers: readonly string[]): ImportKind {
  const asInvoices = new Set(mapColumns('invoices', headers));
  const asPupils = new Set(mapColumns('pupils', headers));
  const invoiceScore = [...asInvoices].filter((field) => field && invoiceSigns.has(field)).length;
  const pupilScore = [...asPupils].filter((field) => field && !sharedFields.has(field)).length;
  const hasAmount = asInvoices.has('open') || asInvoices.has('total') || asInvoices.has('paid');
  if (invoiceScore >= 2 && hasAmount && pupilScore < 2 * invoiceScore) return 'invoices';
  if (pupilScore > 0) return 'pupils';
  if (invoiceScore > 0) return 'invoices';
  return asPupils.has('birthDate') || asPupils.has('className') ? 'pupils' : 'invoices';
}

/** True when the headings are those of a list of bank transactions, which is no list of invoices. */
export function looksLikeBankList(headers: readonly string[]): boolean {
  const names = new Set(headers.map((header) => normaliseHeader(header).replace(/ /g, '')));
  const counterparty = [
    'rekeningtegenpartij',
    'rekeningnummertegenpartij',
    'tegenpartij',
    'naamtegenpartijbevat',
    'comptecontrepartie',
  ];
  const account = [
    'rekeningnummer',
    'rekening',
    'rekeningopdrachtgever',
    'afschriftnummer',
    'refvdverrichting',
    'valutadatum',
    'valuta',
  ];
  return counterparty.some((name) => names.has(name)) && account.some((name) => names.has(name));
}
