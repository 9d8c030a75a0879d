import type { Allocation, JournalEntry } from '#shared/ledger/booking-shapes.ts';
import { type Claim, paidParts } from '#shared/ledger/claim.ts';
import { Problem } from '#shared/api/problem.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import type { Store } from '#main/store/store.ts';
import { claimsById } from './claims.ts';
import { placeOfCredit } from './credit-place.ts';
import { findReference } from './find-reference.ts';
import { allocateInHousehold, sharePayer } from './household-allocation.ts';
import { makeCredit, writeEntry } from './journal.ts';
import { checkChosen, checkParties, checkValueDate } from './receipt-checks.ts';

/** Money that came in, as the caller knows it. */
export type Receipt = {
  readonly schoolId: number;
  readonly householdId: number;
  /** Who paid, or for whom was paid; null: nobody in particular. */
  readonly payerId: number | null;
  /** The body that paid in the payer's place. */
  readonly thirdPartyPayerId: number | null;
  /** As the bank names whoever paid for the payer, when it is nobody we know; makes it a receipt via a third party. */
  readonly paidBy: string;
  readonly method: NonNullable<JournalEntry['method']>;
  readonly amountCents: number;
  readonly valueDate: string;
  readonly description: string;
  /** Chosen by hand (an empty list: all of it credit); null: by the rules of allocation. What is left becomes credit. */
  readonly allocations: readonly Allocation[] | null;
  /** What the payer named, if anything: of an invoice, a payer or a plan. */
  readonly reference: string | null;
  readonly bankTransactionId: number | null;
  readonly receiptBatchId: number | null;
};

export type BookedReceipt = {
  readonly entryId: number;
  readonly allocations: Allocation[];
  /** The claim that holds what was left; null: nothing was left. */
  readonly creditInvoiceId: number | null;
  readonly creditCents: number;
};

/**
 * Books one receipt inside the transaction of the caller: divides it (as chosen, or by the rules), puts what is left on a
 * credit, writes one entry. Throws a Problem when it cannot be booked as asked; the caller writes the audit line.
 */
export function bookReceipt(context: Context, given: Receipt): BookedReceipt {
  const { store, clock } = context;
  const receipt = { ...given, householdId: liveHouseholdId(store, given.householdId) };
  checkValueDate(receipt.valueDate, clock.today());
  checkParties(store, receipt);
  const { allocations, claims, sharePayerId, meantFor, planId, lastClaim } = receipt.allocations
    ? chosenDivision(store, receipt, receipt.allocations)
    : ruledDivision(store, receipt);
  const kind = isViaThirdParty(receipt) ? 'receiptViaThirdParty' : 'receipt';
  const creditCents = receipt.amountCents - sumCents(allocations.map(({ amountCents }) => amountCents));
  const creditInvoiceId =
    creditCents === 0
      ? null
      : makeCredit(context, {
          ...receipt,
          ...(lastClaim
            ? { schoolId: lastClaim.schoolId, pupilId: lastClaim.pupilId, payerId: sharePayerId }
            : placeOfCredit(store, { ...receipt, sharePayerId, meantFor })),
        });
  const postings = allocations.flatMap(({ invoiceId, amountCents }) => {
    const claim = claims.get(invoiceId);
    return claim
      ? paidParts(claim, amountCents, sharePayerId).map((part) => ({ ...part, invoiceId, kind }) as const)
      : [];
  });
  const entryId = writeEntry(
    context,
    { ...receipt, payerId: receipt.payerId ?? sharePayerId, kind: 'receipt', planId },
    [
      ...postings,
      ...(creditInvoiceId === null ? [] : [{ invoiceId: creditInvoiceId, kind, amountCents: creditCents } as const]),
    ],
  );
  return { entryId, allocations, creditInvoiceId, creditCents };
}

type Division = {
  readonly allocations: Allocation[];
  readonly claims: ReadonlyMap<number, Claim>;
  /** Whose own shares it pays; null: everybody's. */
  readonly sharePayerId: number | null;
  /** Pupils of the claims it was meant for. */
  readonly meantFor: readonly number[];
  /** The plan it was paid on; null: none. */
  readonly planId: number | null;
  /** Of a plan: where what is left becomes credit. */
  readonly lastClaim: Claim | null;
};

function ruledDivision(store: Store, receipt: Receipt): Division {
  const { result, claims, sharePayerId, named, lastClaim = null } = allocateInHousehold(store, receipt);
  const byId = new Map(claims.map((claim) => [claim.invoiceId, claim]));
  const meant =
    named?.kind === 'invoices' ? [...named.invoiceIds] : result.allocations.map(({ invoiceId }) => invoiceId);
  return {
    allocations: result.allocations.map(({ invoiceId, amountCents }) => ({ invoiceId, amountCents })),
    claims: byId,
    sharePayerId,
    meantFor: pupilsOf(store, meant),
    planId: named?.kind === 'plan' ? named.planId : null,
    lastClaim,
  };
}

function chosenDivision(store: Store, receipt: Receipt, chosen: readonly Allocation[]): Division {
  const { schoolId, householdId, payerId, reference } = receipt;
  const named = reference === null ? null : findReference(store, { householdId, schoolId }, reference);
  if (named?.kind === 'plan') return inOrderOfPlan(store, receipt, chosen);
  const claims = checkChosen(store, { ...receipt, allocations: chosen });
  const allocations = [...claims.keys()].map((invoiceId) => ({
    invoiceId,
    amountCents: sumCents(chosen.filter((one) => one.invoiceId === invoiceId).map(({ amountCents }) => amountCents)),
  }));
  return {
    allocations,
    claims,
    // Whoever chose the claims by hand and said who paid knows more than the reference does.
    sharePayerId: sharePayer(store, householdId, payerId, payerId === null ? named : null),
    meantFor: allocations.flatMap(({ invoiceId }) => claims.get(invoiceId)?.pupilId ?? []),
    planId: null,
    lastClaim: null,
  };
}

/** Money on a plan names no single claim: it pays them in the order of the plan, and nothing else is booked. */
function inOrderOfPlan(store: Store, receipt: Receipt, chosen: readonly Allocation[]): Division {
  const division = ruledDivision(store, receipt);
  const given = chosen.filter(({ amountCents }) => amountCents > 0);
  const isSame =
    given.length === division.allocations.length &&
    division.allocations.every((one) =>
      given.some(({ invoiceId, amountCents }) => invoiceId === one.invoiceId && amountCents === one.amountCents),
    );
  if (isSame) return division;
  const order = division.allocations.map(
    ({ invoiceId, amountCents }) => `${division.claims.get(invoiceId)?.number ?? ''} ${formatCents(amountCents)}`,
  );
  throw new Problem(
    'REFUSED',
    `Deze mededeling is van een afbetaalplan: dat betaalt de facturen in zijn volgorde (${order.join(', ') || 'alles is betaald, het wordt tegoed'}). Er is niets geboekt; laat de verdeling aan het plan over.`,
    'allocations',
  );
}

function pupilsOf(store: Store, invoiceIds: readonly number[]): number[] {
  const claims = claimsById(store, invoiceIds);
  return invoiceIds.flatMap((invoiceId) => claims.get(invoiceId)?.pupilId ?? []);
}

/** Money that came from somebody else than who owes: withheld at the source, or paid by a body or a person in their place. */
function isViaThirdParty({ method, thirdPartyPayerId, paidBy }: Receipt): boolean {
  return method === 'withheld' || thirdPartyPayerId !== null || paidBy !== '';
}
