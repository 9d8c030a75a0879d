import { formatPlainDate, isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { exclusionSentence } from '../correspondence/exclusion-sentences.ts';
import { holdKindName, kindsByCare } from '../holds/kinds.ts';
import { formatCents } from '../money/cents.ts';
import type { DecisionHold, PendingDelivery } from './decision.ts';
import type { LeaveOut } from './leave-out.ts';
import type { NextStage } from './stage-rules.ts';

/** Why a bill stays out, or several for the most careful reason of all, in Dutch. */
export function leaveOutSentence(out: LeaveOut, count: number): string {
  switch (out.reason) {
    case 'held':
      return heldSentence(out.hold.hold, untilWords(out.untilDate));
    case 'livePlan':
      return out.on.state === 'completed'
        ? 'Het afbetaalplan is helemaal betaald en moet nog afgesloten worden.'
        : 'Er loopt een afbetaalplan dat gevolgd wordt.';
    case 'limited':
      return `Verjaard sinds ${formatPlainDate(out.fromDate)}; beslis wat ermee gebeurt.`;
    case 'handedOver':
      return 'Dit is in handen van een advocaat, gerechtsdeurwaarder of incassokantoor.';
    case 'schoolLeaver':
      return 'De leerling is niet meer op school; dit wacht op een beslissing.';
    case 'grace':
      return `Er is uitstel gegeven${untilWords(out.untilDate)}.`;
    case 'noProcedure':
      return count === 1
        ? 'Voor deze factuur is geen aanmaanprocedure ingesteld.'
        : 'Voor deze facturen is geen aanmaanprocedure ingesteld.';
  }
}

function untilWords(lastDay: PlainDate | null): string {
  return lastDay === null ? '' : ` tot en met ${formatPlainDate(lastDay)}`;
}

function heldSentence({ kind, untilDate }: DecisionHold, until: string): string {
  const isKnown = kindsByCare.some((known) => known === kind);
  const what = isKnown ? `Opgeschort${until}: ${holdKindName(kind).toLowerCase()}.` : `Opgeschort${until}.`;
  const unread = [
    ...(isKnown ? [] : ['De soort is niet te lezen, dus het blijft gelden.']),
    ...(untilDate === null || isPlainDate(untilDate)
      ? []
      : ['De laatste dag is niet te lezen, dus het blijft gelden.']),
  ];
  return [what, ...unread].join(' ');
}

/** Why a payer waits for a message or task that is not finished, in Dutch. */
export function pendingSentence(status: PendingDelivery['status']): string {
  switch (status) {
    case 'uncertain':
      return exclusionSentence({ reason: 'undecided' });
    case 'failed':
      return 'Een eerder bericht kwam niet aan. Beslis daar eerst over in Postvak uit.';
    case 'waiting':
      return 'Er wacht nog een eerder bericht om te vertrekken.';
    case 'task':
      return 'Er staat nog een telefoontje, gesprek of overdracht op de werklijst.';
  }
}

/** Money that is overdue and owed by nobody, in Dutch. */
export function noLiablePayerSentence(cents: number, numbers: readonly string[]): string {
  const [only = ''] = numbers;
  if (numbers.length === 1 && only !== '') return exclusionSentence({ reason: 'noLiablePayer', number: only, cents });
  const bills = numbers.length === 1 ? '1 factuur' : `${numbers.length} facturen`;
  return `Voor ${formatCents(cents)} van ${bills} is geen betaler aangeduid.`;
}

/** Nothing is overdue, in Dutch; null: only costs are open, or are overdue alone. */
export function nothingDueSentence(firstDueDate: PlainDate | null): string {
  if (firstDueDate === null) return 'Alleen kosten staan nog open; die worden niet apart gevraagd.';
  return `Er is nog niets vervallen; de eerste vervaldag is ${formatPlainDate(firstDueDate)}.`;
}

/** Less than the smallest amount that is asked, in Dutch. */
export function belowMinimumSentence(cents: number, minimumCents: number): string {
  return `Er is ${formatCents(cents)} te vragen, minder dan het minimum van ${formatCents(minimumCents)}.`;
}

/** What the next stage waits for, in Dutch. */
export function waitSentence(number: number, { reason, fromDate }: NonNullable<NextStage['wait']>): string {
  const from = formatPlainDate(fromDate);
  switch (reason) {
    case 'notLateEnough':
      return `Nog niet lang genoeg te laat voor fase ${number}; die kan vanaf ${from}.`;
    case 'minimumGap':
      return `Fase ${number - 1} vertrok nog niet lang genoeg geleden; fase ${number} kan vanaf ${from}.`;
    case 'termRunning':
      return `De wettelijke betaaltermijn na de herinnering loopt nog; fase ${number} kan vanaf ${from}.`;
  }
}

/** Every stage was done, in Dutch. */
export function finalStageSentence(stageCount: number): string {
  return stageCount === 1
    ? 'De enige fase van de procedure is doorlopen; beslis hoe het verder gaat.'
    : `Alle ${stageCount} fasen van de procedure zijn doorlopen; beslis hoe het verder gaat.`;
}
