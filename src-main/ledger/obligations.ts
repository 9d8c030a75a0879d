import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { arrearsPerPayer, divideOverPayers, type PayerPart } from '#shared/ledger/obligations.ts';
import type { Claim } from '#shared/ledger/claim.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { payerNames } from '#main/people/payer-rows.ts';
import type { Store } from '#main/store/store.ts';
import { moneyClaim, receivedPerPayer } from './money-claims.ts';

export type ArrearsRow = {
  readonly payerId: number;
  readonly payerName: string;
  readonly bookedCents: number;
  readonly receivedCents: number;
  readonly arrearsCents: number;
};

type Arrears = {
  readonly rows: ArrearsRow[];
  readonly bookedCents: number;
  readonly receivedCents: number;
  readonly arrearsCents: number;
  readonly balanceCents: number;
};

type ObligationRequest = {
  readonly invoiceId: number;
  readonly amountCents: number;
  readonly bookingDate: PlainDate;
  readonly reason: string;
};
type CorrectionRequest = {
  readonly invoiceId: number;
  readonly corrections: readonly PayerPart[];
  readonly reason: string;
};

/** What each payer of a claim must have paid and did not; empty when no obligations were booked. */
export function arrearsRows(store: Store, { invoiceId, liabilities }: Claim): ArrearsRow[] {
  const booked = store.sql
    .prepare('SELECT payer_id AS payerId, amount_cents AS amountCents FROM obligations WHERE invoice_id = ?')
    .all(invoiceId) as PayerPart[];
  if (booked.length === 0) return [];
  // What comes in ahead of an instalment counts from the day its plan was made.
  const firstDate = store.sql
    .prepare(
      `SELECT min(coalesce((SELECT substr(min(b.created_at), 1, 10) FROM plan_versions v JOIN plan_versions b ON b.plan_id = v.plan_id
         WHERE v.id = o.plan_version_id), o.booking_date)) FROM obligations o WHERE o.invoice_id = ? AND o.kind = 'obligation'`,
    )
    .pluck()
    .get(invoiceId) as PlainDate;
  const rows = arrearsPerPayer({
    liabilities,
    booked,
    receivedCents: receivedPerPayer(store, invoiceId, firstDate),
  });
  const names = payerNames(
    store,
    rows.map(({ payerId }) => payerId),
  );
  return rows.map((row) => ({ ...row, payerName: names.get(row.payerId) ?? '' }));
}

/** The same with its totals, beside the balance that it never changes. */
export function arrearsOf({ store }: Context, invoiceId: number): Arrears {
  const claim = moneyClaim(store, invoiceId);
  const rows = arrearsRows(store, claim);
  return {
    rows,
    bookedCents: sumCents(rows.map((row) => row.bookedCents)),
    receivedCents: sumCents(rows.map((row) => row.receivedCents)),
    arrearsCents: sumCents(rows.map((row) => row.arrearsCents)),
    balanceCents: claim.openCents,
  };
}

/** Says what must have been paid by a date, divided over who owes the claim. Nobody can be behind on more than is open. */
export function bookObligation(context: Context, request: ObligationRequest): { rows: ArrearsRow[] } {
  const { store, clock } = context;
  if (request.bookingDate > clock.today()) {
    throw new Problem(
      'INVALID',
      `${formatPlainDate(request.bookingDate)} ligt in de toekomst. Er is niets geboekt; kies vandaag of vroeger.`,
      'bookingDate',
    );
  }
  return runCommand(context, () => {
    const claim = moneyClaim(store, request.invoiceId);
    const parts = divideOverPayers(request.amountCents, claim.liabilities);
    if (parts.length === 0) {
      throw new Problem(
        'REFUSED',
        `Niemand betaalt voor ${claim.number}. Er is niets geboekt; duid eerst een betaler aan.`,
        'invoiceId',
      );
    }
    const { obligationIds, rows } = write(context, claim, 'obligation', parts, request);
    const behind = sumCents(rows.map(({ arrearsCents }) => arrearsCents));
    if (behind > claim.openCents) {
      throw new Problem(
        'REFUSED',
        `Op ${claim.number} staat ${formatCents(claim.openCents)} open; met deze verplichting zou ${formatCents(behind)} achterstallig zijn. Er is niets geboekt; vul een kleiner bedrag in.`,
        'amountCents',
      );
    }
    return {
      result: { rows },
      audit: audited('ledger.bookObligation', claim, { amountCents: request.amountCents, obligationIds }),
    };
  });
}

