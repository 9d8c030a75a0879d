import { formatCents } from '../money/cents.ts';
import type { PostingKind } from '../ledger/posting-kinds.ts';

/** A movement on a claim, as the timeline tells it. */
export type PostingFacts = {
  readonly source: 'posting';
  /** Of something taken back: the kind of what it was. */
  readonly kind: PostingKind;
  readonly reversed: boolean;
  /** Signed as booked: what lowers the debt is negative. */
  readonly amountCents: number;
  readonly number: string;
  readonly claim: 'invoice' | 'creditNote' | 'credit';
  /** Money of a credit of the same family, rather than of somebody else. */
  readonly settled: boolean;
};

const claims = { invoice: 'factuur', creditNote: 'creditnota', credit: 'tegoed' } as const;

/** What happened, between the amount and the claim: "€ 20,00 … factuur 2026-1". */
const verbs: Readonly<Record<Exclude<PostingKind, 'reversal'>, string>> = {
  charge: 'aangerekend op',
  interestCharge: 'interest aangerekend op',
  otherCharge: 'aangerekend op',
  periodicCharge: 'aangerekend op',
  receipt: 'ontvangen voor',
  interestReceipt: 'interest ontvangen voor',
  otherReceipt: 'ontvangen voor',
  receiptViaThirdParty: 'via een derde ontvangen voor',
  writeOff: 'buiten invordering gesteld op',
  remission: 'kwijtgescholden op',
  refund: 'terugbetaald van',
  interestRefund: 'interest terugbetaald van',
  transferIn: 'overgeboekt naar',
  transferOut: 'overgeboekt van',
  credit: 'gecrediteerd op',
  settledElsewhere: 'elders vereffend voor',
};

/** The Dutch line of the timeline for one movement. What was given up is never told as paid. */
export function postingSentence({ kind, reversed, amountCents, number, claim, settled }: PostingFacts): string {
  const amount = formatCents(Math.abs(amountCents));
  const verb = kind === 'reversal' ? 'teruggedraaid op' : settled ? 'verrekend met' : verbs[kind];
  const sentence = `${amount} ${verb} ${claims[claim]} ${number}`;
  return reversed ? `Teruggedraaid: ${sentence}` : sentence;
}
