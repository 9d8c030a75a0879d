import { formatIban, normaliseIban } from '#shared/bank/iban.ts';
import { formatCents } from '#shared/money/cents.ts';
import { Problem } from '#shared/api/problem.ts';
import type { DifferenceLine } from '#shared/approvals/contract.ts';
import { type RefundRequest, refundRequest } from '#shared/ledger/booking-shapes.ts';
import { leavingCreditParts } from '#shared/ledger/claim.ts';
import { balanceLine, type MoneyClaim, stateOf } from '#shared/ledger/money-claim.ts';
import { refuseRefund } from '#shared/ledger/refund-rules.ts';
import type { Context } from '#main/api/context.ts';
import type { Approvable, ApprovalPlan } from '#main/approvals/approvable.ts';
import type { Store } from '#main/store/store.ts';
import { writeEntry } from './journal.ts';
import { moneyClaim, orRefuse } from './money-claims.ts';
import { insertPaymentOrder } from './payment-orders.ts';

/** Who gets the money, as the order names them, and the accounts we know of theirs. */
type Beneficiary = { readonly name: string; readonly known: readonly KnownAccount[] };
/** `holderName`: as the bank or whoever typed it in named the holder; may be empty. */
type KnownAccount = { readonly iban: string; readonly holderName: string };
type Decided = { readonly claim: MoneyClaim; readonly beneficiary: Beneficiary; readonly iban: string | null };

/** Gives money back: raises a claim that stands below zero, and orders the transfer when it goes by the bank. */
export const refundCommand: Approvable<RefundRequest> = {
  kind: 'refund',
  command: 'ledger.refund',
  input: refundRequest,
  plan: planRefund,
  book: bookRefund,
};

function decide({ store }: Context, request: RefundRequest): Decided {
  const claim = moneyClaim(store, request.invoiceId);
  orRefuse(refuseRefund(claim, request));
  const beneficiary =
    request.payerId === null
      ? thirdPartyBeneficiary(store, request.thirdPartyPayerId)
      : payerBeneficiary(store, request.payerId, claim);
  const iban = request.method === 'bank' && request.iban !== null ? normaliseIban(request.iban) : null;
  return { claim, beneficiary, iban };
}

function planRefund(context: Context, request: RefundRequest): ApprovalPlan {
  const { claim, beneficiary, iban } = decide(context, request);
  const { amountCents } = request;
  return {
    schoolId: claim.schoolId,
    householdId: claim.householdId,
    amountCents,
    alwaysAsked: false,
    summary: `${formatCents(amountCents)} terugbetalen van ${claim.number}, ${iban === null ? 'uit de kas' : 'per overschrijving'}`,
    reason: request.reason,
    difference: [
      balanceLine(claim, amountCents),
      ...(iban === null ? [] : [accountLine(beneficiary, iban, request.holderName)]),
    ],
    state: { claim: stateOf(claim), beneficiary, request },
    items: [{ invoiceId: claim.invoiceId, amountCents }],
  };
}

/**
 * Known accounts beside the one that is asked, so that a new account stands out to whoever approves; with the holder,
 * because an account may have become known by one payment from it.
 */
function accountLine(beneficiary: Beneficiary, iban: string, holderName: string | null): DifferenceLine {
  const known = beneficiary.known
    .map((one) => `${formatIban(one.iban)}${one.holderName === '' ? '' : ` van ${one.holderName}`}`)
    .join(', ');
  return {
    label: 'Op rekening',
    before: known === '' ? 'nog geen gekende rekening' : `gekend: ${known}`,
    after: `${formatIban(iban)} van ${holderName || beneficiary.name}`,
  };
}

function bookRefund(context: Context, request: RefundRequest, approvalId: number | null): number {
  const { claim, beneficiary, iban } = decide(context, request);
  const { amountCents, method, reason, payerId, thirdPartyPayerId } = request;
  const parts = leavingCreditParts(claim, amountCents, payerId);
  const entryId = writeEntry(
    context,
    {
      schoolId: claim.schoolId,
      householdId: claim.householdId,
      kind: 'refund',
      method,
      amountCents,
      valueDate: context.clock.today(),
      description: `Terugbetaling van ${claim.number}`,
      reason,
      payerId,
      thirdPartyPayerId,
      approvalId,
    },
    parts.map((part) => ({ ...part, invoiceId: claim.invoiceId, kind: 'refund' })),
  );
  if (iban !== null) {
    insertPaymentOrder(context, {
      schoolId: claim.schoolId,
      entryId,
      beneficiaryName: request.holderName || beneficiary.name,
      iban,
      amountCents,
      communication: `Terugbetaling schoolrekening ${claim.number}`,
    });
  }
  return entryId;
}

function payerBeneficiary(store: Store, payerId: number, claim: MoneyClaim): Beneficiary {
  const payer = store.sql
    .prepare(
      `SELECT trim(first_name || ' ' || last_name) AS name,
         household_id = @householdId OR EXISTS (
           SELECT 1 FROM liabilities l JOIN invoices i ON i.pupil_id = l.pupil_id
           WHERE l.payer_id = p.id AND i.id = @invoiceId) AS isTheirs
       FROM payers p WHERE id = @payerId`,
    )
    .get({ payerId, householdId: claim.householdId, invoiceId: claim.invoiceId }) as
    | { readonly name: string; readonly isTheirs: number }
    | undefined;
  if (!payer || payer.isTheirs !== 1) {
    throw new Problem(
      'REFUSED',
      'Deze betaler hoort niet bij het gezin van deze factuur. Er is niets geboekt; kies een betaler van het gezin.',
      'payerId',
    );
  }
  return { name: payer.name, known: knownAccounts(store, 'payer_id', payerId) };
}

function thirdPartyBeneficiary(store: Store, thirdPartyPayerId: number | null): Beneficiary {
  const body = store.sql
    .prepare('SELECT id, name, iban FROM third_party_payers WHERE id = ?')
    .get(thirdPartyPayerId) as { readonly id: number; readonly name: string; readonly iban: string | null } | undefined;
  if (!body) {
    throw new Problem(
      'NOT_FOUND',
      'Deze betaler-derde bestaat niet meer. Er is niets geboekt; kies een andere.',
      'thirdPartyPayerId',
    );
  }
  const paidFrom = knownAccounts(store, 'third_party_payer_id', body.id);
  const own = body.iban === null ? null : normaliseIban(body.iban);
  const isNew = own !== null && paidFrom.every(({ iban }) => iban !== own);
  return { name: body.name, known: isNew ? [{ iban: own, holderName: '' }, ...paidFrom] : paidFrom };
}

function knownAccounts(store: Store, column: 'payer_id' | 'third_party_payer_id', id: number): KnownAccount[] {
  return store.sql
    .prepare<[number], KnownAccount>(
      `SELECT iban, holder_name AS holderName FROM payer_accounts WHERE ${column} = ? AND removed_at IS NULL ORDER BY iban`,
    )
    .all(id);
}
