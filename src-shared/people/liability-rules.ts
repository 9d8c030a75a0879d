import type { PlainDate } from '../calendar/plain-date.ts';
import type { Liability } from './contract.ts';

/** Shares are basis points: 10000 is the whole. */
export const wholeShareBp = 10_000;

export type LiabilityProblem = { readonly sentence: string; readonly field: string };

/**
 * Says what is wrong with the liabilities proposed for one pupil, or undefined when they can be kept: at least one
 * payer, each payer of the household and named once, all of one kind, split shares together exactly 100 %. Mixing kinds
 * is refused because "the whole" and "a share" of the same invoice cannot both be right. Source: domain.md "Liability".
 */
export function checkLiabilities(
  liabilities: readonly Liability[],
  householdPayerIds: ReadonlySet<number>,
): LiabilityProblem | undefined {
  if (liabilities.length === 0) return { sentence: 'Duid minstens één betaler aan.', field: 'liabilities' };
  const seen = new Set<number>();
  for (const [index, { payerId }] of liabilities.entries()) {
    const field = `liabilities.${index}.payerId`;
    if (!householdPayerIds.has(payerId)) {
      return { sentence: 'Deze betaler hoort niet bij het gezin van de leerling.', field };
    }
    if (seen.has(payerId)) return { sentence: 'Deze betaler staat er twee keer in.', field };
    seen.add(payerId);
  }
  if (new Set(liabilities.map(({ kind }) => kind)).size > 1) {
    return {
      sentence: 'Kies voor alle betalers van een leerling hoofdelijk, of voor alle gesplitst.',
      field: 'liabilities',
    };
  }
  const total = liabilities.reduce((sum, { shareBp }) => sum + shareBp, 0);
  if (liabilities[0]?.kind === 'split' && total !== wholeShareBp) {
    const percent = (total / 100).toLocaleString('nl-BE', { maximumFractionDigits: 2 });
    return { sentence: `De aandelen zijn samen ${percent} % en moeten samen 100 % zijn.`, field: 'liabilities' };
  }
  return undefined;
}

/** As kept: a jointly liable payer owes the whole, whatever share was filled in. */
export function normaliseLiability(liability: Liability): Liability {
  return liability.kind === 'joint' ? { ...liability, shareBp: wholeShareBp } : liability;
}

/** Whether a liability counts on a day (of a claim: its issue date), the first and the last day included; no last day: still. */
export function isInForceOn(
  { fromDate, untilDate }: { readonly fromDate: PlainDate; readonly untilDate: PlainDate | null },
  date: PlainDate,
): boolean {
  return fromDate <= date && (untilDate === null || untilDate >= date);
}
