import { daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { formatCents } from '../money/cents.ts';
import type { MessagePlan } from './plan-messages.ts';
import { isDue, messageTotals } from './totals.ts';

/** What a message in the outbox says, as far as it can have become untrue. */
export type ReservedMessage = {
  readonly payerIds: readonly number[];
  readonly schoolId: number;
  readonly channel: 'email' | 'letter';
  readonly address: string;
  /** The amounts it asks, and credits as negative amounts. */
  readonly items: readonly { readonly invoiceId: number; readonly amountCents: number }[];
  /** Something of those invoices is not paid yet, whoever owes it. */
  readonly stillOpen?: boolean;
};

/**
 * Looks at a reserved message just before it leaves, with a fresh plan for the same pupils and payers. Null: it may go.
 * Else the Dutch reason why it must not: paid or partly paid since, held since, credit since, another address or payer
 * since. What came on top since (a newer invoice) is no reason: the message is still true. Source: scenario S-19,
 * domain.md "The balance is read again at the moment of sending".
 */
export function changedSince(reserved: ReservedMessage, plan: MessagePlan): string | null {
  if (reserved.items.length === 0) return noticeChanged(reserved, plan);
  const current = plan.messages.find(
    (message) =>
      message.facts.sender.schoolId === reserved.schoolId &&
      message.facts.payers.some((payer) => reserved.payerIds.includes(payer.payerId)),
  );
  if (!current) return whyGone(reserved, plan);
  const samePayers =
    current.facts.payers.length === reserved.payerIds.length &&
    current.facts.payers.every((payer) => reserved.payerIds.includes(payer.payerId));
  if (!samePayers) return 'De gegevens van de betalers zijn intussen gewijzigd.';
  if (current.destination.channel !== reserved.channel || current.destination.address !== reserved.address) {
    return 'Het adres van de betaler is intussen gewijzigd.';
  }
  const open = new Map(current.facts.items.map((item) => [item.invoiceId, item]));
  const asked = sumOf(reserved.items.filter((item) => item.amountCents > 0));
  let still = 0;
  let changed = false;
  for (const { invoiceId, amountCents } of reserved.items) {
    if (amountCents < 0) continue;
    const item = open.get(invoiceId);
    const now = item && isDue(item) ? item.amountCents : 0;
    still += now;
    if (now !== amountCents) changed = true;
  }
  if (changed) {
    return `Intussen is er betaald, geboekt of opgeschort: van ${formatCents(asked)} staat nog ${formatCents(still)} open. Maak een nieuwe verzending voor het juiste bedrag.`;
  }
  const credited = -sumOf(reserved.items.filter((item) => item.amountCents < 0));
  const { creditCents } = messageTotals(current.facts.items);
  if (creditCents > credited) {
    return `Intussen is er ${formatCents(creditCents - credited)} tegoed bijgekomen. Maak een nieuwe verzending voor het juiste bedrag.`;
  }
  return null;
}

/** Days a message may wait: longer, and the date to pay by that stands in it leaves too little time. */
const longestWaitDays = 7;

/**
 * Why a message that was made on `asOf` can no longer leave on `today`, whatever is still open: it names a date to pay
 * by, and a payer must get fair time. Null: it may go.
 */
export function waitedTooLong(asOf: PlainDate, today: PlainDate): string | null {
  if (daysBetween(asOf, today) <= longestWaitDays) return null;
  return 'Dit bericht staat al langer dan een week klaar; de betaaldatum die erin staat, is te kort. Maak een nieuwe verzending.';
}

/** A message that asks for nothing stays true as long as it goes to the same people at the same address. */
function noticeChanged(reserved: ReservedMessage, plan: MessagePlan): string | null {
  for (const payerId of reserved.payerIds) {
    const current = plan.messages.find(
      ({ facts }) =>
        facts.sender.schoolId === reserved.schoolId && facts.payers.some((payer) => payer.payerId === payerId),
    );
    if (!current) return whyGone(reserved, plan);
    if (current.destination.channel !== reserved.channel || current.destination.address !== reserved.address) {
      return 'Het adres van de betaler is intussen gewijzigd.';
    }
  }
  return null;
}

function whyGone(reserved: ReservedMessage, plan: MessagePlan): string {
  const excluded = plan.excluded.filter(
    (one) => one.schoolId === reserved.schoolId && one.payerId !== null && reserved.payerIds.includes(one.payerId),
  );
  const reasons = new Set(excluded.map((one) => one.reason));
  if (reasons.has('allHeld')) return 'De facturen staan intussen op niet verwerken.';
  if (reasons.has('creditCovers')) return 'Het tegoed dekt intussen wat openstaat.';
  if (reasons.has('undecided')) {
    return 'Van een ander bericht aan deze betaler is niet zeker of het vertrok; beslis daar eerst over.';
  }
  if (reasons.has('unreachable')) return 'De betaler heeft intussen geen bruikbaar adres meer.';
  if (reserved.items.length === 0) return 'De gegevens van de betalers zijn intussen gewijzigd.';
  return reserved.stillOpen ? 'Dit staat nog open, maar niet meer bij deze betaler.' : 'Alles is intussen betaald.';
}

function sumOf(items: readonly { readonly amountCents: number }[]): number {
  return items.reduce((sum, item) => sum + item.amountCents, 0);
}
