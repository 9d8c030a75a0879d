import { formatCreditorReference } from '#shared/bank/creditor-reference.ts';
import type { Match } from '#shared/bank/match/draft.ts';
import { cameBackBecause } from '#shared/bank/match/take-back.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { formatStructuredReference } from '#shared/bank/structured-reference.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { type BookedOn, bookedOn } from './booked-on.ts';
import { countLines, findLines, type LineFilter, type LineCounts } from './find-lines.ts';
import { proposeOpenLines } from './propose-lines.ts';
import { movementOf, type TransactionRow } from './transactions.ts';

type LinesInput = LineFilter & { readonly offset: number; readonly limit: number };
type Lines = { readonly rows: BankLine[]; readonly total: number; readonly counts: LineCounts };

const order: readonly string[] = ['certain', 'likely', 'possible'];

/** Lines with what is proposed for them now; open ones first, the most certain on top, then the newest. */
export function listLines(context: Context, input: LinesInput): Lines {
  const { store } = context;
  const counts = countLines(context, input);
  const open = input.status === undefined || input.status === 'open' ? findLines(context, input, 'open') : [];
  const matches = open.length > 0 ? ownMatches(context, proposeOpenLines(store)) : new Map<number, Match>();
  const turn = ({ transactionId }: TransactionRow): number => {
    const at = order.indexOf(matches.get(transactionId)?.proposal.confidence ?? '');
    return at < 0 ? order.length : at;
  };
  const ordered = open.toSorted((a, b) => turn(a) - turn(b));
  const ended = input.status === 'open' ? [] : endedRows(context, input, open.length);
  const page = [...ordered.slice(input.offset, input.offset + input.limit), ...ended];
  const total = input.status === undefined ? counts.open + counts.booked + counts.setAside : counts[input.status];
  const places = bookedOn(store, page);
  return { rows: page.map((row) => toLine(row, matches.get(row.transactionId), places)), total, counts };
}

/** SECURITY: what is proposed at a school that is not the caller's names a family of that school. */
function ownMatches(context: Context, matches: ReadonlyMap<number, Match>): ReadonlyMap<number, Match> {
  const schools = schoolsOf(context);
  if (schools === 'all') return matches;
  return new Map([...matches].filter(([, { schoolId }]) => schoolId === null || includesSchool(schools, schoolId)));
}

/** The rest of the page, behind the open lines. */
function endedRows(context: Context, { offset, limit, ...filter }: LinesInput, open: number): TransactionRow[] {
  const from = Math.max(0, offset - open);
  const wanted = limit - Math.max(0, Math.min(limit, open - offset));
  return wanted <= 0 ? [] : findLines(context, filter, filter.status ?? 'ended', { offset: from, limit: wanted });
}

function toLine(row: TransactionRow, match: Match | undefined, places: ReadonlyMap<number, BookedOn>): BankLine {
  const booked = places.get(row.transactionId);
  const isBack = row.returnedType !== null || row.kind === 'directDebitUnpaid' || row.kind === 'directDebitRefund';
  return {
    transactionId: row.transactionId,
    statementId: row.statementId,
    schoolId: row.schoolId,
    line: row.line,
    amountCents: row.amountCents,
    bookingDate: row.bookingDate,
    valueDate: row.valueDate,
    kind: row.kind,
    counterpartyName: row.counterpartyName,
    counterpartyAccount: row.counterpartyAccount,
    ultimateName: row.ultimateName,
    reference: referenceOf(row),
    communication: row.communication,
    returnedSentence: isBack ? cameBackBecause(movementOf(row)) : null,
    status: row.status,
    setAsideAs: row.status === 'setAside' ? row.setAsideAs : null,
    setAsideNote: row.setAsideNote,
    proposal: row.status === 'open' ? (match?.proposal ?? null) : null,
    entryId: booked?.entryId ?? null,
    bookedOn: booked ? [...booked.allocations] : [],
    bookedCreditCents: booked?.creditCents ?? 0,
    bookedHouseholdId: booked?.householdId ?? null,
    bookedHouseholdName: booked?.householdName ?? null,
  };
}

function referenceOf({ structuredReference, creditorReference }: TransactionRow): string | null {
  if (structuredReference !== null) return formatStructuredReference(structuredReference);
  return creditorReference === null ? null : formatCreditorReference(creditorReference);
}
