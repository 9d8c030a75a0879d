import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Grant, type GrantStatus, grantStatuses } from '#shared/social-fund/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { GrantDrawer } from './grant-drawer.tsx';
import { socialFundTexts as texts, statusTones, statusWords } from './social-fund.nl.ts';

/** Who asked in a year and what became of it; why somebody asked stands only in the drawer. */
export function GrantList({
  question,
}: {
  readonly question: { readonly schoolYear: string; readonly schoolId?: number };
}) {
  const [status, setStatus] = useState<GrantStatus | 'all'>('all');
  const [shown, setShown] = useState<number | null>(null);
  const grants = useQuery(
    api.socialFund.grants.queryOptions({ input: { ...question, ...(status === 'all' ? {} : { status }) } }),
  );
  // A grant that was decided while its drawer is open may fall out of the filtered list.
  const everything = useQuery(api.socialFund.grants.queryOptions({ input: question }));
  const rows = grants.data ?? [];
  const chosen = everything.data?.find(({ grantId }) => grantId === shown);
  const { columns: heads } = texts;
  const columns: readonly TableColumn<Grant>[] = [
    {
      id: 'family',
      header: heads.family,
      cell: ({ householdName }) => <PersonName strong>{householdName}</PersonName>,
    },
    { id: 'source', header: heads.source, cell: ({ source, schoolName }) => `${source} · ${schoolName}` },
    { id: 'askedOn', header: heads.askedOn, cell: ({ at }) => <Moment at={at} dayOnly /> },
    {
      id: 'status',
      header: heads.status,
      cell: (row) => <Badge tone={statusTones[row.status]}>{statusWords[row.status]}</Badge>,
    },
    { id: 'amount', header: heads.amount, align: 'right', cell: ({ amountCents }) => <Money cents={amountCents} /> },
    {
      id: 'actions',
      header: heads.actions,
      cell: ({ grantId, householdName }) => (
        <TextButton aria-label={texts.openOf(householdName)} onClick={() => setShown(grantId)}>
          {texts.open}
        </TextButton>
      ),
    },
  ];
  return (
    <Card title={texts.grants}>
      <Stack gap="sm">
        <Segmented<GrantStatus | 'all'>
          label={texts.status}
          value={status}
          onChange={setStatus}
          options={[
            { value: 'all', label: texts.all },
            ...grantStatuses.map((value) => ({ value, label: statusWords[value] })),
          ]}
        />
        <ProblemAlert error={grants.error} onRetry={() => void grants.refetch()} />
        {grants.isPending ? <Loading /> : null}
        {grants.data && rows.length === 0 ? <Text muted>{texts.noGrants}</Text> : null}
        {rows.length > 0 ? (
          <Table
            label={texts.grants}
            columns={columns}
            rows={rows}
            getKey={({ grantId }) => grantId}
            onOpen={({ grantId }) => setShown(grantId)}
          />
        ) : null}
      </Stack>
      {chosen ? <GrantDrawer grant={chosen} onClose={() => setShown(null)} /> : null}
    </Card>
  );
}
