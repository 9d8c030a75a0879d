import type { LoanTerms } from '#shared/plans/shapes.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { formTexts as texts } from './plan-form.nl.ts';
import classes from './plans.module.css';

const methods = ['annuity', 'linear'] as const;
const orders = ['interestFirst', 'principalFirst'] as const;

/** Only at a school that allows loans with interest, and then only when it is ticked. */
export function LoanFields({
  terms,
  onTerms,
}: {
  readonly terms: LoanTerms | null;
  readonly onTerms: (terms: LoanTerms | null) => void;
}) {
  return (
    <>
      <div className={classes['wide']}>
        <Checkbox
          label={texts.loan}
          checked={terms !== null}
          onChange={(event) =>
            onTerms(event.currentTarget.checked ? { method: 'annuity', order: 'interestFirst' } : null)
          }
        />
      </div>
      {terms === null ? null : (
        <>
          <Select
            label={texts.method}
            value={terms.method}
            options={methods.map((value) => ({ value, label: texts.methods[value] }))}
            onChange={(method) => method && onTerms({ ...terms, method })}
          />
          <NumberInput
            label={texts.percent}
            required
            min={0}
            max={100}
            allowDecimal
            decimalScale={3}
            suffix=" %"
            value={terms.yearlyPercent ?? ''}
            onChange={(value) => onTerms(withPercent(terms, value === '' ? undefined : Number(value)))}
          />
          <Select
            label={texts.order}
            value={terms.order}
            options={orders.map((value) => ({ value, label: texts.orders[value] }))}
            onChange={(order) => order && onTerms({ ...terms, order })}
          />
        </>
      )}
    </>
  );
}

/** A yearly percentage takes the place of a monthly one. */
function withPercent({ method, order }: LoanTerms, yearlyPercent: number | undefined): LoanTerms {
  return { method, order, ...(yearlyPercent === undefined ? {} : { yearlyPercent }) };
}
