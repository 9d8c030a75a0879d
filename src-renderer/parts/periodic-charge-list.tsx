import { useMutation } from '@tanstack/react-query';
import type { PeriodicCharge } from '#shared/ledger/booking-shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { periodWords } from './periods.ts';
import { periodicTexts as texts } from './periodic.nl.ts';

/** Charges that come back, with a way to stop each. */
export function PeriodicChargeList({
  charges,
  withPupil,
}: {
  readonly charges: readonly PeriodicCharge[];
  readonly withPupil: boolean;
}) {
  const stop = useMutation(
    api.ledger.stopPeriodicCharge.mutationOptions({
      onSuccess: ({ description }) => notifyDone(texts.stopped(description)),
      onError: notifyProblem,
    }),
  );
  const columns: readonly TableColumn<PeriodicCharge>[] = [
    { id: 'pupil', header: texts.pupil, cell: (charge) => <PersonName>{charge.pupilName}</PersonName> },
    { id: 'what', header: texts.what, cell: (charge) => <What charge={charge} /> },
    { id: 'period', header: texts.period, cell: (charge) => <When charge={charge} /> },
    { id: 'amount', header: texts.amount, align: 'right', cell: (charge) => <Money cents={charge.amountCents} /> },
    {
      id: 'stop',
      header: '',
      align: 'right',
      cell: (charge) =>
        charge.stoppedAt === null ? (
          <Button
            size="xs"
            aria-label={texts.stopOf(charge.description)}
            disabled={stop.isPending}
            onClick={() => stop.mutate({ periodicChargeId: charge.periodicChargeId })}
          >
            {texts.stop}
          </Button>
        ) : (
          <Badge>{texts.isStopped}</Badge>
        ),
    },
  ];
  return (
    <Table
      label={texts.running}
      rows={charges}
      columns={withPupil ? columns : columns.filter(({ id }) => id !== 'pupil')}
      getKey={({ periodicChargeId }) => periodicChargeId}
    />
  );
}

function What({ charge }: { readonly charge: PeriodicCharge }) {
  return (
    <>
      {charge.description}
      <Text muted small>
        {charge.billingGroup}
      </Text>
    </>
  );
}

function When({ charge }: { readonly charge: PeriodicCharge }) {
  const { fromPeriod, untilPeriod, chargedUntil } = charge;
  return (
    <>
      {texts.periodWords(periodWords(fromPeriod), untilPeriod === null ? null : periodWords(untilPeriod))}
      <Text muted small>
        {chargedUntil === null ? texts.neverCharged : texts.chargedUntil(periodWords(chargedUntil))}
      </Text>
    </>
  );
}
