import type { MatchClaim } from './knowledge.ts';

/** Part of an amount on one claim. */
export type ClaimPart = { readonly claim: MatchClaim; readonly amountCents: number };

/** How an amount fits the open claims of a household. */
export type Fit = {
  readonly how: 'one' | 'several' | 'all' | 'inOrder';
  readonly parts: readonly ClaimPart[];
  /** Another choice of as many claims gives the same amount: which ones are meant is a guess. */
  readonly isGuess: boolean;
};

/** Of more claims than this, no sums are tried: so many sums fit anything. */
const mostClaims = 24;
const mostInSum = 4;

/**
 * Finds what an amount pays exactly: one claim, all of them, the oldest so many, or any two to four. In that order, the
 * oldest first where several would do. `open` is in the order in which they are paid, each with what is still free of
 * it; amounts in cents. Null when nothing fits to the cent. Source: acceptance money-and-bank, "one lump sum".
 */
export function findExactFit(amountCents: number, open: readonly ClaimPart[]): Fit | null {
  const usable = open.filter((part) => part.amountCents > 0);
  const equal = usable.filter((part) => part.amountCents === amountCents);
  if (equal[0]) return { how: 'one', parts: [equal[0]], isGuess: equal.length > 1 };
  let sum = 0;
  for (const [index, part] of usable.entries()) {
    sum += part.amountCents;
    if (sum !== amountCents) continue;
    const parts = usable.slice(0, index + 1);
    if (parts.length === usable.length) return { how: 'all', parts, isGuess: false };
    return { how: 'inOrder', parts, isGuess: false };
  }
  if (usable.length > mostClaims || sum < amountCents) return null;
  for (let count = 2; count <= mostInSum; count += 1) {
    const [first, second] = sumsOf(amountCents, usable, count);
    if (first) return { how: 'several', parts: first, isGuess: second !== undefined };
  }
  return null;
}

/** The first two choices of so many claims that add up, in order. */
function sumsOf(amountCents: number, open: readonly ClaimPart[], count: number): ClaimPart[][] {
  const found: ClaimPart[][] = [];
  const choose = (from: number, left: number, chosen: readonly ClaimPart[]): void => {
    if (found.length === 2 || chosen.length > count) return;
    if (chosen.length === count) {
      if (left === 0) found.push([...chosen]);
      return;
    }
    for (let index = from; index < open.length; index += 1) {
      const part = open[index];
      if (part && part.amountCents <= left) choose(index + 1, left - part.amountCents, [...chosen, part]);
    }
  };
  choose(0, amountCents, []);
  return found;
}
