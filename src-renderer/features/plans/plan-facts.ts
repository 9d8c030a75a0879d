import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { PlanRow } from '#shared/plans/shapes.ts';
import { plansTexts as texts } from './plans.nl.ts';

/** What deserves a look about a plan, in a few words, the first thing first; at most two. */
export function planFacts(plan: PlanRow): readonly { readonly words: string; readonly isUrgent: boolean }[] {
  const { breachedByCents, breachesOn, missedOn, pausedUntil, state, isCombined } = plan;
  const facts: { words: string; isUrgent: boolean }[] = [];
  if (state === 'breached') {
    facts.push({ words: texts.short(formatCents(breachedByCents)), isUrgent: true });
    if (breachesOn !== null) facts.push({ words: texts.since(formatPlainDate(breachesOn)), isUrgent: false });
  } else if (missedOn !== null) {
    facts.push({ words: texts.missed(formatPlainDate(missedOn)), isUrgent: false });
  }
  if (pausedUntil !== null) facts.push({ words: texts.paused(formatPlainDate(pausedUntil)), isUrgent: false });
  if (state === 'proposed') facts.push({ words: texts.waiting, isUrgent: false });
  if (isCombined) facts.push({ words: texts.combined, isUrgent: false });
  return facts.slice(0, 2);
}
