import type { ExclusionCode, ProposalNote } from '#shared/dunning/decision.ts';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import { channelWord } from '#shared/runs/channel-words.ts';
import type { RunProposal, RunStatus } from '#shared/runs/contract.ts';
import type { BadgeTone } from '#renderer/ui/badge.tsx';

/** How a stage reaches a payer, as the label of a column or a choice; the long ones shorter. */
export const channelWords: Readonly<Record<StageChannel, string>> = {
  email: capital(channelWord('email')),
  letter: capital(channelWord('letter')),
  registeredLetter: 'Aangetekend',
  phone: capital(channelWord('phone')),
  talk: capital(channelWord('talk')),
  handOver: 'Overdracht',
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const statusWords: Readonly<Record<RunStatus, string>> = {
  draft: 'voorstel',
  approved: 'klaar om te versturen',
  sending: 'wordt verstuurd',
  done: 'afgerond',
  cancelled: 'geannuleerd',
  reversed: 'teruggedraaid',
};

export const statusTones: Readonly<Record<RunStatus, BadgeTone>> = {
  draft: 'info',
  approved: 'info',
  sending: 'warning',
  done: 'success',
  cancelled: 'neutral',
  reversed: 'neutral',
};

export const sinceWords: Readonly<Record<NonNullable<RunProposal['sinceLastRun']>, string>> = {
  new: 'nieuw',
  further: 'een fase verder',
  same: 'zelfde fase',
  back: 'teruggevallen',
};

/** Why nobody is reminded, as short as a filter asks. */
export const reasonWords: Readonly<Record<ExclusionCode, string>> = {
  undecided: 'Eerst te beslissen',
  deliveryFailed: 'Bericht mislukt',
  messageWaiting: 'Bericht wacht nog',
  taskWaiting: 'Taak nog te doen',
  held: 'Opgeschort',
  livePlan: 'Afbetaalplan loopt',
  limited: 'Verjaard',
  handedOver: 'Overgedragen',
  schoolLeaver: 'Schoolverlater',
  noLiablePayer: 'Geen betaler',
  unreachable: 'Niet bereikbaar',
  nothingDue: 'Niets vervallen',
  grace: 'Uitstel loopt',
  coveredByCredit: 'Tegoed dekt alles',
  belowMinimum: 'Onder het minimum',
  noProcedure: 'Geen procedure',
  notLateEnough: 'Nog niet laat genoeg',
  minimumGap: 'Wachttijd loopt',
  termRunning: 'Termijn loopt',
  finalStage: 'Laatste fase gedaan',
};

/** What a person can do something about first, what is simply in order last. */
export const reasonOrder: readonly ExclusionCode[] = [
  'undecided',
  'deliveryFailed',
  'unreachable',
  'noLiablePayer',
  'noProcedure',
  'limited',
  'finalStage',
  'termRunning',
  'minimumGap',
  'taskWaiting',
  'messageWaiting',
  'held',
  'livePlan',
  'handedOver',
  'coveredByCredit',
  'belowMinimum',
  'schoolLeaver',
  'grace',
  'notLateEnough',
  'nothingDue',
];

/** A word for the list; the whole sentence stands in the panel. */
export const noteWords: Readonly<Record<ProposalNote, string>> = {
  severalProcedures: 'meer procedures',
  thirdPartyPayer: 'derde betaalt',
  splitShare: 'eigen deel',
  creditNetted: 'tegoed verrekend',
  creditElsewhere: 'tegoed elders',
  schoolLeaver: 'schoolverlater',
  catchingUp: 'inhaalfase',
  newInvoices: 'nieuwe facturen',
  nearLimitation: 'verjaart bijna',
  brokenPlan: 'plan verbroken',
  costsFrozen: 'kosten bevroren',
};

/** The same for what is wrong with an address or a text; what is not known here is only marked. */
export const exceptionWords: Readonly<Record<string, string>> = {
  noEmail: 'geen e-mail',
  emailBounced: 'e-mail kwam terug',
  noAddress: 'geen adres',
  thirdPartyPayer: 'derde betaalt',
  textInOtherLanguage: 'tekst in andere taal',
  splitShare: 'eigen deel',
  recentlyContacted: 'kort geleden bericht',
  creditInHousehold: 'tegoed in het gezin',
  noIban: 'geen rekening',
  sharedAddress: 'gedeeld adres',
  unreachable: 'niet bereikbaar',
  notRegistered: 'niet aangetekend',
  prefersLetter: 'liever een brief',
  costs: 'kosten erbij',
};

export const exceptionWord = (code: string): string => exceptionWords[code] ?? 'te bekijken';
