import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { Allocation } from '#shared/ledger/booking-shapes.ts';
import { refuseGivingUp } from '#shared/ledger/give-up-rules.ts';
import { paidParts } from '#shared/ledger/claim.ts';
import { balanceLine, type MoneyClaim, stateOf } from '#shared/ledger/money-claim.ts';
import type { Context } from '#main/api/context.ts';
import type { ApprovalPlan } from '#main/approvals/approvable.ts';
import { endHolds, holdsOfInvoices } from '#main/holds/queries.ts';
import { type NewPosting, writeEntry } from './journal.ts';
import { moneyClaims, orRefuse } from './money-claims.ts';

// Write-off and remission do the same to a claim and mean something else: what is shared stands here.

type GivingUp = {
  readonly kind: 'writeOff' | 'remission';
  readonly items: readonly Allocation[];
  readonly reason: string;
};
type Item = { readonly claim: MoneyClaim; readonly amountCents: number };
type Decided = { readonly items: readonly Item[]; readonly schoolId: number; readonly householdId: number | null };

function decide({ store }: Context, { items }: GivingUp): Decided {
  const claims = moneyClaims(
    store,
    items.map(({ invoiceId }) => invoiceId),
  );
  orRefuse(refuseGivingUp(claims, items));
  const decided = items.flatMap(({ invoiceId, amountCents }) => {
    const claim = claims.get(invoiceId);
    return claim ? [{ claim, amountCents }] : [];
  });
  const [first] = decided;
  if (!first) throw new Error('The contract asks for at least one item');
  const oneHousehold = decided.every(({ claim }) => claim.householdId === first.claim.householdId);
  return {
    items: decided,
    schoolId: first.claim.schoolId,
    householdId: oneHousehold ? first.claim.householdId : null,
  };
}

/** The holds that have nothing left to hold once this is booked. */
function endingHolds({ store, clock }: Context, items: readonly Item[]): number[] {
  const closed = items.filter(({ claim, amountCents }) => claim.openCents === amountCents);
  return holdsOfInvoices(
    store,
    closed.map(({ claim }) => claim.invoiceId),
    clock.today(),
  );
}

/** What giving these amounts up would change; `verb` ends the sentence: "€ 120,00 … op 2 facturen". */
export function planGivingUp(context: Context, request: GivingUp, verb: string): ApprovalPlan {
  const { items, schoolId, householdId } = decide(context, request);
  const amountCents = sumCents(items.map((item) => item.amountCents));
  const holdIds = endingHolds(context, items);
  const holds = { label: 'Niet verwerken', before: String(holdIds.length), after: 'opgeheven' };
  return {
    schoolId,
    householdId,
    amountCents,
    alwaysAsked: false,
    summary: `${formatCents(amountCents)} ${verb} op ${items.length === 1 ? items[0]?.claim.number : `${items.length} facturen`}`,
    reason: request.reason,
    difference: [
      ...items.map((item) => balanceLine(item.claim, -item.amountCents)),
      ...(holdIds.length > 0 ? [holds] : []),
    ],
    state: { ...request, claims: items.map(({ claim }) => stateOf(claim)), holdIds },
    items: items.map(({ claim, amountCents: cents }) => ({ invoiceId: claim.invoiceId, amountCents: cents })),
  };
}

/** Books it as one entry, and lifts the holds that have nothing left to hold. */
export function bookGivingUp(
  context: Context,
  request: GivingUp,
  entry: Pick<Parameters<typeof writeEntry>[1], 'description' | 'ground' | 'source' | 'approvalId'>,
): number {
  const { items, schoolId, householdId } = decide(context, request);
  const { store, clock, actor } = context;
  endHolds(store, endingHolds(context, items), { actor, at: clock.now() });
  const postings: NewPosting[] = items.flatMap(({ claim, amountCents }) =>
    paidParts(claim, amountCents, null).map((part) => ({
      ...part,
      invoiceId: claim.invoiceId,
      kind: request.kind,
    })),
  );
  return writeEntry(
    context,
    {
      schoolId,
      householdId,
      kind: request.kind,
      amountCents: sumCents(items.map((item) => item.amountCents)),
      valueDate: clock.today(),
      reason: request.reason,
      ...entry,
    },
    postings,
  );
}
