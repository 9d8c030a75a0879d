import type { BankFinding } from '../statement.ts';
import { type CodaRule, codaRules } from './rules.ts';

/** Of each rule this many are told one by one; a file that is wrong on every line would bury what matters. */
const told = 5;

type SentenceOf<Rule extends CodaRule> = Parameters<(typeof codaRules)[Rule]['sentence']>;

/** Where the checks of one file put what they find. */
export type CodaFindings = {
  readonly add: <Rule extends CodaRule>(rule: Rule, line: number | null, ...values: SentenceOf<Rule>) => void;
  /** In the order of the file, the whole of the file first. */
  readonly list: () => readonly BankFinding[];
};

/** An empty collection. Of what is found more often than five times, the rest becomes one line that says how many. */
export function collectFindings(): CodaFindings {
  const found: BankFinding[] = [];
  const counts = new Map<CodaRule, number>();
  return {
    add: (rule, line, ...values) => {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (count > told) return;
      const { level, sentence } = codaRules[rule];
      found.push({ level, rule, line, sentence: (sentence as (...all: readonly unknown[]) => string)(...values) });
    },
    list: () => {
      const rest = [...counts].filter(([, count]) => count > told);
      return [
        ...found.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
        ...rest.map(([rule, count]) => ({
          level: codaRules[rule].level,
          rule,
          line: null,
          sentence: `Hetzelfde (${rule}) komt nog ${count - told} keer voor in het bestand.`,
        })),
      ];
    },
  };
}
