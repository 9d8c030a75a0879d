import { z } from 'zod';
import { Problem } from '#shared/api/problem.ts';
import { id } from '#shared/api/schemas.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Approvable } from '#main/approvals/approvable.ts';
import { thresholdsOf } from '#main/approvals/thresholds.ts';
import type { Context } from '#main/api/context.ts';
import { bookGivingUp, planGivingUp } from '#main/ledger/give-up.ts';
import { statement } from '#main/store/statement.ts';
import { fundById } from './funds.ts';
import { grantItems, type GrantRow, grantRows } from './queries.ts';

type GrantRequest = { readonly grantId: number };

/** What stands on the bill; why the family asked stays with whoever decides. */
const onTheBill = 'Tussenkomst van het sociaal fonds';

/** A grant of the social fund, booked as a remission of chosen bills: a second person says yes, unless the school chose otherwise. */
export const grantCommand: Approvable<GrantRequest> = {
  kind: 'grant',
  command: 'socialFund.request',
  input: z.object({ grantId: id }),
  plan: (context, { grantId }) => {
    const { row, request } = waitingGrant(context, grantId);
    const fund = fundById(context, row.fundId);
    const left = fund.amountCents - fund.grantedCents;
    if (row.amountCents > left) {
      throw new Problem(
        'REFUSED',
        `In ${fund.source} is nog ${formatCents(left)} te geven, en er wordt ${formatCents(row.amountCents)} gevraagd. Er is niets geboekt.`,
        'items',
      );
    }
    const plan = planGivingUp(context, request, 'van het sociaal fonds');
    return {
      ...plan,
      schoolId: row.schoolId,
      householdId: row.householdId,
      alwaysAsked: thresholdsOf(context.store, row.schoolId).grant === 0,
      // Kept once, with the request of the family, where it can be erased.
      reason: '',
      difference: [
        ...plan.difference,
        {
          label: `${fund.source} ${fund.schoolYear}`,
          before: formatCents(left),
          after: formatCents(left - row.amountCents),
        },
      ],
      state: { plan: plan.state, left },
    };
  },
  book: (context, { grantId }, approvalId) => {
    const { row, request } = waitingGrant(context, grantId);
    const entryId = bookGivingUp(context, request, {
      description: `Sociaal fonds: ${row.source}`,
      source: 'socialFund',
      approvalId,
    });
    statement(context.store, 'UPDATE grants SET entry_id = ? WHERE id = ?').run(entryId, grantId);
    return entryId;
  },
};

function waitingGrant({ store }: Context, grantId: number) {
  const [row] = grantRows(store, { schools: 'all', grantId });
  if (!row) throw new Problem('NOT_FOUND', 'Deze vraag aan het sociaal fonds bestaat niet. Er is niets veranderd.');
  refuseDecided(row);
  const items = grantItems(store, [grantId]).map(({ invoiceId, amountCents }) => ({ invoiceId, amountCents }));
  return { row, request: { kind: 'remission', items, reason: onTheBill } as const };
}

function refuseDecided({ status }: GrantRow): void {
  if (status === 'granted' || status === 'takenBack') {
    throw new Problem('CONFLICT', 'Deze tussenkomst is al gegeven. Er is niets veranderd.');
  }
  if (status === 'withdrawn') throw new Problem('CONFLICT', 'Deze vraag is ingetrokken. Er is niets veranderd.');
}
