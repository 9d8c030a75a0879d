import { decodeBankText } from '../bank-text.ts';
import type { BankFileContent } from '../statement.ts';
import { collectFindings } from './findings.ts';
import { codaLines } from './lines.ts';
import { textLooksLikeCoda } from './looks-like-coda.ts';
import { readStatement } from './read-statement.ts';
import { withoutRepeated } from './repeated.ts';
import { groupStatements } from './statement-records.ts';

/**
 * Reads a CODA file (Febelfin, version 2) of one or more accounts and statements. Never throws: whatever is wrong is
 * among the findings, with its line and rule, and the statements are what could be read. Every amount counts once, so
 * without errors the movements of a statement add up to closing minus opening. Source: facts/bank.md section 1.
 */
export function readCoda(bytes: Uint8Array): BankFileContent {
  const findings = collectFindings();
  const text = decodeBankText(bytes);
  const isEmpty = text.trim() === '';
  if (isEmpty || !textLooksLikeCoda(text)) {
    findings.add(isEmpty ? 'coda.empty' : 'coda.signature', isEmpty ? null : 1);
    return { format: 'coda', statements: [], findings: findings.list() };
  }
  const placed = groupStatements(codaLines(text, findings), findings).flatMap((records) => {
    const statement = readStatement(records, findings);
    return statement ? [{ line: records.start, statement }] : [];
  });
  return { format: 'coda', statements: withoutRepeated(placed, findings), findings: findings.list() };
}
