import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { School } from '#shared/schools/contract.ts';
import { api } from '#renderer/app/api.ts';
import { bookingTexts } from '#renderer/parts/booking/booking.nl.ts';
import { EffectPreview } from '#renderer/parts/booking/effect-preview.tsx';
import { periodicTexts as texts } from '#renderer/parts/periodic.nl.ts';
import { periodOf, periodOptions } from '#renderer/parts/periods.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from '../receipts/receipts.module.css';

/** Charges one month for one school, after showing what that would be. */
export function MonthRun({ school, today }: { readonly school: School; readonly today: PlainDate }) {
  const schoolId = school.id;
  const [period, setPeriod] = useState(periodOf(today));
  const [dueDate, setDueDate] = useState<PlainDate | null>(addDays(today, school.paymentTermDays));
  const preview = useQuery({
    ...api.ledger.previewPeriodicCharges.queryOptions({ input: { schoolId, period } }),
    placeholderData: keepPreviousData,
  });
  const run = useMutation(
    api.ledger.runPeriodicCharges.mutationOptions({
      onSuccess: ({ invoiceIds, totalCents }) => notifyDone(texts.runDone(invoiceIds.length, formatCents(totalCents))),
    }),
  );
  const { rows = [], totalCents = 0, alreadyCharged = 0 } = preview.data ?? {};
  return (
    <Card title={texts.runTitle}>
      <div className={classes['stack']}>
        <Text muted>{texts.runHint}</Text>
        <div className={classes['control']}>
          <Select
            label={texts.month}
            width={200}
            value={period}
            onChange={(chosen) => chosen !== null && setPeriod(chosen)}
            options={periodOptions(today, 6, 2)}
          />
          <DateInput
            label={texts.dueDate}
            required
            width={170}
            value={dueDate}
            onChange={setDueDate}
            minDate={today}
            error={dueDate === null ? texts.dueMissing : null}
          />
        </div>
        <ProblemAlert error={preview.error ?? run.error} />
        {alreadyCharged > 0 ? <Text muted>{texts.already(alreadyCharged)}</Text> : null}
        {preview.data && rows.length === 0 ? <Text muted>{texts.nothingToCharge}</Text> : null}
        {rows.length > 0 ? (
          <>
            <Table
              label={texts.runTitle}
              rows={rows}
              getKey={({ periodicChargeId }) => periodicChargeId}
              columns={[
                { id: 'pupil', header: texts.pupil, cell: (row) => <PersonName>{row.pupilName}</PersonName> },
                { id: 'what', header: texts.what, cell: (row) => row.description },
                { id: 'group', header: texts.billingGroup, cell: (row) => row.billingGroup },
                {
                  id: 'amount',
                  header: bookingTexts.amount,
                  align: 'right',
                  cell: (row) => <Money cents={row.amountCents} />,
                },
              ]}
            />
            {dueDate === null ? null : (
              <EffectPreview rows={[]}>
                {texts.effect(rows.length, formatCents(totalCents), formatPlainDate(dueDate))}
              </EffectPreview>
            )}
            <div>
              <Button
                variant="primary"
                disabled={dueDate === null || preview.isPlaceholderData}
                loading={run.isPending}
                onClick={() => dueDate !== null && run.mutate({ schoolId, period, dueDate })}
              >
                {texts.run(rows.length)}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Card>
  );
}
