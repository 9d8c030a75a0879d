import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Leaver } from '#shared/people/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { leaversTexts as texts } from './leavers.nl.ts';
import { LeaversStatementDialog } from './leavers-statement-dialog.tsx';

/** Pupils who left: what is open, what goes back, and a last statement for each payer. */
export function LeaversPanel() {
  const [withSettled, setWithSettled] = useState(false);
  const [stating, setStating] = useState<Leaver | null>(null);
  const refused = useRefused();
  const schoolId = useChosenSchool();
  const leavers = useQuery(
    api.people.leavers.queryOptions({ input: { withSettled, ...(schoolId === null ? {} : { schoolId }) } }),
  );
  const settle = useMutation(api.people.markSettled.mutationOptions());
  function setSettled({ pupilId, pupilName }: Leaver, settled: boolean): void {
    settle.mutate(
      { pupilId, settled },
      {
        onSuccess: () =>
          notifyDone(settled ? texts.settledDone(pupilName) : texts.unsettledDone(pupilName), () =>
            settle.mutate({ pupilId, settled: !settled }),
          ),
      },
    );
  }
  const columns: readonly TableColumn<Leaver>[] = [
    {
      id: 'pupil',
      header: texts.columns.pupil,
      cell: ({ pupilName, schoolName, householdId, householdName }) => (
        <>
          <PersonName strong>{pupilName}</PersonName>
          <Text small muted>
            {schoolName} ·{' '}
            <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
              <PersonName>{householdName}</PersonName>
            </Link>
          </Text>
        </>
      ),
    },
    { id: 'left', header: texts.columns.left, cell: ({ leftOn }) => <PlainDate date={leftOn} /> },
    { id: 'open', header: texts.columns.open, align: 'right', cell: ({ openCents }) => <Money cents={openCents} /> },
    {
      id: 'credit',
      header: texts.columns.credit,
      align: 'right',
      cell: ({ creditCents }) => <Money cents={creditCents} />,
    },
    { id: 'siblings', header: texts.columns.siblings, cell: ({ siblings }) => texts.siblings(siblings) },
    {
      id: 'actions',
      header: texts.columns.actions,
      cell: (row) => (
        <Group gap="sm">
          <TextButton aria-label={texts.statementOf(row.pupilName)} onClick={() => setStating(row)}>
            {texts.statement}
          </TextButton>
          {row.settledOn !== null ? <Badge>{texts.settled}</Badge> : null}
          {refused('people.markSettled') ? null : row.settledOn === null ? (
            <TextButton aria-label={texts.settleOf(row.pupilName)} onClick={() => setSettled(row, true)}>
              {texts.settle}
            </TextButton>
          ) : (
            <TextButton aria-label={texts.unsettleOf(row.pupilName)} onClick={() => setSettled(row, false)}>
              {texts.unsettle}
            </TextButton>
          )}
        </Group>
      ),
    },
  ];
  return (
    <Stack gap="sm">
      <Text muted>{texts.intro}</Text>
      <Checkbox
        label={texts.withSettled}
        checked={withSettled}
        onChange={(event) => setWithSettled(event.currentTarget.checked)}
      />
      <ProblemAlert error={leavers.error} onRetry={() => void leavers.refetch()} />
      <ProblemAlert error={settle.error} />
      {leavers.isPending ? <Loading /> : null}
      {leavers.data?.length === 0 ? <EmptyState title={texts.none}>{texts.noneText}</EmptyState> : null}
      {leavers.data && leavers.data.length > 0 ? (
        <Table label={texts.title} columns={columns} rows={leavers.data} getKey={({ pupilId }) => pupilId} />
      ) : null}
      {stating ? <LeaversStatementDialog leaver={stating} onClose={() => setStating(null)} /> : null}
    </Stack>
  );
}
