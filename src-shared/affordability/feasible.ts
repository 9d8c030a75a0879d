import type { Feasible, InventoryInput, LineKind, ReferenceBudget } from './contract.ts';
import { monthlyCents } from './monthly.ts';
import { doubtsOf, reasoningOf } from './reasoning.ts';
import { referenceOf } from './reference.ts';

/**
 * What a household can pay each month without harm: income, less fixed costs, less living (the higher of what was
 * declared and the reference budget where it is known), less debts that are being paid off; of what is left the part in
 * basis points is asked, rounded down to whole euros and never below zero. Amounts in cents per month. A careful office rule, no rule of the
 * law: the reckoning is told in Dutch sentences, with what is unknown as a doubt.
 */
export function feasible(
  input: InventoryInput,
  budgets: readonly Pick<ReferenceBudget, 'key' | 'label' | 'amountCents'>[],
): Feasible {
  const of = (kind: LineKind) => input.lines.filter((line) => line.kind === kind);
  const incomeCents = monthlyCents(of('income'), 'down');
  const fixedCents = monthlyCents(of('fixed'), 'up');
  const declaredCents = monthlyCents(of('living'), 'up');
  const debtCents = monthlyCents(of('debt'), 'up');
  const reference = referenceOf(input.composition, budgets);
  const livingCents = Math.max(declaredCents, reference.cents ?? 0);
  const leftCents = incomeCents - fixedCents - livingCents - debtCents;
  const partCents = Math.floor((Math.max(leftCents, 0) * input.partBp) / 10_000);
  const feasibleCents = Math.floor(partCents / 100) * 100;
  const sums = { incomeCents, fixedCents, declaredCents, livingCents, debtCents, leftCents, partCents, feasibleCents };
  return {
    incomeCents,
    fixedCents,
    livingCents,
    referenceCents: reference.cents,
    debtCents,
    leftCents,
    feasibleCents,
    reasoning: reasoningOf(input, reference, sums),
    doubts: doubtsOf(input, reference, sums),
  };
}
