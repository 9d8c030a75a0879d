import { type Cents, sumCents, toCents } from '../money/cents.ts';
import { splitByWeights } from '../money/split.ts';
import type { Liability } from './contract.ts';

/** Per payer the sum of the postings that stand on the own share: what was paid is negative. Cents. */
export type Attributed = ReadonlyMap<number, number>;

/** The postings on own shares added up per payer; each in signed cents. */
export function sumPerPayer(postings: Iterable<readonly [payerId: number, cents: number]>): Attributed {
  const own = new Map<number, number>();
  for (const [payerId, cents] of postings) own.set(payerId, (own.get(payerId) ?? 0) + cents);
  return own;
}

/** Nothing stands on anybody's own share. */
const nothingAttributed: Attributed = new Map();

/**
 * What each payer owes of one open invoice, in cents: a jointly liable payer the whole, payers with split liability
 * their share less what they paid on it themselves. The split shares together are always exactly the open amount, and
 * nobody is asked more than is open: who paid more than the own share owes nothing, and the others so much less, in
 * proportion. A cent left over goes to the largest remainder, then to the lowest payer id, whatever the order of the
 * rows. A negative amount (a credit) is divided the same way. What was paid by somebody who has no share lowers all
 * shares, and so does what cancels out. The liabilities are those in force on the issue date of the invoice; give them
 * once per payer. Nobody liable: an empty map. Throws when an amount is no whole number of cents. Source: domain.md
 * "Liability", scenario S-20, acceptance "Joint claim … Split 50/50".
 */
export function owedShares(
  openCents: number,
  liabilities: readonly Liability[],
  attributed: Attributed = nothingAttributed,
): ReadonlyMap<number, Cents> {
  const whole = toCents(openCents);
  const owed = new Map<number, Cents>();
  for (const { payerId, kind } of liabilities) if (kind === 'joint') owed.set(payerId, whole);
  const split = liabilities.filter(({ kind }) => kind === 'split').toSorted((a, b) => a.payerId - b.payerId);
  if (split.length === 0) return owed;
  const weights = split.map(({ shareBp }) => shareBp);
  const counts = sumCents(attributed.values()) !== 0;
  const own = split.map(({ payerId }) => (counts ? (attributed.get(payerId) ?? 0) : 0));
  const parts = splitByWeights(whole - sumCents(own), weights).map((part, index) => part + (own[index] ?? 0));
  const fair = withinOpen(whole, parts);
  split.forEach(({ payerId }, index) => owed.set(payerId, toCents(fair[index] ?? 0)));
  return owed;
}

/** The same parts with nobody on the other side of zero: what is too much for one is taken off the others. */
function withinOpen(whole: number, parts: readonly number[]): number[] {
  const sign = whole < 0 ? -1 : 1;
  const sides = parts.map((part) => Math.max(0, sign * part));
  const tooMuch = sumCents(sides) - sign * whole;
  if (tooMuch === 0) return [...parts];
  const taken = splitByWeights(tooMuch, sides);
  return sides.map((side, index) => {
    const cents = side - (taken[index] ?? 0);
    return cents === 0 ? 0 : sign * cents;
  });
}
