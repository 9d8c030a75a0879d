import { Problem } from '#shared/api/problem.ts';
import type { CostClaim } from '#shared/costs/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { reverseEntry, writeEntry } from '#main/ledger/journal.ts';
import { statement } from '#main/store/statement.ts';
import { costClaimById } from './cost-claims.ts';

type Taken = {
  readonly costClaimId: number;
  readonly claimId: number;
  readonly schoolId: number;
  readonly householdId: number;
  readonly amountCents: number;
  readonly openCents: number;
};

const takenColumns = `c.id AS costClaimId, c.claim_id AS claimId, c.school_id AS schoolId, c.household_id AS householdId,
  c.amount_cents AS amountCents, i.balance_cents AS openCents`;

/** Gives a cost claim up: nothing paid yet, the charge is taken back; partly paid, the rest is remitted. */
export function waiveCost(context: Context, costClaimId: number, reason: string): CostClaim {
  return runCommand(context, () => {
    const { store } = context;
    const claim = statement(
      store,
      `SELECT ${takenColumns} FROM cost_claims c JOIN invoices i ON i.id = c.claim_id
       WHERE c.id = ? AND c.status = 'open' AND i.balance_cents > 0`,
    ).get(costClaimId) as Taken | undefined;
    if (!claim) {
      throw new Problem('CONFLICT', 'Deze kost staat niet meer open. Er is niets veranderd; vernieuw de lijst.');
    }
    takeAway(context, claim, reason);
    close(context, costClaimId, 'waived', reason);
    const { schoolId, householdId, openCents } = claim;
    return {
      result: costClaimById(store, costClaimId),
      audit: { command: 'costs.waive', schoolId, householdId, detail: { costClaimId, amountCents: openCents } },
    };
  });
}

/**
 * Takes the costs of a run back for these payers, once, inside the transaction of whoever takes the run back. What was paid
 * on them meanwhile becomes a credit of the household.
 */
export function supersedeCostsOfRun(context: Context, runId: number, payerIds: readonly number[]): number {
  const claims = statement(
    context.store,
    `SELECT ${takenColumns} FROM cost_claims c JOIN invoices i ON i.id = c.claim_id
     WHERE c.run_id = ? AND c.status = 'open' AND c.payer_id IN (SELECT value FROM json_each(?)) ORDER BY c.id`,
  ).all(runId, JSON.stringify(payerIds)) as Taken[];
  for (const claim of claims) {
    reverseCharge(context, claim.claimId, 'De herinnering is teruggenomen.');
    close(context, claim.costClaimId, 'superseded', 'De herinnering is teruggenomen.');
  }
  return claims.length;
}

function takeAway(context: Context, claim: Taken, reason: string): void {
  if (claim.openCents === claim.amountCents) {
    reverseCharge(context, claim.claimId, reason);
    return;
  }
  const { schoolId, householdId, claimId, openCents: amountCents } = claim;
  const valueDate = context.clock.today();
  writeEntry(
    context,
    { schoolId, householdId, kind: 'remission', amountCents, valueDate, reason, source: 'decision' },
    [{ invoiceId: claimId, kind: 'remission', amountCents }],
  );
}

function reverseCharge(context: Context, claimId: number, reason: string): void {
  const entryId = statement(
    context.store,
    "SELECT entry_id FROM postings WHERE invoice_id = ? AND kind IN ('otherCharge', 'interestCharge') ORDER BY id LIMIT 1",
  )
    .pluck()
    .get(claimId) as number;
  reverseEntry(context, entryId, reason);
}

function close(context: Context, costClaimId: number, status: 'waived' | 'superseded', reason: string): void {
  statement(
    context.store,
    "UPDATE cost_claims SET status = ?, reason = ?, decided_at = ? WHERE id = ? AND status = 'open'",
  ).run(status, reason, context.clock.now(), costClaimId);
}
