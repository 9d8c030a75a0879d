import type { Match } from '#shared/bank/match/draft.ts';
import type { MatchLine } from '#shared/bank/match/knowledge.ts';
import { proposeMatches } from '#shared/bank/match/propose-matches.ts';
import type { Store } from '#main/store/store.ts';
import { gatherKnowledge } from './gather-knowledge.ts';
import { matchLines, openTransactions } from './transactions.ts';

/**
 * What would be done now with every open line, and with lines that are not stored yet (with ids below zero). All of them
 * together, so that the same cents are never proposed twice.
 */
export function proposeOpenLines(store: Store, unstored: readonly MatchLine[] = []): ReadonlyMap<number, Match> {
  const lines = [...matchLines(store, openTransactions(store)), ...unstored];
  return lines.length === 0 ? new Map() : proposeMatches(lines, gatherKnowledge(store, lines));
}
