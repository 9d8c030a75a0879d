import type { PlainDate } from '../../calendar/plain-date.ts';
import { normaliseIban } from '../iban.ts';
import type { BankMovement, Returned } from '../statement.ts';
import { type CodaCommunication, communicationOf, freeText } from './communication.ts';
import { returnedOf } from './direct-debit.ts';
import { dateAt, field, signedCents, words, wordsOrNull } from './fields.ts';
import type { CodaFindings } from './findings.ts';
import { type CodaDetails, detailsOf } from './information.ts';
import { movementKind } from './movement-kind.ts';
import type { CodaMovementRecords } from './statement-records.ts';

/** A movement as the records tell it, before it is known whether it or its details count. */
export type CodaMovement = {
  readonly line: number;
  /** Four digits; the details of a batch share those of the total. */
  readonly sequence: string;
  /** Four digits, 0000 for the booking itself. */
  readonly detail: string;
  /** First digit of the transaction code. */
  readonly type: string;
  readonly amountCents: number;
  readonly records: CodaMovementRecords;
};

/** The amount and the place of a movement; undefined, with a finding, when the amount cannot be read. */
export function readBooked(records: CodaMovementRecords, findings: CodaFindings): CodaMovement | undefined {
  const { first } = records;
  const code = field(first, 54, 61);
  if (!/^\d{8}$/.test(code)) findings.add('coda.transactionCode', first.number, code);
  const amountCents = signedCents(first, 32, findings);
  if (amountCents === undefined) return undefined;
  const [sequence, detail] = [field(first, 3, 6), field(first, 7, 10)];
  return { line: first.number, sequence, detail, type: code.charAt(0), amountCents, records };
}

/**
 * All that a movement tells. `statementKey` names its statement and `date` is the day it is booked when the record has
 * none; `batch` is the total that it is a detail of.
 */
export function readMovement(
  { line, sequence, detail, type, amountCents, records }: CodaMovement,
  batch: CodaMovement | null,
  statementKey: string,
  date: PlainDate | null,
  findings: CodaFindings,
): BankMovement {
  const { first, second, third } = records;
  const transactionCode = field(first, 54, 61);
  const communication = communicationOf(records);
  const details = detailsOf(records.information);
  if (communication.refused) findings.add('coda.reference', line, communication.refused);
  const toldType = returnedOf(second ? field(second, 113, 113) : '') ?? communication.directDebit?.returned ?? null;
  const reasonCode =
    (toldType && second ? wordsOrNull(field(second, 114, 117)) : null) ?? communication.directDebit?.reasonCode ?? null;
  const kind = movementKind(transactionCode, amountCents, toldType);
  const returned = toldType ?? impliedReturn(kind);
  const told = dateAt(first, 116, findings) ?? date;
  if (told === null) findings.add('coda.date', line, field(first, 116, 121));
  const bookingDate = told ?? '1970-01-01';
  const isTotal = batch === null && (type === '1' || type === '2');
  const customerReference = customerReferenceOf(records);
  const reference = referenceOf(communication, details);
  const forReceiver = amountCents < 0 && kind !== 'directDebitUnpaid' && kind !== 'directDebitRefund';
  return {
    line,
    key: movementKey(statementKey, sequence, detail, first, amountCents),
    amountCents,
    bookingDate,
    valueDate: dateAt(first, 48, findings) ?? bookingDate,
    kind,
    transactionCode,
    counterpartyName: longest(third ? wordsOrNull(field(third, 48, 82)) : null, details.counterpartyName),
    counterpartyAccount: third ? normaliseIban(field(third, 11, 44)) || null : null,
    ultimateName: forReceiver ? details.ultimateReceiver : details.ultimateSender,
    structuredReference: reference.structuredReference,
    creditorReference: reference.creditorReference,
    referenceSource: reference.source,
    communication: readable(communication, details, forReceiver, reasonCode),
    endToEndId: isTotal ? null : customerReference,
    mandateId: communication.directDebit?.mandateId ?? null,
    returned: returned ? { type: returned, reasonCode } : null,
    batchKey: batch ? batchKeyOf(batch, statementKey) : isTotal ? customerReference : null,
  };
}

/** Stable over a second reading, and different for two movements of a statement. Source: facts/bank.md section 1.10. */
function movementKey(
  statementKey: string,
  sequence: string,
  detail: string,
  first: CodaMovementRecords['first'],
  amountCents: number,
): string {
  const bankReference = words(field(first, 11, 31));
  return [statementKey, sequence, detail, bankReference, field(first, 48, 53), amountCents].join('/');
}

function batchKeyOf({ sequence, detail, amountCents, records }: CodaMovement, statementKey: string): string {
  return customerReferenceOf(records) ?? movementKey(statementKey, sequence, detail, records.first, amountCents);
}

/** EndToEndId of a movement, PaymentInformationId of a total. */
function customerReferenceOf({ second }: CodaMovementRecords): string | null {
  const reference = second ? wordsOrNull(field(second, 64, 98)) : null;
  return reference === null || reference === 'NOTPROVIDED' || /^0+$/.test(reference) ? null : reference;
}

function impliedReturn(kind: BankMovement['kind']): Returned | null {
  if (kind === 'directDebitUnpaid' || kind === 'returned') return 'return';
  return kind === 'directDebitRefund' ? 'refund' : null;
}

/** Record 2.3 has room for 35 characters of a name: when 001 goes on where it stops, 001 is the name. */
function longest(short: string | null, long: string | null): string | null {
  return short === null || long?.startsWith(short) ? long : short;
}

/** The payer's words come first; only when those are free and hold no reference, what the bank added is searched. */
function referenceOf(communication: CodaCommunication, { freeText: added }: CodaDetails): CodaCommunication {
  const isFree = communication.source === null && communication.refused === null && !communication.directDebit;
  return isFree && communication.text === '' && added !== '' ? freeText([added]) : communication;
}

function readable(
  { text, directDebit }: CodaCommunication,
  { freeText: added, notes, ultimateReceiver, ultimateSender }: CodaDetails,
  forReceiver: boolean,
  reasonCode: string | null,
): string {
  const other = forReceiver
    ? ultimateSender && `In opdracht van: ${ultimateSender}`
    : ultimateReceiver && `Bestemd voor: ${ultimateReceiver}`;
  const outcome = reasonCode === null ? directDebit?.outcome : null;
  const parts = [text, outcome, added, ...notes, other].filter((part) => part);
  return [...new Set(parts)].join(' · ');
}
