import { epcPayload } from '../bank/epc-qr.ts';
import { formatIban } from '../bank/iban.ts';
import { formatStructuredReference } from '../bank/structured-reference.ts';
import { formatCents } from '../money/cents.ts';
import { cleanText } from './clean-text.ts';
import type { PaymentBox } from './letter-model.ts';
import type { MessageFacts, SenderFacts } from './message-facts.ts';
import { joinWords, type Phrases } from './phrases.ts';
import { isDue, messageTotals } from './totals.ts';

/** Who receives the money: the account holder, else the board, else the school. */
export function beneficiaryOf(sender: SenderFacts): string {
  return cleanText(sender.accountHolder?.trim() || sender.boardName.trim() || sender.name);
}

export type Communication = { readonly printed: string; readonly structured: string | null };

/**
 * What the payer writes on the transfer: the structured reference when there is one; else the number of the only
 * invoice that is due, or the pupils' names, so that the school still recognises the money.
 */
export function communicationOf(facts: MessageFacts, phrases: Phrases): Communication {
  if (facts.structuredReference !== null) {
    return { printed: formatStructuredReference(facts.structuredReference), structured: facts.structuredReference };
  }
  const due = facts.items.filter(isDue);
  const [only] = due;
  const pupils = joinWords(
    facts.pupils.map((pupil) => cleanText(`${pupil.firstName} ${pupil.lastName}`.trim())),
    phrases.and,
  );
  const printed =
    due.length === 1 && only
      ? phrases.invoiceCommunication(cleanText(only.number))
      : phrases.pupilCommunication(pupils);
  return { printed: printed.slice(0, 140), structured: null };
}

/**
 * The payment box: amount, beneficiary, account, communication and the text of the QR code; of a message about an
 * instalment that one alone. Null when there is nothing to pay. Without an account the box has no IBAN and no code.
 */
export function paymentBox(facts: MessageFacts, phrases: Phrases): PaymentBox | null {
  const totalCents = facts.instalment?.amountCents ?? messageTotals(facts.items).totalCents;
  if (totalCents === 0) return null;
  const { sender } = facts;
  const beneficiary = beneficiaryOf(sender);
  const communication = communicationOf(facts, phrases);
  const epc = epcPayload({
    beneficiaryName: beneficiary.slice(0, 70),
    iban: sender.iban ?? '',
    bic: sender.bic ?? undefined,
    amountCents: totalCents,
    ...(communication.structured === null
      ? { text: communication.printed }
      : { structuredReference: communication.structured }),
  });
  return {
    amount: formatCents(totalCents),
    amountCents: totalCents,
    beneficiary,
    iban: sender.iban ? formatIban(sender.iban) : '',
    bic: sender.bic ?? '',
    reference: communication.printed,
    qrPayload: epc.ok ? epc.payload : null,
    labels: phrases.payment,
  };
}
