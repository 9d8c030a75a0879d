import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Settlement, SettlementCreditor } from '#shared/settlements/contract.ts';
import { divideShares, expectedBy } from '#shared/settlements/divide-shares.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';

/** The creditors of a settlement in their order; a school of the board that the caller may not see is an ordinary name. */
export function creditorsOf(context: Context, settlementId: number): SettlementCreditor[] {
  return statement(
    context.store,
    `SELECT name, amount_cents AS amountCents,
       CASE WHEN @schools IS NULL OR school_id IN (SELECT value FROM json_each(@schools)) THEN school_id END AS schoolId
     FROM settlement_creditors WHERE settlement_id = @settlementId ORDER BY position`,
  ).all({ settlementId, schools: schoolsParameter(schoolsOf(context)) }) as SettlementCreditor[];
}

type Planned = Pick<
  Settlement,
  'settlementId' | 'payerId' | 'mediatorId' | 'monthlyCents' | 'planFrom' | 'planMonths'
> & {
  readonly creditors: readonly SettlementCreditor[];
};

/** What each school of the caller was promised by today, what came, and what is still to come. */
export function followShares(context: Context, planned: Planned): Settlement['followed'] {
  const { monthlyCents, planFrom, planMonths, creditors } = planned;
  if (monthlyCents === null || planFrom === null || creditors.length === 0) return [];
  const shares = divideShares({ monthlyCents, creditors, fromDate: planFrom, months: planMonths ?? undefined });
  return shares.creditors.flatMap((share) => {
    if (share.schoolId === null) return [];
    const expectedCents = expectedBy(share, planFrom, context.clock.today());
    const receivedCents = receivedOnFrozen(context, { ...planned, schoolId: share.schoolId, planFrom });
    return {
      schoolId: share.schoolId,
      schoolName: share.name,
      expectedCents,
      receivedCents,
      behindCents: Math.max(0, expectedCents - receivedCents),
      forecastCents: share.totalCents,
    };
  });
}

/** What came from this payer or through the mediator on the frozen bills of a school since the plan began; nobody else's money. */
function receivedOnFrozen(
  { store }: Context,
  of: {
    readonly settlementId: number;
    readonly schoolId: number;
    readonly payerId: number;
    readonly mediatorId: number | null;
    readonly planFrom: PlainDate;
  },
): number {
  return statement(
    store,
    `SELECT coalesce(-sum(o.amount_cents), 0) FROM debt_settlements d, json_each(d.frozen) f
       JOIN postings o ON o.invoice_id = f.value ->> 'invoiceId' JOIN journal_entries e ON e.id = o.entry_id
       LEFT JOIN journal_entries r ON r.id = e.reverses_id
     WHERE d.id = @settlementId AND o.school_id = @schoolId AND coalesce(r.kind, e.kind) = 'receipt' AND o.value_date >= @planFrom
       AND (e.payer_id IS NULL OR e.payer_id = @payerId OR e.third_party_payer_id = @mediatorId)`,
  )
    .pluck()
    .get({
      settlementId: of.settlementId,
      schoolId: of.schoolId,
      payerId: of.payerId,
      mediatorId: of.mediatorId,
      planFrom: of.planFrom,
    }) as number;
}
