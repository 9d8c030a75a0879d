import { createHash } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import type { Allocation, ReceiptLine } from '#shared/ledger/booking-shapes.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import type { Store } from '#main/store/store.ts';
import { bookReceipt } from './book-receipt.ts';
import { findReference } from './find-reference.ts';

type Request = {
  readonly requestKey: string;
  readonly schoolId: number;
  readonly controlTotalCents: number;
  readonly lines: readonly ReceiptLine[];
};

type BookedLine = {
  readonly entryId: number;
  readonly allocations: Allocation[];
  readonly creditCents: number;
  readonly householdName: string;
};
type BookedBatch = { readonly receiptBatchId: number; readonly entries: BookedLine[] };

/** Receipts by hand: all lines or none, and only when their sum is the total that was counted. */
export function bookReceipts(context: Context, request: Request): BookedBatch {
  const { store } = context;
  return store.transaction(() => {
    const requestSha256 = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    const known = knownBatch(store, request.requestKey, requestSha256);
    if (known !== null) return bookedBatch(store, known);
    checkControlTotal(request);
    return runCommand(context, () => {
      const receiptBatchId = insertBatch(context, request, requestSha256);
      const entryIds = request.lines.map((line, index) =>
        onLine(index, () => bookLine(context, request.schoolId, receiptBatchId, line)),
      );
      const households = new Set(request.lines.map(({ householdId }) => householdId));
      const [first] = request.lines;
      return {
        result: bookedBatch(store, receiptBatchId),
        audit: {
          command: 'ledger.bookReceipts',
          detail: { receiptBatchId, entryIds, amountCents: request.controlTotalCents },
          schoolId: request.schoolId,
          householdId: households.size === 1 && first ? liveHouseholdId(store, first.householdId) : null,
        },
      };
    });
  });
}

function checkControlTotal({ lines, controlTotalCents }: Request): void {
  const sum = sumCents(lines.map(({ amountCents }) => amountCents));
  if (sum === controlTotalCents) return;
  throw new Problem(
    'INVALID',
    `Het controletotaal is ${formatCents(controlTotalCents)}, maar de lijnen zijn samen ${formatCents(sum)}. Er is niets geboekt; kijk na welk bedrag niet klopt.`,
    'controlTotalCents',
  );
}

/** The batch that this request made before, so that a second press books nothing; refused when it asked something else. */
function knownBatch(store: Store, requestKey: string, requestSha256: string): number | null {
  const known = store.sql
    .prepare('SELECT id, request_sha256 AS sha256 FROM receipt_batches WHERE request_key = ?')
    .get(requestKey) as { readonly id: number; readonly sha256: string } | undefined;
  if (!known) return null;
  if (known.sha256 === requestSha256) return known.id;
  throw new Problem(
    'CONFLICT',
    'Deze ontvangsten zijn al geboekt, met andere lijnen. Er is niets bijgeboekt; begin een nieuwe reeks.',
  );
}

function insertBatch({ store, clock, actor }: Context, request: Request, requestSha256: string): number {
  const { lastInsertRowid } = store.sql
    .prepare(
      `INSERT INTO receipt_batches (school_id, request_key, request_sha256, control_total_cents, author, created_at)
       VALUES (@schoolId, @requestKey, @requestSha256, @controlTotalCents, @actor, @at)`,
    )
    .run({
      schoolId: request.schoolId,
      requestKey: request.requestKey,
      requestSha256,
      controlTotalCents: request.controlTotalCents,
      actor,
      at: clock.now(),
    });
  return Number(lastInsertRowid);
}

function bookLine(context: Context, schoolId: number, receiptBatchId: number, line: ReceiptLine): number {
  const reference = line.reference === '' ? null : line.reference;
  const householdId = liveHouseholdId(context.store, line.householdId);
  if (reference !== null && findReference(context.store, { householdId, schoolId }, reference) === null) {
    throw new Problem(
      'INVALID',
      'Deze mededeling hoort bij geen factuur, geen betaler en geen afbetaalplan van dit gezin. Er is niets geboekt; kijk ze na of laat ze leeg.',
      'reference',
    );
  }
  const receipt = { ...line, schoolId, reference, receiptBatchId, paidBy: '', bankTransactionId: null };
  return bookReceipt(context, receipt).entryId;
}

/** What is wrong with a line says which line. */
function onLine<Result>(index: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const field = error.field === null || error.field === 'schoolId' ? error.field : `lines.${index}.${error.field}`;
    throw new Problem(error.code, `Lijn ${index + 1}: ${error.sentence}`, field);
  }
}

/** What a batch booked, as it stands in the ledger. */
function bookedBatch(store: Store, receiptBatchId: number): BookedBatch {
  const rows = store.sql
    .prepare(
      `SELECT e.id AS entryId, h.name AS householdName, i.id AS invoiceId, i.kind = 'credit' AS isCredit,
         -sum(p.amount_cents) AS cents
       FROM journal_entries e JOIN households h ON h.id = e.household_id
         JOIN postings p ON p.entry_id = e.id JOIN invoices i ON i.id = p.invoice_id
       WHERE e.receipt_batch_id = ? GROUP BY e.id, i.id ORDER BY e.id, min(p.id)`,
    )
    .all(receiptBatchId) as {
    entryId: number;
    householdName: string;
    invoiceId: number;
    isCredit: number;
    cents: number;
  }[];
  const entries = [...Map.groupBy(rows, ({ entryId }) => entryId).values()].flatMap((parts): BookedLine[] => {
    const [first] = parts;
    if (!first) return [];
    return [
      {
        entryId: first.entryId,
        householdName: first.householdName,
        allocations: parts
          .filter(({ isCredit }) => isCredit === 0)
          .map(({ invoiceId, cents }) => ({ invoiceId, amountCents: cents })),
        creditCents: sumCents(parts.filter(({ isCredit }) => isCredit === 1).map(({ cents }) => cents)),
      },
    ];
  });
  return { receiptBatchId, entries };
}
