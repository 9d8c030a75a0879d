import { textMark } from '../movement-key.ts';
import type { Proposal } from '../shapes.ts';
import type { ClaimPart } from './fitting.ts';
import type { MatchClaim, MatchKnowledge, MatchLine } from './knowledge.ts';
import { payingFor } from './who-paid.ts';

/** What a line would do, and what carries it out: more than the screen has to know. */
export type Match = {
  readonly proposal: Proposal;
  /** The school in whose books the money stands, or is taken back; null: of none. */
  readonly schoolId: number | null;
  /** Of taking back: the entry of the receipt or refund. */
  readonly entryId: number | null;
  readonly paymentOrderId: number | null;
  /** As the bank names whoever paid for the payer, when it is nobody we know. */
  readonly paidBy: string;
  /** The payer whose own account this clearly is; accepting may remember it. */
  readonly learnsAccountOf: number | null;
};

/** What a rule decides about money that came in; who paid is worked out afterwards. */
export type BookDraft = Pick<Proposal, 'confidence' | 'rule' | 'reason'> & {
  /** One line goes to one household at one school. */
  readonly schoolId: number;
  readonly householdId: number;
  readonly householdName: string;
  readonly parts: readonly ClaimPart[];
  /** The payer that the rule itself knows; null: whoever the name or the account tells. */
  readonly payerId: number | null;
  /** Who pays in the place of the payers, unless one of these is known to have paid; left out: nobody. */
  readonly thirdParty?: { readonly id: number; readonly name: string } | null;
};

/** What is still free of each claim while lines are matched one after the other: the same cents are never given twice. */
export class FreeAmounts {
  readonly #taken = new Map<number, number>();

  of(claim: MatchClaim): number {
    return claim.kind === 'invoice' ? Math.max(0, claim.openCents - (this.#taken.get(claim.invoiceId) ?? 0)) : 0;
  }

  take(invoiceId: number, amountCents: number): void {
    this.#taken.set(invoiceId, (this.#taken.get(invoiceId) ?? 0) + amountCents);
  }
}

/** Makes the match of what a rule decided: who paid, what is left as credit, the mark by which a change is seen. */
export function bookMatch(line: MatchLine, draft: BookDraft, knowledge: MatchKnowledge, free: FreeAmounts): Match {
  const who = payingFor(line, draft, knowledge);
  const { confidence, rule, reason, householdId, householdName, parts } = draft;
  const allocations = parts.map(({ claim, amountCents }) => ({
    invoiceId: claim.invoiceId,
    number: claim.number,
    pupilName: claim.pupilName,
    openCents: free.of(claim),
    amountCents,
  }));
  const doubt = who.doubt !== null && confidence === 'certain';
  return matchOf(
    line,
    {
      confidence: doubt ? 'likely' : confidence,
      rule,
      reason: [reason, who.sentence, doubt ? who.doubt : null].filter((part) => part !== null).join('; '),
      does: 'book',
      setAsideAs: null,
      householdId,
      householdName,
      payerId: who.payerId,
      payerName: who.payerName,
      thirdPartyPayerId: who.thirdPartyPayerId,
      thirdPartyPayerName: who.thirdPartyPayerName,
      allocations,
      creditCents: line.movement.amountCents - allocations.reduce((sum, { amountCents }) => sum + amountCents, 0),
    },
    { schoolId: draft.schoolId, paidBy: who.paidBy, learnsAccountOf: who.ownAccountOf },
  );
}

export type UnmarkedProposal = Omit<Proposal, 'fingerprint'>;

/** Completes a proposal with its fingerprint. */
export function matchOf(
  line: MatchLine,
  proposal: UnmarkedProposal,
  rest: Partial<Omit<Match, 'proposal'>> = {},
): Match {
  const carriedOut = {
    schoolId: null,
    entryId: null,
    paymentOrderId: null,
    paidBy: '',
    learnsAccountOf: null,
    ...rest,
  };
  const { reason: _reason, ...stands } = proposal;
  const fingerprint = textMark(JSON.stringify([line.id, line.movement.amountCents, stands, carriedOut]));
  return { proposal: { ...proposal, fingerprint }, ...carriedOut };
}

/** A proposal for a line that is nothing for the ledger, or takes something back: nobody, nothing, no credit. */
export const nobody: Pick<
  Proposal,
  | 'householdId'
  | 'householdName'
  | 'payerId'
  | 'payerName'
  | 'thirdPartyPayerId'
  | 'thirdPartyPayerName'
  | 'setAsideAs'
  | 'allocations'
  | 'creditCents'
> = {
  householdId: null,
  householdName: null,
  payerId: null,
  payerName: null,
  thirdPartyPayerId: null,
  thirdPartyPayerName: null,
  setAsideAs: null,
  allocations: [],
  creditCents: 0,
};
