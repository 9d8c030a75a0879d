import { sumCents } from '#shared/money/cents.ts';
import { loanTable } from '#shared/plans/loan-table.ts';
import type { PlanTerms } from '#shared/plans/shapes.ts';
import type { Context } from '#main/api/context.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { reverseEntry, writeEntry } from '#main/ledger/journal.ts';
import { statement } from '#main/store/statement.ts';
import { type AgreedLoan, agreedLoan } from './agreed-loan.ts';
import type { PlanFacts } from './facts.ts';
import { termsOf } from './versions.ts';

/** Charges the interest of an agreed loan at once, so that it is owed, paid and seen like everything else. */
export function bookLoan(
  context: Context,
  planId: number,
  terms: PlanTerms & { readonly payerIds: readonly number[] },
  principal: ReadonlyMap<number, number>,
): AgreedLoan {
  const loan = agreedLoan(context.store, terms, principal);
  chargeInterest(context, planId, loan.invoiceId, loan.interestCents);
  return loan;
}

/** Takes back the interest of the months that do not come any more, when a loan stops; what was paid of it becomes credit. */
export function stopInterest(context: Context, plan: PlanFacts): void {
  const today = context.clock.today();
  const toCome = plan.instalments.filter(({ dueDate }) => dueDate > today).length;
  const loan = chargedLoan(context, plan);
  // Taken back by hand: then nothing is asked any more.
  if (loan === null || loan.charges.length === 0) return;
  const ofMonthsToCome = toCome === 0 ? 0 : sumCents(loan.interestCents.slice(-toCome));
  chargeAnew(context, plan.planId, loan, sumCents(loan.interestCents) - ofMonthsToCome);
}

/** Charges it all again, when a loan goes on. */
export function resumeInterest(context: Context, plan: PlanFacts): void {
  const loan = chargedLoan(context, plan);
  if (loan !== null) chargeAnew(context, plan.planId, loan, sumCents(loan.interestCents));
}

type ChargedLoan = {
  /** On which the interest stands. */
  readonly invoiceId: number;
  /** The entries that stand now, each with what it charges. */
  readonly charges: readonly { readonly entryId: number; readonly amountCents: number }[];
  /** Agreed, per month. */
  readonly interestCents: readonly number[];
};

/** The interest of a loan; null without. */
function chargedLoan({ store }: Context, { planId, versionId }: PlanFacts): ChargedLoan | null {
  const { interest, spread } = termsOf(store, versionId);
  const entries = statement(
    store,
    `SELECT e.id AS entryId, e.amount_cents AS amountCents, p.invoice_id AS invoiceId,
       EXISTS (SELECT 1 FROM journal_entries r WHERE r.reverses_id = e.id) AS isReversed
     FROM journal_entries e JOIN postings p ON p.entry_id = e.id WHERE e.plan_id = ? AND e.kind = 'charge' ORDER BY e.id`,
  ).all(planId) as {
    readonly entryId: number;
    readonly amountCents: number;
    readonly invoiceId: number;
    readonly isReversed: 0 | 1;
  }[];
  const [first] = entries;
  if (interest === null || spread.count === undefined || !first) return null;
  const agreed = statement(store, 'SELECT total_cents FROM plan_versions WHERE plan_id = ? AND version = 1').pluck();
  const rows = loanTable({
    principalCents: (agreed.get(planId) as number) - first.amountCents,
    months: spread.count,
    terms: interest,
    firstPeriod: '2000-01',
  });
  return {
    invoiceId: first.invoiceId,
    charges: entries.filter(({ isReversed }) => isReversed === 0),
    interestCents: rows.map((row) => row.interestCents),
  };
}

/** Puts another amount in the place of what is charged, when it is another. */
function chargeAnew(context: Context, planId: number, { invoiceId, charges }: ChargedLoan, cents: number): void {
  if (sumCents(charges.map(({ amountCents }) => amountCents)) === cents) return;
  for (const { entryId } of charges) reverseEntry(context, entryId, 'De lening verandert');
  chargeInterest(context, planId, invoiceId, cents);
}

function chargeInterest(context: Context, planId: number, invoiceId: number, amountCents: number): void {
  const claim = claimsById(context.store, [invoiceId]).get(invoiceId);
  if (amountCents === 0 || !claim) return;
  const { schoolId, householdId, number } = claim;
  const valueDate = context.clock.today();
  const description = `Interest van de lening op ${number}`;
  writeEntry(context, { schoolId, householdId, kind: 'charge', amountCents, valueDate, description, planId }, [
    { invoiceId, kind: 'interestCharge', amountCents },
  ]);
}
