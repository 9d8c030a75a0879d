import { formatCents } from '#shared/money/cents.ts';
import { type TransferRequest, transferRequest } from '#shared/ledger/booking-shapes.ts';
import { paidParts } from '#shared/ledger/claim.ts';
import { balanceLine, type MoneyClaim, stateOf } from '#shared/ledger/money-claim.ts';
import { leavingParts } from '#shared/ledger/named-parts.ts';
import { refuseTransfer } from '#shared/ledger/transfer-rules.ts';
import type { Context } from '#main/api/context.ts';
import type { Approvable, ApprovalPlan } from '#main/approvals/approvable.ts';
import { type NewPosting, writeEntry } from './journal.ts';
import { moneyClaim, orRefuse, receivedPerPayer } from './money-claims.ts';

type Decided = { readonly from: MoneyClaim; readonly to: MoneyClaim };

/** Moves money from one claim to another: out of the first, into the second, together zero. */
export const transferCommand: Approvable<TransferRequest> = {
  kind: 'transfer',
  command: 'ledger.transfer',
  input: transferRequest,
  plan: planTransfer,
  book: bookTransfer,
};

function decide({ store }: Context, request: TransferRequest): Decided {
  const from = moneyClaim(store, request.fromInvoiceId, 'fromInvoiceId');
  const to = moneyClaim(store, request.toInvoiceId, 'toInvoiceId');
  orRefuse(refuseTransfer(from, to, request.amountCents));
  return { from, to };
}

function planTransfer(context: Context, request: TransferRequest): ApprovalPlan {
  const { from, to } = decide(context, request);
  const { amountCents } = request;
  const leavesHousehold = from.householdId !== to.householdId;
  return {
    schoolId: from.schoolId,
    householdId: from.householdId,
    amountCents,
    alwaysAsked: leavesHousehold,
    summary: `${formatCents(amountCents)} overboeken van ${from.number} naar ${to.number}${leavesHousehold ? ', van een ander gezin' : ''}`,
    reason: request.reason,
    difference: [balanceLine(from, amountCents), balanceLine(to, -amountCents)],
    state: {
      from: stateOf(from),
      to: stateOf(to),
      amountCents,
      received: [...receivedPerPayer(context.store, from.invoiceId)],
    },
    items: [
      { invoiceId: from.invoiceId, amountCents },
      { invoiceId: to.invoiceId, amountCents },
    ],
  };
}

function bookTransfer(context: Context, request: TransferRequest, approvalId: number | null): number {
  const { from, to } = decide(context, request);
  const { amountCents, reason } = request;
  return writeEntry(
    context,
    {
      schoolId: from.schoolId,
      householdId: from.householdId,
      kind: 'transfer',
      amountCents,
      valueDate: context.clock.today(),
      description: `Overboeking van ${from.number} naar ${to.number}`,
      reason,
      approvalId,
    },
    transferPostings(context, { from, to, amountCents }),
  );
}

/** Each part leaves on the name it stood on and arrives on that name, as far as it owes a share there. */
function transferPostings(
  { store }: Context,
  { from, to, amountCents }: Decided & { readonly amountCents: number },
): NewPosting[] {
  const leaving = leavingParts(receivedPerPayer(store, from.invoiceId), amountCents);
  const owner = from.payerId ?? (leaving.length === 1 ? (leaving[0]?.payerId ?? null) : null);
  const arriving = to.kind === 'credit' ? [{ payerId: null, amountCents }] : paidParts(to, amountCents, owner);
  return [
    ...leaving.map((part) => ({ ...part, invoiceId: from.invoiceId, kind: 'transferOut' as const })),
    ...arriving.map((part) => ({ ...part, invoiceId: to.invoiceId, kind: 'transferIn' as const })),
  ];
}
