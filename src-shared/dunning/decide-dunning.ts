import type { PlainDate } from '../calendar/plain-date.ts';
import { bankConcerns } from './bank-concerns.ts';
import { collectCases } from './collect-cases.ts';
import { dayCount } from './day-count.ts';
import { decideCase } from './decide-case.ts';
import type { Decision, DecisionInput, Exclusion, Proposal } from './decision.ts';
import type { PayerCase } from './payer-case.ts';
import { rulesOf } from './rules.ts';

/**
 * Who is reminded on a day, of what, how, and why others are not: the one decision behind preview, approval and sending. Every
 * payer with something open at a school gets either a proposal or one exclusion; overdue money that nobody owes is an
 * exclusion without payer. The order of the rows never counts; the answer is sorted by household, school and payer. Takes
 * what the schema gives (amounts in cents, real dates, defaults filled in) and throws on what is no date or amount.
 * Source: domain.md "One decision, three uses".
 */
export function decideDunning(input: DecisionInput, asOf: PlainDate): Decision {
  const count = dayCount(asOf);
  const rules = rulesOf(input, count);
  const proposals: Proposal[] = [];
  const exclusions: Exclusion[] = [];
  const owing = new Set<number>();
  for (const one of collectCases(input, count).sort(byWhom)) {
    if (one.owed.some(({ dueCents }) => dueCents > 0)) owing.add(one.schoolId);
    const decided = decideCase(one, rules);
    if ('proposal' in decided) proposals.push(decided.proposal);
    else exclusions.push(decided.exclusion);
  }
  return {
    asOf,
    proposals,
    exclusions,
    bankConcerns: bankConcerns(input, owing, rules, count),
  };
}

function byWhom(a: PayerCase, b: PayerCase): number {
  return a.householdId - b.householdId || a.schoolId - b.schoolId || (a.payer?.payerId ?? 0) - (b.payer?.payerId ?? 0);
}
