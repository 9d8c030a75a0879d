import { formatIban } from '#shared/bank/iban.ts';
import type { BankFilePreview } from '#shared/bank/shapes.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { AccountForm } from './account-form.tsx';
import classes from './bank.module.css';
import { bankTexts } from './bank.nl.ts';
import { bankFileTexts as texts } from './bank-file.nl.ts';
import { FindingsList, WarningsAlert } from './findings-list.tsx';

type Statement = BankFilePreview['statements'][number];

/** One statement of a dropped file: of which account, between which balances, and what becomes of its lines. */
export function StatementCard({
  statement,
  onAccountSaved,
}: {
  readonly statement: Statement;
  readonly onAccountSaved: () => void;
}) {
  const { account, schoolName, sequenceNumber, openingCents, closingCents, closingDate, findings } = statement;
  const warnings = findings.filter(({ level }) => level === 'warning');
  // An account of no school yet is put right here; everything else is wrong in the file.
  const errors = findings.filter(({ level, rule }) => level === 'error' && rule !== 'bank.account');
  const added = newLinesOf(statement);
  const hasBalance = openingCents !== null && closingCents !== null;
  return (
    <Card
      title={
        <>
          {texts.statement(sequenceNumber)}
          {closingDate === null ? null : (
            <>
              {' '}
              {texts.upTo} <PlainDate date={closingDate} />
            </>
          )}
        </>
      }
      actions={
        hasBalance ? (
          <Badge tone="success">{texts.balanceFine}</Badge>
        ) : (
          <Badge tone="warning">{bankTexts.noBalance}</Badge>
        )
      }
    >
      <dl className={classes['statementFacts']}>
        <dt>{bankTexts.account}</dt>
        <dt>{texts.opening}</dt>
        <dt>{texts.closing}</dt>
        <dt>{bankTexts.counts}</dt>
        <dd>
          {formatIban(account)}
          {schoolName === null ? null : <Text small>{schoolName}</Text>}
        </dd>
        <dd>{openingCents === null ? '' : <Money cents={openingCents} />}</dd>
        <dd>{closingCents === null ? '' : <Money cents={closingCents} />}</dd>
        <dd>
          {statement.schoolId === null ? texts.lines(statement.lines) : texts.newLines(added)}
          {statement.known > 0 ? <Text small>{texts.knownLines(statement.known)}</Text> : null}
        </dd>
      </dl>
      {hasBalance ? null : <Text muted>{texts.noBalance}</Text>}
      {errors.length > 0 ? (
        <Alert tone="danger" title={texts.blockedStatement}>
          <FindingsList findings={errors} />
        </Alert>
      ) : null}
      <WarningsAlert findings={warnings} />
      {statement.schoolId === null && errors.length === 0 ? (
        <Alert tone="warning" title={texts.unknownTitle(formatIban(account))}>
          <p>{texts.unknownText}</p>
          <AccountForm account={null} iban={account} onSaved={onAccountSaved} />
        </Alert>
      ) : added > 0 ? (
        <Outcomes statement={statement} />
      ) : null}
    </Card>
  );
}

/** What would be stored of a statement. */
export function newLinesOf({ certain, likely, possible, unmatched, setAside }: Statement): number {
  return certain + likely + possible + unmatched + setAside;
}

function Outcomes({ statement }: { readonly statement: Statement }) {
  const outcomes = [
    { count: statement.certain, name: texts.certain, hint: texts.certainHint },
    { count: statement.likely, name: texts.likely, hint: texts.likelyHint },
    { count: statement.possible, name: texts.possible, hint: texts.possibleHint },
    { count: statement.unmatched, name: texts.unmatched, hint: texts.unmatchedHint },
    { count: statement.setAside, name: texts.setAside, hint: texts.setAsideHint },
  ];
  return (
    <ul className={classes['outcomes']} aria-label={texts.outcomes}>
      {outcomes.map(({ count, name, hint }) => (
        <li key={name} data-none={count === 0 || undefined}>
          <span className={classes['number']}>{count}</span>
          <span>{name}</span>
          <Text small muted>
            {hint}
          </Text>
        </li>
      ))}
    </ul>
  );
}
