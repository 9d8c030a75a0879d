import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RangeInput } from '#renderer/ui/range-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import type { PlanDraft, PlanForm } from './plan-draft.ts';
import { formTexts as texts } from './plan-form.nl.ts';
import { instalmentCount } from './plans.nl.ts';
import classes from './plans.module.css';
import { type Outlook, type OutlookRow, useOutlook } from './use-outlook.ts';

/** What comes of it, while one talks: the instalments, the end, and the clock beside it. */
export function PlanOutlook({
  draft,
  form,
  change,
}: {
  readonly draft: PlanDraft;
  readonly form: PlanForm;
  readonly change: (part: Partial<PlanDraft>) => void;
}) {
  const { outlook, problem, error } = useOutlook(draft, form);
  return (
    <Card title={texts.outlook}>
      {problem === null ? null : <Alert tone="warning">{problem}</Alert>}
      <ProblemAlert error={error} />
      {outlook === null ? (
        problem === null ? (
          <Text muted>{texts.notYet}</Text>
        ) : null
      ) : (
        <>
          <p className={classes['headline']} role="status">
            {headline(outlook)}
          </p>
          <WhatIf form={form} outlook={outlook} onMonthly={(monthlyCents) => change({ by: 'amount', monthlyCents })} />
          <Ends form={form} outlook={outlook} />
          <InstalmentList outlook={outlook} />
        </>
      )}
    </Card>
  );
}

/** "12 schijven van € 50,00, de laatste € 23,40". */
function headline({ rows }: Outlook): string {
  const first = rows[0]?.amountCents ?? 0;
  const last = rows.at(-1)?.amountCents ?? 0;
  if (rows.length === 1) return texts.onlyOne(formatCents(first));
  const all = texts.headline(instalmentCount(rows.length), formatCents(first));
  return first === last ? all : `${all}, ${texts.lastIs(formatCents(last))}`;
}

/** Steps of five euros, from three years to two months. */
const stepCents = 500;

function WhatIf({
  form: { totalCents },
  outlook,
  onMonthly,
}: {
  readonly form: PlanForm;
  readonly outlook: Outlook;
  readonly onMonthly: (cents: number) => void;
}) {
  const monthly = outlook.rows[0]?.amountCents ?? 0;
  const inSteps = (cents: number): number => Math.ceil(cents / stepCents) * stepCents;
  const min = Math.min(inSteps(totalCents / 36), inSteps(monthly) - (monthly % stepCents === 0 ? 0 : stepCents));
  const max = Math.max(inSteps(totalCents / 2), inSteps(monthly), min + stepCents);
  const amount = formatCents(monthly);
  return (
    <RangeInput
      label={texts.whatIf}
      shown={<Money cents={monthly} strong />}
      min={Math.max(stepCents, min)}
      max={max}
      step={stepCents}
      value={monthly}
      valueText={texts.whatIfText(amount, instalmentCount(outlook.rows.length), formatPlainDate(outlook.lastDueDate))}
      ends={[formatCents(Math.max(stepCents, min)), formatCents(max)]}
      onChange={onMonthly}
    />
  );
}

/** The end of the plan and the clock, beside each other. */
function Ends({
  form: { limitedFrom },
  outlook: { lastDueDate },
}: {
  readonly form: PlanForm;
  readonly outlook: Outlook;
}) {
  const isTooLate = limitedFrom !== null && lastDueDate >= limitedFrom;
  return (
    <>
      <dl className={classes['ends']}>
        <div>
          <dt>{texts.lastOn}</dt>
          <dd>
            <PlainDate date={lastDueDate} />
          </dd>
        </div>
        <div data-warn={isTooLate || undefined}>
          <dt>{texts.limits}</dt>
          <dd>{limitedFrom === null ? texts.unknown : <PlainDate date={limitedFrom} />}</dd>
        </div>
      </dl>
      {isTooLate ? (
        <Alert tone="warning">{texts.tooLate(formatPlainDate(limitedFrom))}</Alert>
      ) : (
        <Text muted small>
          {texts.inTime}
        </Text>
      )}
    </>
  );
}

function InstalmentList({ outlook: { rows, interestCents } }: { readonly outlook: Outlook }) {
  const isLoan = interestCents > 0;
  return (
    // A long list must be scrollable with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['instalments']} tabIndex={0} role="region" aria-label={texts.instalments}>
      <table aria-label={texts.instalments}>
        <thead>
          <tr>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.date}</th>
            {isLoan ? <th scope="col">{texts.interest}</th> : null}
            <th scope="col">{texts.amount}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <InstalmentLine key={row.dueDate} row={row} number={index + 1} isLoan={isLoan} />
          ))}
        </tbody>
      </table>
      {isLoan ? (
        <p className={classes['quiet']}>
          {texts.totalInterest}: <Money cents={interestCents} />
        </p>
      ) : null}
    </div>
  );
}

function InstalmentLine({
  row: { dueDate, amountCents, interestCents },
  number,
  isLoan,
}: {
  readonly row: OutlookRow;
  readonly number: number;
  readonly isLoan: boolean;
}) {
  return (
    <tr>
      <td>{number}</td>
      <td>
        <PlainDate date={dueDate} />
      </td>
      {isLoan ? (
        <td>
          <Money cents={interestCents} />
        </td>
      ) : null}
      <td>
        <Money cents={amountCents} />
      </td>
    </tr>
  );
}
