import { formatCents } from '../money/cents.ts';
import type { PlannedExclusion } from './contract.ts';

export type Exclusion = PlannedExclusion & {
  /** Null when it is about a household as a whole. */
  readonly payerId: number | null;
  readonly schoolId: number | null;
};

type Reason =
  | { readonly reason: 'allHeld'; readonly count: number }
  | { readonly reason: 'nothingDue'; readonly upcoming: number }
  | { readonly reason: 'creditCovers'; readonly dueCents: number; readonly creditCents: number }
  | { readonly reason: 'noLiablePayer'; readonly number: string; readonly cents: number }
  | { readonly reason: 'noPayer' }
  | { readonly reason: 'undecided' }
  | { readonly reason: 'unreachable' };

/** Why a household or payer gets nothing, as the user reads it in the list of who is left out. */
export function exclusionSentence(reason: Reason): string {
  switch (reason.reason) {
    case 'allHeld':
      // None at all: the payer is held, not what there is to pay.
      if (reason.count === 0) return 'Deze betaler is opgeschort.';
      return reason.count === 1
        ? 'De vervallen factuur staat op niet verwerken.'
        : `Alle ${reason.count} vervallen facturen staan op niet verwerken.`;
    case 'nothingDue':
      return reason.upcoming === 0 ? 'Er staat niets meer open.' : 'Er is nog niets vervallen.';
    case 'creditCovers':
      return `Het tegoed (${formatCents(reason.creditCents)}) dekt wat vervallen is (${formatCents(reason.dueCents)}).`;
    case 'noLiablePayer':
      return `Voor ${formatCents(reason.cents)} van factuur ${reason.number} is geen betaler aangeduid.`;
    case 'noPayer':
      return 'Voor dit gezin is geen betaler aangeduid.';
    case 'undecided':
      return 'Van een eerder bericht is niet zeker of het vertrok. Beslis daar eerst over in Postvak uit.';
    case 'unreachable':
      return 'Geen bruikbaar e-mailadres en geen volledig postadres.';
  }
}
