import type { ReactNode } from 'react';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { PlanDraft, PlanForm } from './plan-draft.ts';
import { formTexts as texts } from './plan-form.nl.ts';
import { LoanFields } from './loan-fields.tsx';
import classes from './plans.module.css';

const byOptions = [
  { value: 'amount', label: texts.byAmount },
  { value: 'count', label: texts.byCount },
] as const;

/** So much a month or over so many, from when, and how strictly it is looked at. */
export function AmountsPart({
  draft,
  form,
  allowsInterest,
  feasible,
  change,
}: {
  readonly draft: PlanDraft;
  readonly form: PlanForm;
  readonly allowsInterest: boolean;
  /** The way to what the family can spare. */
  readonly feasible: ReactNode;
  readonly change: (part: Partial<PlanDraft>) => void;
}) {
  return (
    <Card title={texts.how}>
      <div className={classes['amounts']}>
        <div className={classes['wide']}>
          <Segmented label={texts.by} options={byOptions} value={draft.by} onChange={(by) => change({ by })} />
        </div>
        {draft.by === 'amount' ? (
          <AmountInput
            label={texts.monthly}
            required
            width="100%"
            cents={form.monthlyCents}
            onCents={(monthlyCents) => change({ monthlyCents })}
          />
        ) : (
          <NumberInput
            label={texts.count}
            required
            min={1}
            max={120}
            value={draft.count ?? ''}
            onChange={(value) => change({ count: numberOf(value) })}
          />
        )}
        <div className={classes['feasible']}>{feasible}</div>
        <DateInput
          label={texts.start}
          required
          clearable={false}
          value={form.startsOn}
          onChange={(startsOn) => change({ startsOn, dayOfMonth: null })}
        />
        <NumberInput
          label={texts.day}
          min={1}
          max={31}
          value={form.dayOfMonth ?? ''}
          onChange={(value) => change({ dayOfMonth: numberOf(value) })}
        />
        <NumberInput
          label={texts.tolerance}
          min={0}
          max={60}
          suffix={form.toleranceDays === 1 ? texts.day1 : texts.days}
          value={form.toleranceDays}
          onChange={(value) => change({ toleranceDays: numberOf(value) ?? 0 })}
        />
        <NumberInput
          label={texts.remind}
          placeholder={texts.remindNone}
          min={1}
          max={30}
          suffix={form.remindDaysBefore === 1 ? texts.day1 : texts.days}
          value={form.remindDaysBefore ?? ''}
          onChange={(value) => change({ remindDaysBefore: numberOf(value) })}
        />
        {allowsInterest ? <LoanFields terms={draft.interest} onTerms={(interest) => change({ interest })} /> : null}
      </div>
    </Card>
  );
}

function numberOf(value: number | string): number | null {
  return value === '' ? null : Number(value);
}
