import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReferralPartner } from '#shared/referrals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { PartnerDialog } from './partner-dialog.tsx';
import { kindWords, referralsTexts as texts } from './referrals.nl.ts';
import { SheetDialog } from './sheet-dialog.tsx';

/** First whom to ask how it went, then who can help. */
export function ReferralsPanel() {
  const [opened, setOpened] = useState<ReferralPartner | 'new' | 'sheet' | null>(null);
  const refused = useRefused();
  const [withRemoved, setWithRemoved] = useState(false);
  const partners = useQuery(api.referrals.partners.queryOptions({ input: { withRemoved } }));
  const rows = partners.data ?? [];
  const listed = rows.filter(({ isRemoved }) => !isRemoved);
  const close = (): void => setOpened(null);
  return (
    <Stack gap="md">
      <Text muted>{texts.intro}</Text>
      <FollowUpList />
      <Card
        title={texts.partners}
        actions={
          <>
            {listed.length > 0 ? (
              <Button size="xs" onClick={() => setOpened('sheet')}>
                {texts.sheet}
              </Button>
            ) : null}
            {refused('referrals.savePartner') ? null : (
              <Button size="xs" onClick={() => setOpened('new')}>
                {texts.addPartner}
              </Button>
            )}
          </>
        }
      >
        <Stack gap="sm">
          {refused('referrals.restorePartner') ? null : (
            <Checkbox
              label={texts.withRemoved}
              checked={withRemoved}
              onChange={(event) => setWithRemoved(event.currentTarget.checked)}
            />
          )}
          <ProblemAlert error={partners.error} onRetry={() => void partners.refetch()} />
          {partners.isPending ? <Loading /> : null}
          {partners.data && rows.length === 0 ? <Text muted>{texts.noPartners}</Text> : null}
          {rows.length > 0 ? <Partners rows={rows} onChange={setOpened} /> : null}
        </Stack>
      </Card>
      {opened === 'sheet' ? <SheetDialog partners={listed} onClose={close} /> : null}
      {opened !== null && opened !== 'sheet' ? (
        <PartnerDialog partner={opened === 'new' ? null : opened} onClose={close} />
      ) : null}
    </Stack>
  );
}

function Partners({
  rows,
  onChange,
}: {
  readonly rows: readonly ReferralPartner[];
  readonly onChange: (partner: ReferralPartner) => void;
}) {
  const refused = useRefused();
  const restore = useMutation(
    api.referrals.restorePartner.mutationOptions({
      onSuccess: ({ name }) => notifyDone(texts.restored(name)),
      onError: notifyProblem,
    }),
  );
  const remove = useMutation(
    api.referrals.removePartner.mutationOptions({
      onSuccess: ({ referralPartnerId, name }) =>
        notifyDone(texts.removed(name), () => restore.mutate({ referralPartnerId })),
      onError: notifyProblem,
    }),
  );
  const columns: readonly TableColumn<ReferralPartner>[] = [
    {
      id: 'partner',
      header: texts.columns.partner,
      cell: ({ name, isOwn, isRemoved, kind }) => (
        <>
          <Text strong>{name}</Text>
          <Text small muted>
            {kindWords[kind]}
          </Text>
          {isRemoved ? <Badge>{texts.isRemoved}</Badge> : isOwn ? null : <Badge>{texts.example}</Badge>}
        </>
      ),
    },
    { id: 'offers', header: texts.columns.offers, cell: ({ offers }) => offers },
    {
      id: 'contact',
      header: texts.columns.contact,
      cell: ({ contactName, phone, email, website }) =>
        [contactName, phone, email, website]
          .filter((part) => part !== null)
          .map((part) => <div key={part}>{part}</div>),
    },
    {
      id: 'actions',
      header: texts.columns.actions,
      cell: (row) => (
        <Group gap="sm">
          {row.isRemoved || refused('referrals.savePartner') ? null : (
            <TextButton aria-label={texts.changeOf(row.name)} onClick={() => onChange(row)}>
              {texts.change}
            </TextButton>
          )}
          {row.isRemoved && !refused('referrals.restorePartner') ? (
            <TextButton
              aria-label={texts.restoreOf(row.name)}
              onClick={() => restore.mutate({ referralPartnerId: row.referralPartnerId })}
            >
              {texts.restore}
            </TextButton>
          ) : null}
          {row.isRemoved || refused('referrals.removePartner') ? null : (
            <TextButton
              aria-label={texts.removeOf(row.name)}
              onClick={() => remove.mutate({ referralPartnerId: row.referralPartnerId })}
            >
              {texts.remove}
            </TextButton>
          )}
        </Group>
      ),
    },
  ];
  return (
    <Table label={texts.partners} columns={columns} rows={rows} getKey={({ referralPartnerId }) => referralPartnerId} />
  );
}
