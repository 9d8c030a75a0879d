import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { ComingOfAgeDialog } from './coming-of-age-dialog.tsx';
import { ofAgeTexts as texts } from './leavers.nl.ts';

type Row = {
  readonly pupilId: number;
  readonly pupilName: string;
  readonly householdId: number;
  readonly schoolName: string;
  readonly ofAgeOn: string;
  readonly payerId: number | null;
};

/** Pupils who are or will soon be of age, for whom only the parents pay. */
export function ComingOfAgePanel() {
  const [chosen, setChosen] = useState<Row | null>(null);
  const refused = useRefused();
  const schoolId = useChosenSchool();
  const pupils = useQuery(api.people.comingOfAge.queryOptions({ input: schoolId === null ? {} : { schoolId } }));
  const columns: readonly TableColumn<Row>[] = [
    {
      id: 'pupil',
      header: texts.columns.pupil,
      cell: ({ pupilName, householdId }) => (
        <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
          <PersonName>{pupilName}</PersonName>
        </Link>
      ),
    },
    { id: 'school', header: texts.columns.school, cell: ({ schoolName }) => schoolName },
    { id: 'ofAge', header: texts.columns.ofAge, cell: ({ ofAgeOn }) => <PlainDate date={ofAgeOn} /> },
    {
      id: 'state',
      header: texts.columns.state,
      cell: ({ payerId }) => (payerId === null ? texts.parentsPay : texts.planned),
    },
    {
      id: 'actions',
      header: texts.columns.actions,
      cell: (row) =>
        row.payerId !== null || refused('people.comeOfAge') ? null : (
          <TextButton aria-label={texts.arrangeOf(row.pupilName)} onClick={() => setChosen(row)}>
            {texts.arrange}
          </TextButton>
        ),
    },
  ];
  return (
    <Stack gap="sm">
      <Text muted>{texts.intro}</Text>
      <ProblemAlert error={pupils.error} onRetry={() => void pupils.refetch()} />
      {pupils.isPending ? <Loading /> : null}
      {pupils.data?.length === 0 ? <EmptyState title={texts.none}>{texts.noneText}</EmptyState> : null}
      {pupils.data && pupils.data.length > 0 ? (
        <Table label={texts.title} columns={columns} rows={pupils.data} getKey={({ pupilId }) => pupilId} />
      ) : null}
      {chosen ? <Arrange row={chosen} onClose={() => setChosen(null)} /> : null}
    </Stack>
  );
}

/** The dialog, once the household behind the row is there. */
function Arrange({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const today = useToday();
  const household = useQuery(api.dossier.page.queryOptions({ input: { householdId: row.householdId } }));
  const pupil = household.data?.pupils.find(({ pupilId }) => pupilId === row.pupilId);
  if (!household.data || !pupil || today === undefined) return <ProblemAlert error={household.error} />;
  return <ComingOfAgeDialog household={household.data} pupil={pupil} today={today} onClose={onClose} />;
}
