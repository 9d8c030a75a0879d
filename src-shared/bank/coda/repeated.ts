import { isSameStatement } from '../same-statement.ts';
import type { BankStatement } from '../statement.ts';
import type { CodaFindings } from './findings.ts';

/** A statement and the line it starts on. */
export type PlacedStatement = { readonly line: number; readonly statement: BankStatement };

/**
 * Leaves out statements that stand in the file a second time, with a warning; files get joined by hand. When two share
 * movements but are not the same, neither can be trusted: an error, and both stay.
 */
export function withoutRepeated(placed: readonly PlacedStatement[], findings: CodaFindings): BankStatement[] {
  const kept: PlacedStatement[] = [];
  const owners = new Map<string, PlacedStatement>();
  for (const one of placed) {
    const keys = one.statement.movements.map(({ key }) => `${one.statement.account}/${one.statement.currency}/${key}`);
    const earlier = keys.map((key) => owners.get(key)).find((owner) => owner !== undefined);
    if (earlier && isSameStatement(earlier.statement, one.statement)) {
      findings.add('coda.repeated', one.line, earlier.line);
      continue;
    }
    if (earlier) findings.add('coda.overlap', one.line, earlier.line);
    for (const key of keys) owners.set(key, one);
    kept.push(one);
  }
  return kept.map(({ statement }) => statement);
}
