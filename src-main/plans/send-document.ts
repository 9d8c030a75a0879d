import { Problem } from '#shared/api/problem.ts';
import type { Channel } from '#shared/api/schemas.ts';
import { sumCents } from '#shared/money/cents.ts';
import { payerName } from '#shared/correspondence/recipient.ts';
import type { Context } from '#main/api/context.ts';
import { standingOf } from './facts.ts';
import { paperOfPlan } from './document.ts';
import { paperMessages, refuseOwnShares } from './document-facts.ts';
import { planText } from './document-text.ts';
import { planById } from './page.ts';
import {
  composedFor,
  type PlanMessage,
  type PreparedPlanMessages,
  type SentBatch,
  sendPlanMessages,
} from './send-batch.ts';
import { silence } from './send-silence.ts';

type SendDocument = {
  readonly requestKey: string;
  readonly planId: number;
  readonly payerIds: readonly number[];
  readonly channel: Channel | null;
};

/** Sends each of these payers the paper of the plan, made for them alone. */
export function sendPlanDocument(context: Context, request: SendDocument): Promise<SentBatch> {
  const { requestKey, planId, channel } = request;
  const payerIds = [...new Set(request.payerIds)].sort((a, b) => a - b);
  const asked = { command: 'plans.sendDocument', planId, payerIds, channel };
  return sendPlanMessages(context, { requestKey, asked }, () => prepared(context, planId, payerIds, channel));
}

function prepared(
  context: Context,
  planId: number,
  payerIds: readonly number[],
  channel: Channel | null,
): PreparedPlanMessages {
  const { store, clock } = context;
  const today = clock.today();
  const plan = planById(store, planId);
  const paper = paperOfPlan(store, plan);
  refuseOver(standingOf(plan, today).name);
  refuseOwnShares(store, paper);
  const isSilent = silence(store, today)(plan);
  const text = planText(context, 'planDocument');
  const papers = new Map(paperMessages(store, paper, today).map((one) => [one.payer.payerId, one]));
  const totalCents = sumCents(paper.instalments.map(({ amountCents }) => amountCents));
  const messages = payerIds.map((payerId): PlanMessage => {
    const own = papers.get(payerId);
    if (!own || !paper.payerIds.includes(payerId)) {
      throw new Problem('INVALID', 'Een betaler hoort niet bij dit plan. Er is niets verzonden.', 'payerIds');
    }
    const { facts, payer } = own;
    if (isSilent && facts.thirdParty === null) {
      throw new Problem(
        'REFUSED',
        `Naar ${payerName(payer)} mag nu niets vertrekken: schuldenregeling, bemiddeling of een overlijden. Er is niets verzonden; geef het plan zelf af of laat het via de bemiddelaar gaan.`,
        'payerIds',
      );
    }
    const message = composedFor(text, facts, payer, { channel, totalCents });
    if (message === null) {
      throw new Problem(
        'REFUSED',
        `Van ${payerName(payer)} is er geen bruikbaar adres. Er is niets verzonden; vul een adres in of druk het blad zelf af.`,
        'payerIds',
      );
    }
    return { planVersionId: plan.versionId, number: null, message };
  });
  return {
    text,
    messages,
    audit: {
      command: 'plans.sendDocument',
      schoolId: plan.schoolId,
      householdId: plan.householdId,
      detail: { planId, payerIds, totalCents },
    },
  };
}

function refuseOver(state: string): void {
  if (state !== 'ended' && state !== 'completed') return;
  const what = state === 'ended' ? 'stopgezet' : 'afbetaald';
  throw new Problem('REFUSED', `Dit plan is ${what}. Er is niets verzonden.`);
}
