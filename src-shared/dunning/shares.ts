import { wholeShareBp } from '../people/liability-rules.ts';
import { owedShares } from '../people/owed-share.ts';
import type { DecisionItem } from './decision.ts';

/** Stands for the part of split liability that is given to nobody, here and where liabilities are read. */
export const nobody = 0;

type OwedBy = DecisionItem['owedBy'];

/**
 * What each payer owes of an amount of an item, in cents: joint, the whole; split, the share less what was paid on it. Of
 * split liability that does not reach the whole, the rest is for `nobody`. Who is named twice owes the shares together,
 * and the whole when one of both is joint. Source: domain.md "Liability", scenario S-20.
 */
export function sharesOf(amountCents: number, owedBy: OwedBy): ReadonlyMap<number, number> {
  const liable = oncePerPayer(owedBy);
  if (liable.every(({ kind }) => kind === 'joint')) return owedShares(amountCents, liable);
  const split = liable.filter(({ kind }) => kind === 'split');
  const given = split.reduce((sum, { shareBp }) => sum + shareBp, 0);
  const rest = { payerId: nobody, kind: 'split' as const, shareBp: wholeShareBp - given, paidCents: 0 };
  const paid = new Map(split.filter(({ paidCents }) => paidCents > 0).map((one) => [one.payerId, -one.paidCents]));
  return owedShares(amountCents, given < wholeShareBp ? [...liable, rest] : liable, paid);
}

/** Who is named twice, once: the whole when one of both is joint, else the shares together. */
export function oncePerPayer(owedBy: OwedBy): OwedBy {
  if (!owedBy.some((one, index) => isNamedBefore(owedBy, one, index))) return owedBy;
  return [...Map.groupBy(owedBy, ({ payerId }) => payerId).values()].flatMap((rows) => {
    const joint = rows.find(({ kind }) => kind === 'joint');
    if (joint ?? rows.length === 1) return joint ? [joint] : rows;
    const sum = (value: (row: OwedBy[number]) => number): number => rows.reduce((total, row) => total + value(row), 0);
    return rows.slice(0, 1).map((row) => ({
      ...row,
      shareBp: Math.min(
        wholeShareBp,
        sum(({ shareBp }) => shareBp),
      ),
      paidCents: sum(({ paidCents }) => paidCents),
    }));
  });
}

function isNamedBefore(owedBy: OwedBy, { payerId }: OwedBy[number], index: number): boolean {
  return owedBy.findIndex((other) => other.payerId === payerId) < index;
}
