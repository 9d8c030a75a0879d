import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import type { BankMovement, BankStatement } from '../statement.ts';
import { codaAccount } from './account.ts';
import { checkBalance, checkTrailer } from './balances.ts';
import { dateAt, field, signedCents, words, wordsOrNull } from './fields.ts';
import type { CodaFindings } from './findings.ts';
import { type Booking, countedOf } from './globalisation.ts';
import type { CodaLine } from './lines.ts';
import { type CodaMovement, readBooked, readMovement } from './movement.ts';
import type { CodaStatementRecords } from './statement-records.ts';

/**
 * Reads one statement and checks it against itself. Undefined, with a finding, when it is another version or has no
 * account: then nothing of it can be placed.
 */
export function readStatement(records: CodaStatementRecords, findings: CodaFindings): BankStatement | undefined {
  const { header, opening, closing, trailer, counted } = records;
  if (header && !checkHeader(header, findings)) return undefined;
  if (!opening) return undefined;
  const structure = field(opening, 2, 2);
  const account = codaAccount(structure, field(opening, 6, 42));
  if (account.currency !== 'EUR') findings.add('coda.currency', opening.number, account.currency);
  checkAccount(opening, closing, findings);

  const application = header ? field(header, 84, 88) : '00000';
  const isWhole = application === '00000' || application.trim() === '';
  const isDuplicate = header !== null && field(header, 17, 17) === 'D';
  if (isDuplicate) findings.add('coda.duplicate', header.number);
  if (!isWhole && header) findings.add('coda.separateApplication', header.number, application);

  // A day without movements may have no new balance: then it is the old one.
  const isEmpty = records.movements.length === 0;
  const openingCents = signedCents(opening, 43, findings);
  const openingDate = dateAt(opening, 59, findings);
  const closingCents = closing ? signedCents(closing, 42, findings) : isEmpty ? openingCents : undefined;
  const closingDate = closing ? dateAt(closing, 58, findings) : isEmpty ? openingDate : null;

  const bookings = bookingsOf(records, findings);
  const sums = { counted, booked: bookings.map((booking) => booking?.total.amountCents) };
  if (trailer) checkTrailer(trailer, sums, findings);
  if (isWhole && closing && openingCents !== undefined && closingCents !== undefined)
    checkBalance(closing.number, openingCents, closingCents, sums, findings);

  const number = field(opening, 126, 128);
  const statementKey = [number.trim(), field(opening, 59, 64), closing ? field(closing, 58, 63) : ''].join('/');
  const date = closingDate ?? openingDate ?? (header && dateAt(header, 6, findings));
  const movements = bookings
    .flatMap((booking) => (booking ? countedOf(booking, findings) : []))
    .map(({ movement, batch }) => readMovement(movement, batch, statementKey, date, findings));
  if (openingDate && closingDate) checkBookingDates(movements, openingDate, closingDate, findings);
  return {
    account: account.number,
    currency: account.currency,
    holderName: wordsOrNull(field(opening, 65, 90)),
    sequenceNumber: /^\d{3}$/.test(number) && number !== '000' ? Number(number) : null,
    isDuplicate,
    openingDate,
    openingCents: isWhole ? (openingCents ?? null) : null,
    closingDate,
    closingCents: isWhole ? (closingCents ?? null) : null,
    movements: withOwnKeys(movements),
    freeText: records.messages.map((line) => words(field(line, 33, 112))).filter((text) => text !== ''),
  };
}

function checkHeader(header: CodaLine, findings: CodaFindings): boolean {
  const version = field(header, 128, 128);
  if (version !== '2') findings.add('coda.version', header.number, version);
  const code = field(header, 15, 16);
  if (code !== '05') findings.add('coda.application', header.number, code);
  return version === '2';
}

function checkAccount(opening: CodaLine, closing: CodaLine | null, findings: CodaFindings): void {
  const structure = field(opening, 2, 2);
  const own = codaAccount(structure, field(opening, 6, 42));
  const other = closing ? codaAccount(structure, field(closing, 5, 41)) : own;
  if (own.number === '' || own.number !== other.number)
    findings.add('coda.account', closing && own.number ? closing.number : opening.number, own.number, other.number);
  else if (own.currency !== other.currency)
    findings.add(
      'coda.account',
      closing?.number ?? null,
      `${own.number} ${own.currency}`,
      `${other.number} ${other.currency}`,
    );
}

/** A booking is of the days of its statement; the first may go back to before the balance that was told last. */
function checkBookingDates(
  movements: readonly BankMovement[],
  opening: PlainDate,
  closing: PlainDate,
  findings: CodaFindings,
): void {
  const earliest = addDays(opening, -31);
  for (const { bookingDate, line } of movements)
    if (bookingDate < earliest || bookingDate > closing)
      findings.add('coda.bookingDate', line, bookingDate, opening, closing);
}

/** Each booking with its details; undefined for one whose amount, or that of a detail, cannot be read. */
function bookingsOf(
  { movements }: CodaStatementRecords,
  findings: CodaFindings,
): (Booking<CodaMovement> | undefined)[] {
  const bookings: ({ total: CodaMovement; details: CodaMovement[] } | undefined)[] = [];
  let sequence: string | null = null;
  for (const records of movements) {
    const movement = readBooked(records, findings);
    const own = field(records.first, 3, 6);
    if (field(records.first, 7, 10) === '0000') {
      if (sequence !== null && !follows(own, sequence))
        findings.add('coda.numbering', records.first.number, own, sequence);
      sequence = own;
      bookings.push(movement && { total: movement, details: [] });
    } else if (own !== sequence) {
      findings.add('coda.sequence', records.first.number, own, sequence);
    } else if (movement) bookings.at(-1)?.details.push(movement);
  }
  return bookings;
}

/** One further; after 9999 come 0000 or 0001. */
function follows(own: string, previous: string): boolean {
  return Number(own) === Number(previous) + 1 || (previous === '9999' && (own === '0000' || own === '0001'));
}

/** A bank that gives two movements the same number and reference: the second gets a mark, the same on every reading. */
function withOwnKeys(movements: readonly BankMovement[]): BankMovement[] {
  const seen = new Map<string, number>();
  return movements.map((movement) => {
    const count = (seen.get(movement.key) ?? 0) + 1;
    seen.set(movement.key, count);
    return count === 1 ? movement : { ...movement, key: `${movement.key}/${count}` };
  });
}
