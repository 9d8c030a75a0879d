import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { UpcomingInstalment } from '#shared/plans/shapes.ts';
import { destinationOf } from '#shared/correspondence/destination.ts';
import type { ItemFacts } from '#shared/correspondence/message-facts.ts';
import { payerName } from '#shared/correspondence/recipient.ts';
import { type Announcement, announcements } from '#shared/plans/announce.ts';
import { instalmentProgress } from '#shared/plans/instalment-progress.ts';
import { includesSchool, type Schools, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';
import { paperOfPlan } from './document.ts';
import { type PaperMessage, paperMessages } from './document-facts.ts';
import { type PlanFacts, planFacts, standingOf } from './facts.ts';
import { silence } from './send-silence.ts';
import { nearInstalmentRows } from './upcoming-queries.ts';

/** One message that would leave: an instalment of a plan, to one payer. */
export type UpcomingMessage = PaperMessage & {
  readonly planId: number;
  readonly planVersionId: number;
  readonly announcement: Announcement;
};

type UpcomingOne = {
  readonly plan: PlanFacts;
  readonly payerId: number;
  readonly announcement: Announcement;
};

/** What would be announced today at these schools, each payer apart; the nearest first. */
function upcomingOnes(store: Store, schools: Schools, today: PlainDate, planIds?: readonly number[]): UpcomingOne[] {
  const wanted = planIds === undefined ? null : new Set(planIds);
  const rows = nearInstalmentRows(store, schools, today).filter(({ planId }) => wanted?.has(planId) ?? true);
  if (rows.length === 0) return [];
  const facts = planFacts(store, { planIds: [...new Set(rows.map(({ planId }) => planId))] });
  const isSilent = silence(store, today);
  const plans = new Map(
    facts.map((plan) => [plan.planId, { plan, state: announcing(plan, isSilent(plan), today) }] as const),
  );
  return rows.flatMap(({ planId, payerId, number, daysBefore }): UpcomingOne[] => {
    const found = plans.get(planId);
    if (!found) return [];
    const near = announcements(found.state, daysBefore, today);
    return near
      .filter((one) => one.number === number)
      .map((announcement) => ({ plan: found.plan, payerId, announcement }));
  });
}

/** How many instalments would be announced; two parents hear of the same one. */
export function countUpcoming(store: Store, schools: Schools, today: PlainDate): number {
  const ones = upcomingOnes(store, schools, today);
  return new Set(ones.map(({ plan, announcement }) => `${plan.planId}-${announcement.number}`)).size;
}

/** The same as messages; a payer who is one no more gets none. */
export function upcomingMessages(
  store: Store,
  schools: Schools,
  today: PlainDate,
  planIds?: readonly number[],
): UpcomingMessage[] {
  const papers = new Map<number, readonly PaperMessage[]>();
  return upcomingOnes(store, schools, today, planIds).flatMap(({ plan, payerId, announcement }): UpcomingMessage[] => {
    const { planId, versionId: planVersionId } = plan;
    const own = papers.get(planId) ?? paperMessages(store, paperOfPlan(store, plan), today);
    papers.set(planId, own);
    return own
      .filter(({ payer }) => payer.payerId === payerId && !payer.removed)
      .map((message) => ({ ...asked(message, plan, announcement), planId, planVersionId, announcement }));
  });
}

/** A plan as it decides whether anything is announced. */
export function announcing(plan: PlanFacts, isSilent: boolean, today: PlainDate): Parameters<typeof announcements>[0] {
  return {
    state: standingOf(plan, today).name,
    pausedUntil: plan.pausedUntil,
    instalments: instalmentProgress(plan, today),
    isSilent,
  };
}

/** The message asks the instalment, of the claims that are paid first. */
function asked({ facts, payer }: PaperMessage, plan: PlanFacts, announcement: Announcement): PaperMessage {
  return {
    payer,
    facts: {
      ...facts,
      items: upTo(facts.items, announcement.amountCents),
      payBefore: announcement.dueDate,
      instalment: { ...announcement, count: plan.instalments.length },
    },
  };
}

function upTo(items: readonly ItemFacts[], cents: number): ItemFacts[] {
  let left = cents;
  return items.flatMap((item) => {
    const amountCents = Math.min(left, item.amountCents);
    left -= amountCents;
    return amountCents > 0 ? [{ ...item, amountCents }] : [];
  });
}

/** Who would get a message before an instalment today; who cannot be reached is left out. */
export function listUpcoming(context: Context, schoolId: number | undefined): UpcomingInstalment[] {
  const { store, clock } = context;
  return upcomingMessages(store, schoolsAsked(context, schoolId), clock.today()).flatMap((message) => {
    const { facts, payer, planId, announcement } = message;
    const destination = destinationOf(payer, facts.thirdParty, undefined);
    if (destination === null) return [];
    return [
      {
        planId,
        payerId: payer.payerId,
        payerName: payerName(payer),
        householdName: facts.household.name,
        ...announcement,
        channel: destination.channel,
      },
    ];
  });
}

function schoolsAsked(context: Context, schoolId: number | undefined): Schools {
  const all = schoolsOf(context);
  if (schoolId === undefined) return all;
  return includesSchool(all, schoolId) ? [schoolId] : [];
}
