import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { destinationOf } from '#shared/correspondence/destination.ts';
import { whyNotAnnounced } from '#shared/plans/announce.ts';
import type { Store } from '#main/store/store.ts';
import { paperOfPlan } from './document.ts';
import { paperMessages } from './document-facts.ts';
import { type PlanMessageRow, planMessageRow } from './document-queries.ts';
import { type PlanFacts, planFacts, standingOf } from './facts.ts';
import { silence } from './send-silence.ts';
import { announcing } from './upcoming.ts';

/**
 * Reads the plan, its money, its holds and the addresses behind a message again, just before it leaves. Null: it may go;
 * undefined: it is not about a plan. What it says is compared with the plan of today. Source: S-19, domain.md "The balance is
 * read again at the moment of sending".
 */
export function whyPlanWithholds(store: Store, messageId: number, today: PlainDate): string | null | undefined {
  const row = planMessageRow(store, messageId);
  if (!row) return undefined;
  const [plan] = planFacts(store, { planIds: [row.planId] });
  if (!plan || plan.versionId !== row.planVersionId) {
    return 'De afspraken zijn intussen gewijzigd. Maak een nieuwe verzending van wat nu geldt.';
  }
  return whyChanged(store, row, plan, today) ?? whyElsewhere(store, row, plan, today);
}

function whyChanged(store: Store, row: PlanMessageRow, plan: PlanFacts, today: PlainDate): string | null {
  const isSilent = silence(store, today)(plan);
  if (row.number !== null) {
    const asked = { number: row.number, askedCents: row.askedCents };
    return whyNotAnnounced(announcing(plan, isSilent, today), asked, today);
  }
  const { name } = standingOf(plan, today);
  if (name === 'ended') return 'Het plan is intussen stopgezet.';
  if (name === 'completed') return 'Alles is intussen betaald.';
  return isSilent && !row.isThirdParty
    ? 'Er mag nu geen bericht vertrekken: schuldenregeling, bemiddeling of een overlijden.'
    : null;
}

function whyElsewhere(store: Store, row: PlanMessageRow, plan: PlanFacts, today: PlainDate): string | null {
  if (row.bounced) return 'Een e-mail naar dit adres kwam intussen terug. Maak een nieuwe verzending.';
  const payerIds = new Set(JSON.parse(row.payerIds) as number[]);
  const own = paperMessages(store, paperOfPlan(store, plan), today).filter(({ payer }) => payerIds.has(payer.payerId));
  const isSame = own.every(({ facts, payer }) => {
    const destination = destinationOf(payer, facts.thirdParty, row.channel);
    return destination?.channel === row.channel && destination.address === row.address;
  });
  return isSame && own.length === payerIds.size ? null : 'Het adres van de betaler is intussen gewijzigd.';
}
