import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { type ReckonedCost, type Reckoning, reckonCosts } from '#shared/costs/reckon-costs.ts';
import { schoolYearOf } from '#shared/calendar/school-year.ts';
import type { Context } from '#main/api/context.ts';
import { lawTables } from '#main/law/tables.ts';
import { writeEntry } from '#main/ledger/journal.ts';
import { ensureBillingGroup } from '#main/schools/queries.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type CostRequest, costItems } from './cost-items.ts';
import { costSettingsOf } from './settings.ts';

/** What a reminder would ask beside the bills on that day; nothing is booked. */
export function plannedCosts(store: Store, request: CostRequest, today: PlainDate): Reckoning {
  const settings = costSettingsOf(store, request.schoolId);
  // Nearly every school: what nobody asks need not be gathered.
  if (!settings.enabled) return { costs: [], blockedBy: null };
  const items = costItems(store, request, today);
  return reckonCosts(request.kind, settings, items, today, request.channel, lawTables(store));
}

/**
 * Books what a reminder asks, each on a claim of its own beside its bill, inside the transaction of whoever calls. Asked
 * again for the same stage it books nothing: what was asked already counts.
 */
export function chargeCosts(context: Context, request: CostRequest): number[] {
  return plannedCosts(context.store, request, context.clock.today()).costs.flatMap((cost) =>
    wasAsked(context.store, request, cost) ? [] : [bookCost(context, request, cost)],
  );
}

function wasAsked(store: Store, { payerId, stage }: CostRequest, { invoiceId, kind }: ReckonedCost): boolean {
  return (
    statement(
      store,
      "SELECT 1 FROM cost_claims WHERE invoice_id = ? AND payer_id = ? AND kind = ? AND stage = ? AND status <> 'superseded'",
    ).get(invoiceId, payerId, kind, stage) !== undefined
  );
}

function bookCost(context: Context, request: CostRequest, cost: ReckonedCost): number {
  const { store, clock, actor } = context;
  const today = clock.today();
  const at = clock.now();
  const { schoolId, householdId, payerId } = request;
  // The day of issue is the bill's: whoever owed that owes its costs, and nobody else.
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO invoices (school_id, pupil_id, billing_group_id, number, description, school_year, issue_date, due_date, created_at)
     SELECT school_id, pupil_id, @groupId, @number, @description, @schoolYear, issue_date, @dueDate, @at
     FROM invoices WHERE id = @invoiceId`,
  ).run({
    groupId: ensureBillingGroup(store, schoolId, 'kosten'),
    number: nextNumber(store, schoolId),
    description: cost.kind === 'interest' ? 'Rente' : 'Kosten',
    schoolYear: schoolYearOf(today),
    // Asked with the reminder itself, so overdue from today.
    dueDate: addDays(today, -1),
    at,
    invoiceId: cost.invoiceId,
  });
  const claimId = Number(lastInsertRowid);
  const { amountCents } = cost;
  writeEntry(
    context,
    { schoolId, householdId, kind: 'charge', amountCents, valueDate: today, description: cost.sentence },
    [
      {
        invoiceId: claimId,
        kind: cost.kind === 'interest' ? 'interestCharge' : 'otherCharge',
        amountCents,
        payerId: owesShare(store, cost.invoiceId, payerId) ? payerId : null,
      },
    ],
  );
  const { runId, stage } = request;
  const { invoiceId, kind, sentence, until } = cost;
  const basis = JSON.stringify({ sentence, until });
  const { lastInsertRowid: costClaimId } = statement(
    store,
    `INSERT INTO cost_claims (school_id, household_id, payer_id, kind, invoice_id, claim_id, run_id, stage, basis, amount_cents, author, created_at)
     VALUES (@schoolId, @householdId, @payerId, @kind, @invoiceId, @claimId, @runId, @stage, @basis, @amountCents, @actor, @at)`,
  ).run({ schoolId, householdId, payerId, kind, invoiceId, claimId, runId, stage, basis, amountCents, actor, at });
  return Number(costClaimId);
}

/** Split liability: the cost stands on the share of whoever was reminded, never on the other parent's. */
function owesShare(store: Store, invoiceId: number, payerId: number): boolean {
  return (
    statement(
      store,
      `SELECT 1 FROM invoices i JOIN liabilities l ON l.pupil_id = i.pupil_id AND l.payer_id = ? AND l.kind = 'split'
         AND l.from_date <= i.issue_date AND (l.until_date IS NULL OR l.until_date >= i.issue_date)
       WHERE i.id = ?`,
    ).get(payerId, invoiceId) !== undefined
  );
}

/** `K-1`, `K-2` … per school; never used again. */
function nextNumber(store: Store, schoolId: number): string {
  const next = statement(
    store,
    `SELECT coalesce(max(CAST(substr(i.number, 3) AS INTEGER)), 0) + 1 FROM cost_claims c JOIN invoices i ON i.id = c.claim_id
     WHERE c.school_id = ?`,
  )
    .pluck()
    .get(schoolId) as number;
  return `K-${next}`;
}
