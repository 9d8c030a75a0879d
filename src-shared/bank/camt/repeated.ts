import { formatIban } from '../iban.ts';
import { isSameStatement } from '../same-statement.ts';
import type { BankFinding, BankStatement } from '../statement.ts';

export type WithoutRepeated = {
  readonly statements: readonly BankStatement[];
  readonly findings: readonly BankFinding[];
};

/**
 * Leaves out a statement that stands in the file a second time, and tells so. Of two different statements that share a
 * movement both stay, with a warning: its key is the same, so it can be booked only once.
 */
export function withoutRepeated(statements: readonly BankStatement[]): WithoutRepeated {
  const kept: BankStatement[] = [];
  const findings: BankFinding[] = [];
  const owners = new Map<string, BankStatement>();
  for (const statement of statements) {
    const keys = statement.movements.map(({ key }) => `${statement.account} ${key}`);
    const earlier = keys.map((key) => owners.get(key)).find((owner) => owner !== undefined);
    const name = `${statement.sequenceNumber ?? ''} van rekening ${formatIban(statement.account)}`.trim();
    if (earlier && isSameStatement(earlier, statement)) {
      const sentence = `Uittreksel ${name} staat twee keer in het bestand. Het telt één keer.`;
      findings.push({ level: 'warning', rule: 'camt.repeated', line: null, sentence });
      continue;
    }
    if (earlier) {
      const sentence = `Uittreksel ${name} bevat een verrichting die ook in een ander uittreksel van dit bestand staat. Ze wordt maar één keer geboekt; kijk na of het er twee waren.`;
      findings.push({ level: 'warning', rule: 'camt.overlap', line: null, sentence });
    }
    for (const key of keys) owners.set(key, statement);
    kept.push(statement);
  }
  return { statements: kept, findings };
}
