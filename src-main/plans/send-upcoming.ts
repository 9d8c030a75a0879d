import { Problem } from '#shared/api/problem.ts';
import { destinationKey, destinationOf } from '#shared/correspondence/destination.ts';
import { sumCents } from '#shared/money/cents.ts';
import { schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { planText } from './document-text.ts';
import {
  composedFor,
  type PlanMessage,
  type PreparedPlanMessages,
  type SentBatch,
  sendPlanMessages,
} from './send-batch.ts';
import { type UpcomingMessage, upcomingMessages } from './upcoming.ts';

type SendUpcoming = { readonly requestKey: string; readonly planIds: readonly number[] };

/** Sends the messages before an instalment of these plans, as far as they still have to be sent. */
export function sendUpcoming(context: Context, request: SendUpcoming): Promise<SentBatch> {
  const planIds = [...new Set(request.planIds)].sort((a, b) => a - b);
  const asked = { command: 'plans.sendUpcoming', planIds };
  return sendPlanMessages(context, { requestKey: request.requestKey, asked }, () => prepared(context, planIds));
}

function prepared(context: Context, planIds: readonly number[]): PreparedPlanMessages {
  const { store, clock } = context;
  const text = planText(context, 'instalmentReminder');
  const upcoming = upcomingMessages(store, schoolsOf(context), clock.today(), planIds);
  const messages = together(upcoming).flatMap((group): PlanMessage[] => {
    const { facts, payer, planVersionId, announcement } = group[0];
    const [, ...others] = group;
    const payers = [payer, ...others.map((one) => one.payer)] as const;
    const message = composedFor(text, { ...facts, payers }, payer, {
      channel: null,
      totalCents: announcement.amountCents,
    });
    return message === null ? [] : [{ planVersionId, number: announcement.number, message }];
  });
  if (messages.length === 0) {
    throw new Problem(
      'REFUSED',
      'Voor deze plannen vertrekt er vandaag niets: de schijven zijn betaald, al aangekondigd of nog niet nabij. Er is niets verzonden.',
    );
  }
  return {
    text,
    messages,
    audit: {
      command: 'plans.sendUpcoming',
      detail: {
        planIds: [...new Set(upcoming.map(({ planId }) => planId))],
        messages: messages.length,
        totalCents: sumCents(messages.map(({ message }) => message.draft.totalCents)),
      },
    },
  };
}

type Together = readonly [UpcomingMessage, ...UpcomingMessage[]];

/** Payers of one plan who live at one address, or for whom the same body pays, hear of an instalment once, together. */
function together(messages: readonly UpcomingMessage[]): Together[] {
  const groups = new Map<string, [UpcomingMessage, ...UpcomingMessage[]]>();
  for (const one of messages) {
    const key = groupKey(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function groupKey({ planId, announcement, facts, payer }: UpcomingMessage): string {
  const destination = destinationOf(payer, facts.thirdParty, undefined);
  const place = destination === null ? `payer ${payer.payerId}` : destinationKey(destination, facts.thirdParty);
  return [planId, announcement.number, (facts.thirdParty ?? payer).language, place].join('|');
}
