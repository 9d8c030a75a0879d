import { Problem } from '#shared/api/problem.ts';
import { sumCents } from '#shared/money/cents.ts';
import { loanTable } from '#shared/plans/loan-table.ts';
import { dueDateOf } from '#shared/plans/schedule.ts';
import type { Instalment, PlanTerms } from '#shared/plans/shapes.ts';
import type { Context } from '#main/api/context.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { writeEntry } from '#main/ledger/journal.ts';

type Loan = { readonly owed: Map<number, number>; readonly instalments: Instalment[] };

/**
 * The obligations of an agreed loan; its interest is charged on the first claim, or on the last when principal is paid first,
 * so that it is owed, paid and seen like everything else. Only on a claim that nobody else owes.
 */
export function bookLoan(
  context: Context,
  terms: PlanTerms & { readonly payerIds: readonly number[] },
  owed: ReadonlyMap<number, number>,
): Loan {
  const { interest, count, startsOn, payerIds } = terms;
  if (interest === null || count === undefined) {
    throw new Problem(
      'INVALID',
      'Een lening heeft een aantal schijven nodig. Er is niets bewaard; vul het in.',
      'count',
    );
  }
  const rows = loanTable({
    principalCents: sumCents(owed.values()),
    months: count,
    terms: interest,
    firstPeriod: startsOn.slice(0, 7),
  });
  const interestCents = sumCents(rows.map((row) => row.interestCents));
  const ids = [...owed.keys()];
  const invoiceId = (interest.order === 'interestFirst' ? ids[0] : ids.at(-1)) ?? 0;
  const claim = claimsById(context.store, [invoiceId]).get(invoiceId);
  if (!claim || claim.liabilities.some(({ payerId }) => !payerIds.includes(payerId))) {
    throw new Problem(
      'REFUSED',
      'Voor de factuur waarop de interest komt, betaalt nog iemand anders. Er is niets bewaard; laat de interest weg of kies een andere volgorde.',
      'interest',
    );
  }
  if (interestCents > 0) {
    const { schoolId, householdId, number } = claim;
    const valueDate = context.clock.today();
    const description = `Interest van de lening op ${number}`;
    writeEntry(context, { schoolId, householdId, kind: 'charge', amountCents: interestCents, valueDate, description }, [
      { invoiceId, kind: 'interestCharge', amountCents: interestCents },
    ]);
  }
  return {
    owed: new Map([...owed].map(([id, cents]) => [id, id === invoiceId ? cents + interestCents : cents])),
    instalments: rows.map((row, index) => ({ dueDate: dueDateOf(terms, index), amountCents: row.obligationCents })),
  };
}
