import type { BankFinding } from './statement.ts';

/** Of each rule this many are told one by one. */
const told = 10;

/**
 * Findings as a person can read them: of a rule that was found more than ten times the rest becomes one line with their
 * number and the same level, so that a file that is wrong on every line does not bury what matters.
 */
export function limitFindings(findings: readonly BankFinding[]): BankFinding[] {
  const counts = new Map<string, number>();
  const nameOf = ({ level, rule }: BankFinding): string => `${level} ${rule}`;
  const shown = findings.filter((finding) => {
    const count = (counts.get(nameOf(finding)) ?? 0) + 1;
    counts.set(nameOf(finding), count);
    return count <= told;
  });
  const rest = [...new Map(findings.map((finding) => [nameOf(finding), finding])).values()].flatMap((finding) => {
    const more = (counts.get(nameOf(finding)) ?? 0) - told;
    const sentence = `Hetzelfde komt nog ${more} keer voor in het bestand (${finding.rule}).`;
    return more > 0 ? [{ ...finding, line: null, sentence }] : [];
  });
  return [...shown, ...rest];
}