/** Lowers what must have been paid, when a new agreement takes its place; never below what was paid. */
export function correctArrears(context: Context, request: CorrectionRequest): { rows: ArrearsRow[] } {
  const { store, clock } = context;
  return runCommand(context, () => {
    const claim = moneyClaim(store, request.invoiceId);
    const standing = new Map(arrearsRows(store, claim).map((row) => [row.payerId, row.arrearsCents]));
    const seen = new Set<number>();
    for (const [index, { payerId, amountCents }] of request.corrections.entries()) {
      const arrearsCents = standing.get(payerId);
      if (arrearsCents === undefined || seen.has(payerId)) {
        throw new Problem(
          'INVALID',
          seen.has(payerId)
            ? 'Deze betaler staat er twee keer in. Er is niets geboekt; laat de betaler één keer staan.'
            : `Deze betaler heeft geen verplichting op ${claim.number}. Er is niets geboekt; kies een andere betaler.`,
          `corrections.${index}.payerId`,
        );
      }
      seen.add(payerId);
      if (amountCents > arrearsCents) {
        throw new Problem(
          'REFUSED',
          `Deze betaler heeft ${formatCents(arrearsCents)} achterstand op ${claim.number}; ${formatCents(amountCents)} is meer dan dat. Er is niets geboekt; vul hoogstens ${formatCents(arrearsCents)} in.`,
          `corrections.${index}.amountCents`,
        );
      }
    }
    const lowered = request.corrections.map(({ payerId, amountCents }) => ({ payerId, amountCents: -amountCents }));
    const dated = { bookingDate: clock.today(), reason: request.reason };
    const { obligationIds, rows } = write(context, claim, 'arrearsCorrection', lowered, dated);
    const amountCents = sumCents(request.corrections.map((one) => one.amountCents));
    return { result: { rows }, audit: audited('ledger.correctArrears', claim, { amountCents, obligationIds }) };
  });
}

function write(
  { store, actor, clock }: Context,
  claim: Claim,
  kind: 'obligation' | 'arrearsCorrection',
  parts: readonly PayerPart[],
  { bookingDate, reason }: { readonly bookingDate: PlainDate; readonly reason: string },
): { readonly obligationIds: number[]; readonly rows: ArrearsRow[] } {
  const { invoiceId, schoolId } = claim;
  const insert = store.sql.prepare(
    `INSERT INTO obligations (school_id, invoice_id, payer_id, kind, amount_cents, booking_date, reason, author, created_at)
     VALUES (@schoolId, @invoiceId, @payerId, @kind, @amountCents, @bookingDate, @reason, @actor, @at)`,
  );
  const at = clock.now();
  const obligationIds = parts
    .filter(({ amountCents }) => amountCents !== 0)
    .map((part) =>
      Number(insert.run({ schoolId, invoiceId, kind, bookingDate, reason, actor, at, ...part }).lastInsertRowid),
    );
  return { obligationIds, rows: arrearsRows(store, claim) };
}

function audited(
  command: string,
  { invoiceId, schoolId, householdId }: Claim,
  detail: Readonly<Record<string, unknown>>,
): { command: string; schoolId: number; householdId: number; detail: Readonly<Record<string, unknown>> } {
  return { command, schoolId, householdId, detail: { invoiceId, ...detail } };
}
