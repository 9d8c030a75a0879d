import type { HoldKind, HoldScope } from './contract.ts';

export type HoldKindRules = {
  /** As the office calls it. */
  readonly name: string;
  /** One line for whoever chooses it. */
  readonly explanation: string;
  /** No costs or interest meanwhile; `always`: nobody can choose otherwise. */
  readonly freezesCosts: 'always' | 'usually' | 'no';
  /** How long it holds when nobody says until when; null: until lifted. `law`: the table of the law says how long. */
  readonly days: number | null | 'law';
  /** It cannot be open-ended: it is about a day. */
  readonly asksUntil: boolean;
};

/**
 * What each kind of hold does, the most careful first. Every kind stops reminders for its scope; collective debt settlement
 * and mediation freeze costs and interest as well. Source: domain.md "One decision", law.md 5.1 and 5.3.
 */
export const holdKindRules: Readonly<Record<HoldKind, HoldKindRules>> = {
  debtSettlement: {
    name: 'Collectieve schuldenregeling',
    explanation: 'De rechtbank liet een regeling toe: alles gaat via de bemiddelaar, zonder einddatum.',
    freezesCosts: 'always',
    days: null,
    asksUntil: false,
  },
  mediation: {
    name: 'Bemiddeling',
    explanation:
      'Minnelijke schuldbemiddeling is aangevraagd: 45 dagen geen enkele stap, vanaf de eerste werkdag erna.',
    freezesCosts: 'always',
    days: 'law',
    asksUntil: false,
  },
  bereavement: {
    name: 'Overlijden',
    explanation: 'Er is een overlijden in het gezin. Niets vertrekt tot iemand dit opheft.',
    freezesCosts: 'usually',
    days: null,
    asksUntil: false,
  },
  dispute: {
    name: 'Betwisting',
    explanation: 'De factuur of een deel ervan wordt betwist en dat wordt uitgezocht.',
    freezesCosts: 'usually',
    days: null,
    asksUntil: false,
  },
  socialFile: {
    name: 'Sociaal dossier',
    explanation: 'Zorg, OCMW of het sociaal fonds volgt dit gezin op.',
    freezesCosts: 'usually',
    days: null,
    asksUntil: false,
  },
  plan: {
    name: 'Afbetaalplan',
    explanation: 'Er is een afbetaalplan gevraagd of het loopt: 30 dagen de tijd om het af te spreken.',
    freezesCosts: 'usually',
    days: 30,
    asksUntil: false,
  },
  budgetManagement: {
    name: 'Budgetbeheer',
    explanation: 'Het OCMW beheert het budget; spreek met het OCMW af wat kan.',
    freezesCosts: 'no',
    days: null,
    asksUntil: false,
  },
  promise: {
    name: 'Betaalbelofte',
    explanation: 'De betaler belooft te betalen tegen een dag; daarna gaat het gewoon verder.',
    freezesCosts: 'no',
    days: null,
    asksUntil: true,
  },
  doNotProcess: {
    name: 'Niet verwerken',
    explanation: 'Gewoon even overslaan, om een reden die je hieronder schrijft.',
    freezesCosts: 'no',
    days: null,
    asksUntil: false,
  },
  other: {
    name: 'Andere',
    explanation: 'Wat hier niet bij staat; schrijf bij de reden wat er is.',
    freezesCosts: 'no',
    days: null,
    asksUntil: false,
  },
};

/** Every kind from the most careful on: of several holds on one bill, the first of these is the one that is shown. */
export const kindsByCare = Object.keys(holdKindRules) as readonly HoldKind[];

/** What a hold holds, in a word. */
export const holdScopeNames: Readonly<Record<HoldScope, string>> = {
  school: 'hele school',
  household: 'heel het gezin',
  payer: 'één betaler',
  invoice: 'factuur',
};

/** The Dutch name of a kind; what is not known is named as a hold all the same, because it holds. */
export function holdKindName(kind: string): string {
  return isKind(kind) ? holdKindRules[kind].name : 'Opgeschort';
}

/**
 * Whether a hold freezes costs and interest: as chosen where the kind leaves a choice, else as the kind has it. A kind that
 * is not known freezes. Source: domain.md "One decision", law.md 5.1.
 */
export function freezesCosts(kind: string, chosen?: boolean): boolean {
  if (!isKind(kind)) return true;
  const rule = holdKindRules[kind].freezesCosts;
  return rule === 'always' || (chosen ?? rule === 'usually');
}

function isKind(kind: string): kind is HoldKind {
  return Object.hasOwn(holdKindRules, kind);
}
