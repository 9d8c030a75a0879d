import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UpcomingInstalment } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { upcomingTexts as texts } from './upcoming.nl.ts';
import classes from './upcoming.module.css';

/** Instalments whose day is near, above the list of plans; nothing when there are none or somebody else announces them. */
export function UpcomingStrip({ schoolId }: { readonly schoolId: number | undefined }) {
  const refused = useRefused();
  const [looking, setLooking] = useState(false);
  const upcoming = useQuery(api.plans.upcoming.queryOptions({ input: schoolId === undefined ? {} : { schoolId } }));
  const rows = upcoming.data ?? [];
  if (rows.length === 0 || refused('plans.sendUpcoming')) return null;
  // Two parents hear of the same one.
  const count = new Set(rows.map(({ planId, number }) => `${planId}-${number}`)).size;
  return (
    <div className={classes['upcoming']}>
      <Alert
        title={texts.title(count)}
        actions={
          <Button size="xs" onClick={() => setLooking(true)}>
            {texts.look}
          </Button>
        }
      >
        {texts.text}
      </Alert>
      {looking ? <UpcomingDialog rows={rows} onClose={() => setLooking(false)} /> : null}
    </div>
  );
}

const columns: readonly TableColumn<UpcomingInstalment>[] = [
  {
    id: 'payer',
    header: texts.payer,
    cell: ({ payerName, householdName }) => (
      <>
        <PersonName>{payerName}</PersonName>
        <Text small muted>
          {householdName}
        </Text>
      </>
    ),
  },
  { id: 'dueDate', header: texts.dueDate, cell: ({ dueDate }) => <PlainDate date={dueDate} />, width: 110 },
  { id: 'channel', header: texts.channel, cell: ({ channel }) => texts.channels[channel], width: 90 },
  {
    id: 'amount',
    header: texts.amount,
    align: 'right',
    cell: ({ amountCents }) => <Money cents={amountCents} />,
    width: 130,
  },
];

function UpcomingDialog({
  rows,
  onClose,
}: {
  readonly rows: readonly UpcomingInstalment[];
  readonly onClose: () => void;
}) {
  const [requestKey] = useState(() => crypto.randomUUID());
  const send = useMutation(
    api.plans.sendUpcoming.mutationOptions({
      onSuccess: ({ messageIds }) => {
        notifyDone(texts.sent(messageIds.length));
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={texts.dialog}
      onConfirm={() => send.mutate({ requestKey, planIds: [...new Set(rows.map(({ planId }) => planId))] })}
      confirm={{ label: texts.send, loading: send.isPending, focused: true }}
    >
      <Stack gap="sm">
        <Text muted>{texts.hint}</Text>
        <Table
          label={texts.list}
          columns={columns}
          rows={rows}
          getKey={({ planId, payerId, number }) => `${planId}-${payerId}-${number}`}
        />
        <ProblemAlert error={send.error} />
      </Stack>
    </Modal>
  );
}
