import { type Cents, sumCents, toCents } from '../money/cents.ts';
import { splitByWeights } from '../money/split.ts';
import type { Liability } from '../people/contract.ts';

/** A part of an amount on the name of one payer. */
export type PayerPart = { readonly payerId: number; readonly amountCents: number };

/**
 * Divides an amount over everybody who owes a claim: equally among jointly liable payers, by their shares where they are
 * split, exact to the cent; a cent left over goes to the largest remainder, then to the lowest payer. Nobody liable: an
 * empty list. Source: acceptance P-1.
 */
export function divideOverPayers(amountCents: number, liabilities: readonly Liability[]): PayerPart[] {
  const payers = liabilities.toSorted((a, b) => a.payerId - b.payerId);
  if (payers.length === 0) return [];
  const parts = splitByWeights(
    amountCents,
    payers.map(({ kind, shareBp }) => (kind === 'joint' ? 1 : shareBp)),
  );
  return payers.map(({ payerId }, index) => ({ payerId, amountCents: parts[index] ?? 0 }));
}

export type ArrearsInput = {
  readonly liabilities: readonly Liability[];
  /** What was booked: obligations above zero, corrections below. */
  readonly booked: readonly PayerPart[];
  /** What came in since the first obligation, per payer on whose name it stands; null: everybody, and divided as they owe. */
  readonly receivedCents: ReadonlyMap<number | null, number>;
};

export type PayerArrears = {
  readonly payerId: number;
  readonly bookedCents: Cents;
  readonly receivedCents: Cents;
  /** What should have been paid by now and was not; never below zero. */
  readonly arrearsCents: Cents;
};

/**
 * What each payer is behind on: obligations booked less what came in, never below zero, the lowest payer first. Whoever
 * paid ahead does not make up for somebody else. Without obligations nobody is behind: an empty list. Source: domain.md
 * "obligation", acceptance P-1.
 */
export function arrearsPerPayer({ liabilities, booked, receivedCents }: ArrearsInput): PayerArrears[] {
  if (booked.length === 0) return [];
  const received = [
    ...divideOverPayers(receivedCents.get(null) ?? 0, liabilities),
    ...[...receivedCents].flatMap(([payerId, amountCents]) => (payerId === null ? [] : [{ payerId, amountCents }])),
  ];
  const payerIds = new Set([...liabilities, ...booked, ...received].map(({ payerId }) => payerId));
  const sumOf = (parts: readonly PayerPart[], payerId: number): Cents =>
    sumCents(parts.filter((part) => part.payerId === payerId).map(({ amountCents }) => amountCents));
  return [...payerIds]
    .sort((a, b) => a - b)
    .map((payerId) => {
      const bookedCents = sumOf(booked, payerId);
      const paidCents = sumOf(received, payerId);
      const arrearsCents = toCents(Math.max(0, bookedCents - paidCents));
      return { payerId, bookedCents, receivedCents: paidCents, arrearsCents };
    });
}
