import type { DecisionItem } from './decision.ts';

/**
 * Whether an item lowers what is asked: a negative amount, or a credit note or credit with whatever sign it was given, so that
 * money of a family is never asked from it.
 */
export function isCreditItem({ kind, openCents }: DecisionItem): boolean {
  return openCents < 0 || kind === 'creditNote' || kind === 'credit';
}
