import { formatPlainDate, isPlainDate } from '../calendar/plain-date.ts';
import { holdKindName } from './kinds.ts';

/** What a hold holds, as a line of the dossier tells it. */
export type HoldFacts = {
  readonly kind: string;
  readonly scope: string;
  /** Of bills: their numbers. */
  readonly numbers: readonly string[];
  /** Of a payer: the name. */
  readonly payer: string | null;
  readonly reason: string;
  readonly untilDate: string | null;
};

/**
 * The Dutch line that tells that something was held: "Factuur 2026-1 opgeschort tot en met 15/12/2026 (betwisting): …". A last day that
 * cannot be read is left out, because it holds for good.
 */
export function holdSentence(facts: HoldFacts): string {
  const { kind, untilDate, reason } = facts;
  const until = untilDate === null || !isPlainDate(untilDate) ? '' : ` tot en met ${formatPlainDate(untilDate)}`;
  if (kind === 'doNotProcess' && facts.scope === 'invoice') return `${held(facts)} niet verwerken${until}: ${reason}`;
  return `${held(facts)} opgeschort${until} (${holdKindName(kind).toLowerCase()}): ${reason}`;
}

/** The Dutch line that tells that it was lifted. */
export function liftSentence(facts: HoldFacts): string {
  const { kind, reason } = facts;
  if (kind === 'doNotProcess' && facts.scope === 'invoice') return `${held(facts)} opnieuw verwerken (was: ${reason})`;
  return `${held(facts)} niet meer opgeschort (was ${holdKindName(kind).toLowerCase()}: ${reason})`;
}

/** Up to three invoices by number, more as a count. */
function held({ scope, numbers, payer }: HoldFacts): string {
  if (scope === 'household') return 'Heel het gezin';
  if (scope === 'payer') return `Betaler ${payer ?? ''}`.trim();
  if (numbers.length > 3) return `${numbers.length} facturen`;
  return `${numbers.length === 1 ? 'Factuur' : 'Facturen'} ${numbers.join(', ')}`;
}
