import { proposeMatches } from '#shared/bank/match/propose-matches.ts';
import type { MatchLine } from '#shared/bank/match/knowledge.ts';
import { type Known, knowing } from './matching.ts';

/** An account of somebody who pays. */
export const iban = 'BE62510007547061';

/** Two payers and three claims: 80,00 due in September, 45,00 and 60,00 in October. */
export const abeel = {
  id: 1,
  name: 'Gezin Abeel',
  payers: [
    { id: 11, firstName: 'An', lastName: 'Abeel' },
    { id: 12, firstName: 'Tom', lastName: 'Den Hond' },
  ],
  pupils: [{ firstName: 'Noor', lastName: 'Abeel' }],
  claims: [
    { id: 1, openCents: 8000, dueDate: '2026-09-15' },
    { id: 2, openCents: 4500, dueDate: '2026-10-15' },
    { id: 3, openCents: 6000, dueDate: '2026-10-15' },
  ],
};

/** What is proposed for each line, in short. */
export function proposed(known: Known, ...lines: MatchLine[]) {
  const matches = proposeMatches(lines, knowing(known));
  return lines.map(({ id }) => {
    const match = matches.get(id);
    if (!match) return null;
    const { proposal } = match;
    const on = Object.fromEntries(proposal.allocations.map((part) => [part.number, part.amountCents]));
    return {
      ...match,
      ...proposal,
      on,
      short: [proposal.confidence, proposal.rule, on, proposal.creditCents] as const,
    };
  });
}
