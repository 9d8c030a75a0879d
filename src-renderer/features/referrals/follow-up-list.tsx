import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Referral } from '#shared/referrals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { FollowUp } from './follow-up.tsx';
import { outcomeWords, referralsTexts as texts } from './referrals.nl.ts';
import { useReopen } from './use-follow-up.ts';

/** Every parent who was sent somewhere, the one to ask first on top. */
export function FollowUpList() {
  const [withClosed, setWithClosed] = useState(false);
  const today = useToday();
  const refused = useRefused();
  const schoolId = useChosenSchool();
  const reopen = useReopen();
  const referrals = useQuery(
    api.referrals.list.queryOptions({ input: { withClosed, ...(schoolId === null ? {} : { schoolId }) } }),
  );
  const rows = referrals.data ?? [];
  const columns: readonly TableColumn<Referral>[] = [
    {
      id: 'family',
      header: texts.columns.family,
      cell: (row) => (
        <>
          <Link to="/dossiers/$householdId" params={{ householdId: String(row.householdId) }}>
            <PersonName>{row.householdName}</PersonName>
          </Link>
          <Text small muted>
            <PersonName>{row.payerName}</PersonName>
          </Text>
        </>
      ),
    },
    { id: 'partner', header: texts.columns.partner, cell: ({ partnerName }) => partnerName },
    {
      id: 'on',
      header: texts.columns.on,
      cell: (row) => (
        <>
          <PlainDate date={row.followUpOn} />{' '}
          {row.closedOn === null && today !== undefined && row.followUpOn <= today ? (
            <Badge tone="warning">{texts.due}</Badge>
          ) : null}
        </>
      ),
    },
    {
      id: 'outcome',
      header: texts.columns.outcome,
      cell: (row) => {
        if (row.outcome === null) return refused('referrals.followUp') ? null : <FollowUp referral={row} />;
        return (
          <Group gap="sm">
            {outcomeWords[row.outcome]}
            {refused('referrals.reopen') ? null : (
              <TextButton
                aria-label={texts.reopenOf(row.payerName, row.partnerName)}
                onClick={() => reopen.mutate({ referralId: row.referralId })}
              >
                {texts.reopen}
              </TextButton>
            )}
          </Group>
        );
      },
    },
  ];
  return (
    <Card title={texts.followUps}>
      <Stack gap="sm">
        <Checkbox
          label={texts.withClosed}
          checked={withClosed}
          onChange={(event) => setWithClosed(event.currentTarget.checked)}
        />
        <ProblemAlert error={referrals.error} onRetry={() => void referrals.refetch()} />
        {referrals.isPending ? <Loading /> : null}
        {referrals.data && rows.length === 0 ? <Text muted>{texts.noFollowUps}</Text> : null}
        {rows.length > 0 ? (
          <Table label={texts.followUps} columns={columns} rows={rows} getKey={({ referralId }) => referralId} />
        ) : null}
      </Stack>
    </Card>
  );
}
