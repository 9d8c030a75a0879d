import { Problem } from '#shared/api/problem.ts';
import { checkDebtors, claimable, type ClaimableAnswer, type ClaimableQuestion } from '#shared/people/claimable.ts';

/** A what-if: refuses debtors that contradict each other, and reads nothing. */
export function askClaimable(question: ClaimableQuestion): ClaimableAnswer {
  const problem = checkDebtors(question.debtors);
  if (problem) throw new Problem('INVALID', problem.sentence, problem.field);
  return claimable(question);
}
