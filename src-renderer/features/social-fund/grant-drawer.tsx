import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Grant } from '#shared/social-fund/contract.ts';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Moment, PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { socialFundTexts as texts, statusTones, statusWords } from './social-fund.nl.ts';

type Item = Grant['items'][number];

const columns: readonly TableColumn<Item>[] = [
  {
    id: 'bill',
    header: texts.bill,
    cell: ({ invoiceId, number }) => (
      <Link to="/facturen/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
        {number}
      </Link>
    ),
  },
  { id: 'pupil', header: texts.pupil, cell: ({ pupilName }) => <PersonName>{pupilName}</PersonName> },
  {
    id: 'amount',
    header: texts.columns.amount,
    align: 'right',
    cell: ({ amountCents }) => <Money cents={amountCents} />,
  },
];

/** One request: for which bills, why, what was decided, and the way back. */
export function GrantDrawer({ grant, onClose }: { readonly grant: Grant; readonly onClose: () => void }) {
  return (
    <Drawer opened onClose={onClose} title={texts.grantTitle}>
      <Stack gap="md">
        <Group gap="sm">
          <Link to="/dossiers/$householdId" params={{ householdId: String(grant.householdId) }}>
            <PersonName>{grant.householdName}</PersonName>
          </Link>
          <Badge tone={statusTones[grant.status]}>{statusWords[grant.status]}</Badge>
        </Group>
        <Facts
          rows={[
            { name: texts.columns.source, value: `${grant.source} · ${grant.schoolName} · ${grant.schoolYear}` },
            { name: texts.columns.amount, value: <Money strong cents={grant.amountCents} /> },
            { name: texts.author, value: grant.author },
            { name: texts.columns.askedOn, value: <Moment at={grant.at} /> },
            {
              name: texts.decidedOn,
              value: grant.decidedOn === null ? null : <PlainDate date={grant.decidedOn} />,
            },
            { name: texts.decisionReason, value: grant.decisionReason === '' ? null : grant.decisionReason },
          ]}
        />
        <Table label={texts.bills} columns={columns} rows={grant.items} getKey={({ invoiceId }) => invoiceId} />
        {grant.motivation === '' ? null : (
          <section aria-label={texts.motivation}>
            <Text strong>{texts.motivation}</Text>
            {grant.motivation === null ? (
              <Text muted>{texts.motivationNotForYou}</Text>
            ) : (
              <>
                <Text>{grant.motivation}</Text>
                <Text muted small>
                  {texts.motivationWho}
                </Text>
              </>
            )}
          </section>
        )}
        <WaysBack grant={grant} />
      </Stack>
    </Drawer>
  );
}

function WaysBack({ grant: { grantId, status } }: { readonly grant: Grant }) {
  const refused = useRefused();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation(
    api.socialFund.withdraw.mutationOptions({ onSuccess: () => notifyDone(texts.withdrawn) }),
  );
  const takeBack = useMutation(
    api.socialFund.takeBack.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.takenBack);
        setAsking(false);
      },
    }),
  );
  async function askWithdraw(): Promise<void> {
    const sure = await confirm({ title: texts.withdraw, body: texts.withdrawText, confirmLabel: texts.withdraw });
    if (sure) withdraw.mutate({ grantId });
  }
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {status === 'waiting' ? <Link to="/goedkeuren">{texts.toApprovals}</Link> : null}
        {status === 'waiting' && !refused('socialFund.withdraw') ? (
          <Button loading={withdraw.isPending} onClick={() => void askWithdraw()}>
            {texts.withdraw}
          </Button>
        ) : null}
        {status === 'granted' && !refused('socialFund.takeBack') ? (
          <Button onClick={() => setAsking(true)}>{texts.takeBack}</Button>
        ) : null}
      </Group>
      <ProblemAlert error={withdraw.error} />
      {asking ? (
        <ReasonDialog
          title={texts.takeBack}
          label={texts.takeBackReason}
          isPending={takeBack.isPending}
          error={takeBack.error}
          onClose={() => setAsking(false)}
          onConfirm={(reason) => takeBack.mutate({ grantId, reason })}
        >
          <Text>{texts.takeBackText}</Text>
        </ReasonDialog>
      ) : null}
    </Stack>
  );
}
