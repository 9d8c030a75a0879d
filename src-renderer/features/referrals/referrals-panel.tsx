import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReferralPartner } from '#shared/referrals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
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
  const partners = useQuery(api.referrals.partners.queryOptions());
  const rows = partners.data ?? [];
  const close = (): void => setOpened(null);
  return (
    <Stack gap="md">
      <Text muted>{texts.intro}</Text>
      <FollowUpList />
      <Card
        title={texts.partners}
        actions={
          <>
            {rows.length > 0 ? (
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
        <ProblemAlert error={partners.error} onRetry={() => void partners.refetch()} />
        {partners.isPending ? <Loading /> : null}
        {partners.data && rows.length === 0 ? <Text muted>{texts.noPartners}</Text> : null}
        {rows.length > 0 ? <Partners rows={rows} onChange={setOpened} /> : null}
      </Card>
      {opened === 'sheet' ? <SheetDialog partners={rows} onClose={close} /> : null}
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
  const remove = useMutation(
    api.referrals.removePartner.mutationOptions({
      onSuccess: () => notifyDone(texts.removed),
      onError: notifyProblem,
    }),
  );
  async function askRemove({ referralPartnerId, name }: ReferralPartner): Promise<void> {
    const sure = await confirm({
      title: texts.removeOf(name),
      body: texts.removeText(name),
      confirmLabel: texts.remove,
      danger: true,
    });
    if (sure) remove.mutate({ referralPartnerId });
  }
  const columns: readonly TableColumn<ReferralPartner>[] = [
    {
      id: 'partner',
      header: texts.columns.partner,
      cell: ({ name, isOwn, kind }) => (
        <>
          <Text strong>{name}</Text>
          <Text small muted>
            {kindWords[kind]}
          </Text>
          {isOwn ? null : <Badge>{texts.example}</Badge>}
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
          {refused('referrals.savePartner') ? null : (
            <TextButton aria-label={texts.changeOf(row.name)} onClick={() => onChange(row)}>
              {texts.change}
            </TextButton>
          )}
          {refused('referrals.removePartner') ? null : (
            <TextButton aria-label={texts.removeOf(row.name)} onClick={() => void askRemove(row)}>
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
