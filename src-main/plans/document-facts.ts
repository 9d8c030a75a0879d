import { Problem } from '#shared/api/problem.ts';
import { daysBetween, type PlainDate } from '#shared/calendar/plain-date.ts';
import { isOwedApart } from '#shared/plans/owed-together.ts';
import type { ItemFacts, MessageFacts, ThirdPartyFacts } from '#shared/correspondence/message-facts.ts';
import type { PlanFacts as PaperFacts, PlanInstalmentFacts } from '#shared/correspondence/plan-facts.ts';
import type { PlanPayer } from '#shared/correspondence/plan-input.ts';
import type { LoanTerms } from '#shared/plans/shapes.ts';
import { householdNames, payersOf, schoolsById, thirdPartiesById } from '#main/correspondence/facts-queries.ts';
import { claimsById } from '#main/ledger/claims.ts';
import type { Store } from '#main/store/store.ts';
import { paperClaimRows } from './document-queries.ts';

/** What a paper is made of, whether the plan is kept already or not. */
export type PaperOf = {
  readonly schoolId: number;
  readonly householdId: number;
  readonly payerIds: readonly number[];
  readonly thirdPartyPayerId: number | null;
  /** Null: the plan is not kept yet, so nothing can be paid on it. */
  readonly structuredReference: string | null;
  /** In the order in which they are paid: what its payers owed when it was agreed (without interest), and owe now. */
  readonly claims: readonly { readonly invoiceId: number; readonly startCents: number; readonly openCents: number }[];
  readonly instalments: readonly PlanInstalmentFacts[];
  readonly toleranceDays: number;
  /** Of a loan, with its interest in all; null: no interest. */
  readonly interest: { readonly terms: LoanTerms; readonly interestCents: number } | null;
  /** What was agreed in words; blank: nothing. */
  readonly note: string;
};

/** A message to one payer of a plan, or to several at one address. */
export type PaperMessage = {
  readonly facts: MessageFacts;
  readonly payer: PlanPayer;
};

/** The facts of a message about a plan, for each of its payers apart. Nobody's facts name another payer. */
export function paperMessages(store: Store, paper: PaperOf, asOf: PlainDate): PaperMessage[] {
  const [sender] = schoolsById(store, [paper.schoolId]);
  if (!sender) throw new Problem('NOT_FOUND', 'Deze school bestaat niet (meer). Er is niets gemaakt.', 'schoolId');
  const payers = new Map(payersOf(store, [], paper.payerIds).map((payer) => [payer.payerId, payer]));
  const [household] = householdNames(store, [paper.householdId]);
  const rows = paperClaimRows(
    store,
    paper.claims.map(({ invoiceId }) => invoiceId),
  );
  return paper.payerIds.flatMap((payerId) => {
    const payer = payers.get(payerId);
    if (!payer) return [];
    const thirdParty = receiverFor(store, payer, paper.thirdPartyPayerId);
    const facts: MessageFacts = {
      asOf,
      sender,
      household: { householdId: paper.householdId, name: household?.name ?? '' },
      payers: [payer],
      thirdParty,
      pupils: pupilsOf(rows),
      items: itemsOf(paper, rows, asOf),
      structuredReference: paper.structuredReference,
      payBefore: paper.instalments.at(-1)?.dueDate ?? asOf,
      plan: paperFacts(paper, rows, thirdParty),
      instalment: null,
    };
    return [{ facts, payer }];
  });
}

/** Whoever receives everything in the payer's place, else who pays this plan for them. */
function receiverFor(store: Store, payer: PlanPayer, thirdPartyPayerId: number | null): ThirdPartyFacts | null {
  const wanted = payer.thirdPartyPayerId ?? thirdPartyPayerId;
  return wanted === null ? null : (thirdPartiesById(store, [wanted])[0] ?? null);
}

type ClaimRow = ReturnType<typeof paperClaimRows>[number];

function pupilsOf(rows: readonly ClaimRow[]): MessageFacts['pupils'] {
  const pupils = new Map(
    rows.map(({ pupilId, firstName, lastName, className }) => [pupilId, { pupilId, firstName, lastName, className }]),
  );
  return [...pupils.values()];
}

/** What is open of its claims now: what a message about it is about. */
function itemsOf({ claims }: PaperOf, rows: readonly ClaimRow[], asOf: PlainDate): ItemFacts[] {
  const open = new Map(claims.map(({ invoiceId, openCents }) => [invoiceId, openCents]));
  return rows.flatMap(({ invoiceId, pupilId, number, billingGroup, issueDate, dueDate }) => {
    const amountCents = open.get(invoiceId) ?? 0;
    if (amountCents <= 0) return [];
    const overdueDays = daysBetween(dueDate, asOf);
    const item = { invoiceId, pupilId, number, billingGroup, issueDate, dueDate, overdueDays };
    return [{ ...item, openCents: amountCents, amountCents, structuredReference: null }];
  });
}

function paperFacts(paper: PaperOf, rows: readonly ClaimRow[], thirdParty: ThirdPartyFacts | null): PaperFacts {
  const start = new Map(paper.claims.map(({ invoiceId, startCents }) => [invoiceId, startCents]));
  const claims = rows.flatMap(({ firstName, lastName, pupilId: _pupilId, ...row }) => {
    const amountCents = start.get(row.invoiceId) ?? 0;
    // What was paid when the plan changed stays in it, and is no longer owed.
    return amountCents > 0 ? [{ ...row, pupil: `${firstName} ${lastName}`.trim(), amountCents }] : [];
  });
  return {
    claims,
    instalments: paper.instalments,
    toleranceDays: paper.toleranceDays,
    interest: interestOf(paper),
    note: paper.note,
    isShared: paper.payerIds.length > 1,
    paidBy: paper.thirdPartyPayerId === thirdParty?.thirdPartyPayerId ? (thirdParty?.name ?? null) : null,
  };
}

function interestOf({ interest }: PaperOf): PaperFacts['interest'] {
  if (interest === null) return null;
  const { yearlyPercent, monthlyPercent } = interest.terms;
  return {
    percent: yearlyPercent ?? monthlyPercent ?? 0,
    per: yearlyPercent === undefined ? 'month' : 'year',
    interestCents: interest.interestCents,
  };
}

/**
 * One paper with what two of them owe apart would show each what the other owes. Who owes a share of their own gets a plan of
 * their own. Source: issue "never shows the other parent's share", scenario P-4.
 */
export function refuseOwnShares(store: Store, { payerIds, claims }: Pick<PaperOf, 'payerIds' | 'claims'>): void {
  const known = claimsById(
    store,
    claims.map(({ invoiceId }) => invoiceId),
  );
  if (![...known.values()].some((claim) => isOwedApart(claim, payerIds))) return;
  throw new Problem(
    'REFUSED',
    'Van deze facturen betaalt elk een eigen deel. Er is niets gemaakt; maak voor elke betaler een eigen plan, dan ziet niemand het deel van de ander.',
    'payerIds',
  );
}
