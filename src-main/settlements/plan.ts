import { Problem } from '#shared/api/problem.ts';
import { addMonths } from '#shared/calendar/months.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { sumCents } from '#shared/money/cents.ts';
import type { Settlement, SettlementCreditor, Shares } from '#shared/settlements/contract.ts';
import { divideShares } from '#shared/settlements/divide-shares.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { runningSettlement, settlementById } from './settlements.ts';

type Asked = {
  readonly monthlyCents: number;
  readonly creditors: readonly SettlementCreditor[];
  readonly fromDate?: PlainDate | undefined;
  readonly months?: number | undefined;
};

/** What everybody would get; without a first day from the first of next month. */
export function simulateShares({ clock }: Context, asked: Asked): Shares {
  return divideShares({ ...asked, fromDate: asked.fromDate ?? firstOfNextMonth(clock.today()) });
}

/** Keeps who is owed what and how it is divided, so that the share of each school can be followed. */
export function saveSettlementPlan(
  context: Context,
  { settlementId, ...asked }: Asked & { readonly settlementId: number },
): Settlement {
  return runCommand(context, () => {
    const { store, clock } = context;
    const { householdId, orderSentOn } = runningSettlement(context, settlementId);
    const fromDate = asked.fromDate ?? firstOfNextMonth(clock.today());
    if (fromDate < orderSentOn) {
      throw new Problem(
        'INVALID',
        'Het plan begint voor de regeling begon. Er is niets bewaard; kies een latere dag.',
        'fromDate',
      );
    }
    refuseUnknownSchools(context, asked.creditors);
    statement(store, 'UPDATE debt_settlements SET monthly_cents = ?, plan_from = ?, plan_months = ? WHERE id = ?').run(
      asked.monthlyCents,
      fromDate,
      asked.months ?? null,
      settlementId,
    );
    statement(store, 'DELETE FROM settlement_creditors WHERE settlement_id = ?').run(settlementId);
    const insert = statement(
      store,
      `INSERT INTO settlement_creditors (settlement_id, position, name, school_id, amount_cents)
       VALUES (@settlementId, @position, @name, @schoolId, @amountCents)`,
    );
    asked.creditors.forEach((creditor, index) => insert.run({ settlementId, position: index + 1, ...creditor }));
    return {
      result: settlementById(context, settlementId),
      audit: {
        command: 'settlements.savePlan',
        householdId,
        detail: {
          settlementId,
          amountCents: sumCents(asked.creditors.map(({ amountCents }) => amountCents)),
          monthlyCents: asked.monthlyCents,
        },
      },
    };
  });
}

function refuseUnknownSchools({ store }: Context, creditors: readonly SettlementCreditor[]): void {
  for (const [index, { schoolId }] of creditors.entries()) {
    if (schoolId === null || statement(store, 'SELECT 1 FROM schools WHERE id = ?').get(schoolId) !== undefined)
      continue;
    throw new Problem(
      'NOT_FOUND',
      'Deze school bestaat niet. Er is niets bewaard; kies opnieuw.',
      `creditors.${index}.schoolId`,
    );
  }
}

function firstOfNextMonth(today: PlainDate): PlainDate {
  return `${addMonths(`${today.slice(0, 7)}-01`, 1)}`;
}
