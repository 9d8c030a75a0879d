import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { pageTexts } from './plan-page.nl.ts';

/** How a plan stands, in one sentence for whoever picks up the phone. */
export function planSentence(plan: PlanPage): string {
  const { sentences } = pageTexts;
  const { state, next, pausedUntil, missedOn, breachesOn, breachedByCents, endedOn, endReason } = plan;
  if (state === 'ended') return sentences.ended(endedOn === null ? '' : formatPlainDate(endedOn), endReason);
  if (state === 'completed') return sentences.completed;
  if (state === 'proposed') return sentences.proposed;
  if (state === 'breached' && breachesOn !== null) {
    return sentences.breached(formatCents(breachedByCents), formatPlainDate(breachesOn));
  }
  if (pausedUntil !== null) return sentences.paused(formatPlainDate(pausedUntil));
  if (missedOn !== null && breachesOn !== null) {
    return sentences.missed(formatPlainDate(missedOn), formatPlainDate(breachesOn));
  }
  if (next === null) return sentences.live;
  return sentences.liveNext(formatCents(next.amountCents), formatPlainDate(next.dueDate));
}
