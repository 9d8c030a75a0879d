import { Problem } from '#shared/api/problem.ts';
import { sumCents } from '#shared/money/cents.ts';
import { loanTable } from '#shared/plans/loan-table.ts';
import { dueDateOf } from '#shared/plans/schedule.ts';
import type { Instalment, PlanTerms } from '#shared/plans/shapes.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** The interest of a loan in all, and the claim on which it is charged. */
export type LoanInterest = { readonly invoiceId: number; readonly interestCents: number };

export type AgreedLoan = LoanInterest & {
  /** What is owed of each claim, the interest with it. */
  readonly owed: ReadonlyMap<number, number>;
  readonly instalments: readonly Instalment[];
};

/**
 * What a loan on these terms asks. Its interest comes on the first claim, or on the last when principal is paid first, and only
 * on a claim that nobody else owes.
 */
export function agreedLoan(
  store: Store,
  terms: PlanTerms & { readonly payerIds: readonly number[] },
  principal: ReadonlyMap<number, number>,
): AgreedLoan {
  const { interest, count, startsOn, payerIds } = terms;
  if (interest === null || count === undefined) {
    throw new Problem(
      'INVALID',
      'Een lening heeft een aantal schijven nodig. Er is niets bewaard; vul het in.',
      'count',
    );
  }
  const rows = loanTable({
    principalCents: sumCents(principal.values()),
    months: count,
    terms: interest,
    firstPeriod: startsOn.slice(0, 7),
  });
  const interestCents = sumCents(rows.map((row) => row.interestCents));
  const ids = [...principal.keys()];
  const invoiceId = (interest.order === 'interestFirst' ? ids[0] : ids.at(-1)) ?? 0;
  const claim = claimsById(store, [invoiceId]).get(invoiceId);
  if (!claim || claim.liabilities.some(({ payerId }) => !payerIds.includes(payerId))) {
    throw new Problem(
      'REFUSED',
      'Voor de factuur waarop de interest komt, betaalt nog iemand anders. Er is niets bewaard; laat de interest weg of kies een andere volgorde.',
      'interest',
    );
  }
  return {
    invoiceId,
    interestCents,
    owed: new Map([...principal].map(([id, cents]) => [id, id === invoiceId ? cents + interestCents : cents])),
    instalments: rows.map((row, index) => ({ dueDate: dueDateOf(terms, index), amountCents: row.obligationCents })),
  };
}

/** The interest as it was agreed when a kept plan was made, whatever became of it since; undefined: none was charged. */
export function loanInterestOf(store: Store, planId: number): LoanInterest | undefined {
  return statement(
    store,
    `SELECT p.invoice_id AS invoiceId, e.amount_cents AS interestCents
     FROM journal_entries e CROSS JOIN postings p ON p.entry_id = e.id
     WHERE e.plan_id = ? AND e.kind = 'charge' ORDER BY e.id LIMIT 1`,
  ).get(planId) as LoanInterest | undefined;
}
