import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { filledText, id, period, positiveCents } from '#shared/api/schemas.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { bookingTexts } from '#renderer/parts/booking/booking.nl.ts';
import { periodicTexts as texts } from '#renderer/parts/periodic.nl.ts';
import { periodOf, periodOptions } from '#renderer/parts/periods.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Controller, useZodForm } from '#renderer/ui/form.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import classes from './people.module.css';

const chargeForm = z
  .object({
    pupilId: id,
    billingGroup: filledText(120),
    description: filledText(200),
    amountCents: positiveCents,
    fromPeriod: period,
    untilPeriod: period.nullable(),
  })
  .refine(({ fromPeriod, untilPeriod }) => untilPeriod === null || untilPeriod >= fromPeriod, {
    path: ['untilPeriod'],
    message: texts.untilBeforeFrom,
  });
type PeriodicChargeInput = z.infer<typeof chargeForm>;

/** A new charge that comes back every month. */
export function PeriodicChargeForm({
  pupilId,
  schoolId,
  today,
  pending,
  onSave,
}: {
  readonly pupilId: number;
  readonly schoolId: number;
  readonly today: PlainDate;
  readonly pending: boolean;
  readonly onSave: (input: PeriodicChargeInput) => void;
}) {
  const schools = useQuery(api.schools.list.queryOptions());
  const groups = schools.data?.find((school) => school.id === schoolId)?.billingGroups ?? [];
  const form = useZodForm(chargeForm, {
    pupilId,
    billingGroup: '',
    description: '',
    fromPeriod: periodOf(today),
    untilPeriod: null,
  });
  const { control, register, formState } = form;
  const { errors } = formState;
  const save = form.handleSubmit(onSave);
  const months = periodOptions(today, 12, 18);
  return (
    <form
      noValidate
      className={classes['fields']}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) void save();
      }}
    >
      <div className={classes['half']}>
        <TextInput
          label={texts.description}
          placeholder={texts.descriptionPlaceholder}
          required
          {...register('description')}
          error={errors.description?.message}
        />
      </div>
      <div className={classes['half']}>
        <Controller
          control={control}
          name="billingGroup"
          render={({ field }) => (
            <Select
              label={texts.billingGroup}
              required
              searchable
              value={field.value === '' ? null : field.value}
              onChange={(group) => field.onChange(group ?? '')}
              options={groups.map(({ name }) => ({ value: name, label: name }))}
              error={errors.billingGroup?.message}
            />
          )}
        />
      </div>
      <div className={classes['third']}>
        <Controller
          control={control}
          name="amountCents"
          render={({ field }) => (
            <AmountInput
              label={texts.amount}
              required
              width="100%"
              cents={field.value ?? null}
              onCents={(cents) => field.onChange(cents ?? undefined)}
              onBlur={field.onBlur}
              error={errors.amountCents ? bookingTexts.amountMissing : null}
            />
          )}
        />
      </div>
      <div className={classes['third']}>
        <Controller
          control={control}
          name="fromPeriod"
          render={({ field }) => (
            <Select
              label={texts.from}
              required
              value={field.value}
              onChange={(month) => month !== null && field.onChange(month)}
              options={months}
            />
          )}
        />
      </div>
      <div className={classes['third']}>
        <Controller
          control={control}
          name="untilPeriod"
          render={({ field }) => (
            <Select
              label={texts.until}
              description={texts.untilHint}
              clearable
              value={field.value}
              onChange={field.onChange}
              options={months}
              error={errors.untilPeriod?.message}
            />
          )}
        />
      </div>
      <div className={classes['full']}>
        <Button type="submit" loading={pending}>
          {texts.add}
        </Button>
      </div>
    </form>
  );
}
