import { addDays, formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { formatCents } from '../money/cents.ts';
import type { InstalmentProgress } from './instalment-progress.ts';
import type { PlanStateName } from './shapes.ts';

type Announcing = {
  readonly state: PlanStateName;
  /** Until then nothing is asked; null: it runs. */
  readonly pausedUntil: PlainDate | null;
  readonly instalments: readonly InstalmentProgress[];
  /** A hold that stops every contact (debt settlement, mediation, bereavement). */
  readonly isSilent: boolean;
};

/** What is announced: an instalment with what is still to pay of it, in cents. */
export type Announcement = { readonly number: number; readonly dueDate: PlainDate; readonly amountCents: number };

/**
 * Which instalments a friendly message may be about on a day: of a plan that is kept, whose day is at most so many days away
 * or today, and that are not paid. Never of a plan that is not accepted, breached, paused, completed or stopped, and never
 * where contact has to stop. Source: domain.md "Plans"; law.md 5.1 and 5.3.
 */
export function announcements(plan: Announcing, daysBefore: number, today: PlainDate): Announcement[] {
  if (whySilent(plan, today) !== null) return [];
  const until = addDays(today, daysBefore);
  return plan.instalments
    .filter((one) => isOpen(one) && one.dueDate >= today && one.dueDate <= until)
    .map(({ number, dueDate, amountCents, paidCents }) => ({ number, dueDate, amountCents: amountCents - paidCents }));
}

/**
 * Why a message about an instalment that waits must not leave on a day (Dutch); null: it may. `askedCents` is what stands in
 * it: the balance is read again at the moment of sending. Source: S-19, domain.md "One decision".
 */
export function whyNotAnnounced(
  plan: Announcing,
  message: { readonly number: number; readonly askedCents: number },
  today: PlainDate,
): string | null {
  const silent = whySilent(plan, today);
  if (silent !== null) return silent;
  const instalment = plan.instalments.find(({ number }) => number === message.number);
  if (!instalment) return 'De afspraken zijn intussen gewijzigd.';
  if (!isOpen(instalment)) return 'Deze schijf is intussen betaald.';
  if (instalment.dueDate < today) return `De dag van deze schijf (${formatPlainDate(instalment.dueDate)}) is voorbij.`;
  const left = instalment.amountCents - instalment.paidCents;
  if (left === message.askedCents) return null;
  return `Intussen is er betaald of geboekt: van ${formatCents(message.askedCents)} staat nog ${formatCents(left)} open.`;
}

function isOpen({ status }: InstalmentProgress): boolean {
  return status !== 'paid' && status !== 'covered';
}

function whySilent({ state, pausedUntil, isSilent }: Announcing, today: PlainDate): string | null {
  if (isSilent) return 'Er mag nu geen bericht vertrekken: schuldenregeling, bemiddeling of een overlijden.';
  if (pausedUntil !== null && pausedUntil >= today) return 'Het plan is gepauzeerd.';
  switch (state) {
    case 'live':
      return null;
    case 'proposed':
      return 'Het plan is nog niet door iedereen aanvaard.';
    case 'breached':
      return 'Het plan wordt op dit moment niet gevolgd; neem zelf contact op.';
    case 'completed':
      return 'Alles is intussen betaald.';
    case 'ended':
      return 'Het plan is stopgezet.';
  }
}
