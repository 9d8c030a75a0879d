import type { BankFilePreview } from '#shared/bank/shapes.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import classes from './bank.module.css';
import { bankFileTexts as texts } from './bank-file.nl.ts';

type Finding = BankFilePreview['findings'][number];

const shownAtMost = 12;

/** What does not fit in a file: the sentence, and the line and the rule for whoever asks the bank about it. */
export function FindingsList({ findings }: { readonly findings: readonly Finding[] }) {
  const shown = findings.slice(0, shownAtMost);
  return (
    <ul className={classes['findings']} aria-label={texts.findings}>
      {shown.map(({ rule, line, sentence }) => (
        <li key={`${rule} ${line} ${sentence}`}>
          {sentence}{' '}
          <span className={classes['where']}>
            {[line === null ? null : texts.line(line), texts.rule(rule)].filter(Boolean).join(', ')}
          </span>
        </li>
      ))}
      {findings.length > shown.length ? <li>{texts.moreFindings(findings.length - shown.length)}</li> : null}
    </ul>
  );
}

/** What does not stand in the way of reading a file in; nothing when there is none. */
export function WarningsAlert({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Alert tone="warning" title={texts.warningsTitle}>
      <FindingsList findings={findings} />
    </Alert>
  );
}
