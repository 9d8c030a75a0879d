/** How a posting changes what is owed: raises it, lowers it, or (imports and reversals) as the case may be. */
type Sign = 'raises' | 'lowers' | 'either';

type PostingKindFacts = {
  /** The number that municipal debtor software gives the same thing; null where it has none. */
  readonly number: number | null;
  readonly sign: Sign;
  /** Dutch, as it stands in a list of postings. */
  readonly label: string;
};

/**
 * Every kind of movement on a claim. The user never types a sign: the kind decides it. Source: domain.md "The money model".
 */
export const postingKinds = {
  charge: { number: 36, sign: 'either', label: 'Aanrekening' },
  interestCharge: { number: 37, sign: 'raises', label: 'Interest' },
  otherCharge: { number: 38, sign: 'raises', label: 'Andere aanrekening' },
  periodicCharge: { number: 31, sign: 'raises', label: 'Periodieke aanrekening' },
  receipt: { number: 26, sign: 'either', label: 'Ontvangst' },
  interestReceipt: { number: 27, sign: 'lowers', label: 'Ontvangst op interest' },
  otherReceipt: { number: 28, sign: 'lowers', label: 'Andere ontvangst' },
  receiptViaThirdParty: { number: 22, sign: 'lowers', label: 'Ontvangst via derde' },
  writeOff: { number: 40, sign: 'lowers', label: 'Buiten invordering' },
  remission: { number: 41, sign: 'lowers', label: 'Kwijtschelding' },
  refund: { number: 42, sign: 'raises', label: 'Terugbetaling' },
  interestRefund: { number: 43, sign: 'raises', label: 'Terugbetaling van interest' },
  transferIn: { number: null, sign: 'lowers', label: 'Overboeking naar hier' },
  transferOut: { number: null, sign: 'raises', label: 'Overboeking naar elders' },
  credit: { number: null, sign: 'either', label: 'Creditering' },
  settledElsewhere: { number: null, sign: 'either', label: 'Elders vereffend' },
  reversal: { number: null, sign: 'either', label: 'Storno' },
} as const satisfies Readonly<Record<string, PostingKindFacts>>;

export type PostingKind = keyof typeof postingKinds;

/** Their names, for schemas. */
export const postingKindNames = Object.keys(postingKinds) as [PostingKind, ...PostingKind[]];

/** What was asked of payers, before any payment: the kinds that make the original amount of a claim. */
export const chargeKinds: readonly PostingKind[] = [
  'charge',
  'interestCharge',
  'otherCharge',
  'periodicCharge',
  'credit',
];

/**
 * The signed amount of a posting of this kind for a positive amount in cents: raising is positive, lowering negative.
 * Throws for kinds of which the sign follows from something else (imports, reversals) and for amounts that are no positive
 * whole number of cents.
 */
export function signedAmount(kind: PostingKind, amountCents: number): number {
  if (!Number.isSafeInteger(amountCents) || amountCents <= 0) throw new RangeError(`No amount to post: ${amountCents}`);
  const { sign } = postingKinds[kind];
  if (kind === 'charge') return amountCents;
  if (kind === 'receipt' || kind === 'credit') return -amountCents;
  if (sign === 'either') throw new RangeError(`The sign of ${kind} is not its own`);
  return sign === 'raises' ? amountCents : -amountCents;
}
