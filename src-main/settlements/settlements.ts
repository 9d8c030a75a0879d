import { Problem } from '#shared/api/problem.ts';
import { daysBetween, type PlainDate } from '#shared/calendar/plain-date.ts';
import { claimDeadline } from '#shared/law/claim-deadline.ts';
import { mediationHold } from '#shared/law/mediation-hold.ts';
import { sumCents } from '#shared/money/cents.ts';
import type { Settlement } from '#shared/settlements/contract.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { lawTables } from '#main/law/tables.ts';
import { statement } from '#main/store/statement.ts';
import { frozenBills } from './frozen.ts';
import { creditorsOf, followShares } from './plan-figures.ts';

type Row = Omit<
  Settlement,
  'claimLastDay' | 'claimTarget' | 'daysLeft' | 'frozen' | 'frozenCents' | 'suspendedUntil' | 'creditors' | 'followed'
>;

/** A household is where the payer is now. */
const rowsSql = `SELECT d.id AS settlementId, d.kind, d.monthly_cents AS monthlyCents, d.plan_from AS planFrom, d.plan_months AS planMonths,
    h.id AS householdId, h.name AS householdName, d.payer_id AS payerId,
    trim(y.first_name || ' ' || y.last_name) AS payerName, d.hold_id AS holdId, d.third_party_payer_id AS mediatorId,
    m.name AS mediatorName, d.court, d.reference, d.order_sent_on AS orderSentOn, d.claim_filed_on AS claimFiledOn,
    d.outcome, d.close_reason AS closeReason, d.closed_on AS closedOn, d.author, d.created_at AS at
  FROM debt_settlements d JOIN payers y ON y.id = d.payer_id JOIN households h ON h.id = y.household_id
    LEFT JOIN third_party_payers m ON m.id = d.third_party_payer_id`;

/** Those that run, what has to be filed first on top; with those that ended behind them. */
export function listSettlements(
  context: Context,
  { householdId, withClosed }: { readonly householdId?: number | undefined; readonly withClosed: boolean },
): Settlement[] {
  const rows = statement(
    context.store,
    `${rowsSql} WHERE (@householdId IS NULL OR h.id = @householdId) AND (@withClosed OR d.closed_on IS NULL)
       AND (@schools IS NULL OR EXISTS (SELECT 1 FROM pupils u WHERE u.household_id = h.id
         AND u.school_id IN (SELECT value FROM json_each(@schools))))
     ORDER BY d.closed_on IS NOT NULL, d.claim_filed_on IS NOT NULL, d.order_sent_on, d.id`,
  ).all({
    householdId: householdId ?? null,
    withClosed: withClosed ? 1 : 0,
    schools: schoolsParameter(schoolsOf(context)),
  }) as Row[];
  return rows.map((row) => toSettlement(context, row));
}

export function settlementById(context: Context, settlementId: number): Settlement {
  const row = statement(context.store, `${rowsSql} WHERE d.id = ?`).get(settlementId) as Row | undefined;
  if (!row) throw new Problem('NOT_FOUND', 'Deze schuldenregeling bestaat niet. Er is niets veranderd.');
  return toSettlement(context, row);
}

function toSettlement(context: Context, row: Row): Settlement {
  const { lastDay, target } = claimDeadline({ orderSentOn: row.orderSentOn });
  const frozen = frozenBills(context.store, row.settlementId, schoolsOf(context)).map(
    ({ invoiceId, number, schoolId, schoolName, dueDate, cents }) => ({
      invoiceId,
      number,
      schoolId,
      schoolName,
      dueDate,
      cents,
    }),
  );
  const creditors = creditorsOf(context, row.settlementId);
  const suspended =
    row.kind === 'amicable' ? mediationHold({ requestedOn: row.orderSentOn }, lawTables(context.store)) : null;
  return {
    ...row,
    suspendedUntil: suspended?.untilDate ?? null,
    creditors,
    followed: followShares(context, { ...row, creditors }),
    claimLastDay: lastDay,
    claimTarget: target,
    daysLeft: daysBetween(context.clock.today(), lastDay),
    frozen,
    frozenCents: sumCents(frozen.map(({ cents }) => cents)),
  };
}

/** One that still runs; refused when it ended. */
export function runningSettlement(context: Context, settlementId: number): Settlement {
  const settlement = settlementById(context, settlementId);
  if (settlement.closedOn === null) return settlement;
  throw new Problem('CONFLICT', 'Deze schuldenregeling is al afgesloten. Er is niets veranderd.');
}

/** Neither before the order nor in the future. */
export function refuseDay(date: PlainDate, orderSentOn: PlainDate, today: PlainDate, field: string): void {
  if (date > today) throw new Problem('INVALID', 'Die dag moet nog komen. Er is niets bewaard.', field);
  if (date < orderSentOn) {
    throw new Problem('INVALID', 'Die dag ligt voor de beschikking verstuurd werd. Er is niets bewaard.', field);
  }
}
