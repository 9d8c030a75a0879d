import type { z } from 'zod';
import type { BankLine, candidate } from '#shared/bank/shapes.ts';

export type Candidate = z.infer<typeof candidate>;
export type Claim = Candidate['claims'][number];

/** What is filled in per claim: ticked with an amount, or with nothing readable yet. */
export type Amounts = ReadonlyMap<number, number | null>;

/** What is divided so far. */
export function dividedOf(amounts: Amounts): number {
  return [...amounts.values()].reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
}

/** Oldest due date first, each as far as it is open, until the money is gone. */
export function oldestFirst(claims: readonly Claim[], amountCents: number): Amounts {
  let left = amountCents;
  const amounts = new Map<number, number | null>();
  for (const { invoiceId, openCents } of claims.toSorted((one, other) => one.dueDate.localeCompare(other.dueDate))) {
    const share = Math.min(left, openCents);
    if (share <= 0) continue;
    amounts.set(invoiceId, share);
    left -= share;
  }
  return amounts;
}

/** How the form starts for a household: as proposed, or the one claim that is exactly this amount, or nothing. */
export function startOf(line: BankLine, { householdId, claims }: Candidate): Amounts {
  const { proposal } = line;
  if (proposal?.householdId === householdId && proposal.allocations.length > 0) {
    return new Map(proposal.allocations.map(({ invoiceId, amountCents }) => [invoiceId, amountCents]));
  }
  const exact = claims.filter(({ openCents }) => openCents === line.amountCents);
  return new Map(exact.length === 1 && exact[0] ? [[exact[0].invoiceId, line.amountCents]] : []);
}

/** Ticks a claim, with what is left of the money as far as it is open; or takes it away. */
export function toggled(amounts: Amounts, claim: Claim, amountCents: number): Amounts {
  const next = new Map(amounts);
  if (next.delete(claim.invoiceId)) return next;
  const left = amountCents - dividedOf(amounts);
  next.set(claim.invoiceId, left > 0 ? Math.min(left, claim.openCents) : null);
  return next;
}

export type Paid = { readonly payerId: number | null; readonly thirdPartyPayerId: number | null };
export const unknownPayer: Paid = { payerId: null, thirdPartyPayerId: null };

/** Who most likely paid: as proposed, or the one payer whose whole name the bank gives too. */
export function likelyPayer(line: BankLine, { householdId, payers }: Candidate): Paid {
  const { proposal } = line;
  if (proposal?.householdId === householdId && (proposal.payerId ?? proposal.thirdPartyPayerId) !== null) {
    return { payerId: proposal.payerId, thirdPartyPayerId: proposal.thirdPartyPayerId };
  }
  const words = new Set(wordsOf(line.counterpartyName ?? ''));
  const alike = payers.filter(({ name }) => wordsOf(name).every((word) => words.has(word)));
  return alike.length === 1 && alike[0] ? { payerId: alike[0].payerId, thirdPartyPayerId: null } : unknownPayer;
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}
