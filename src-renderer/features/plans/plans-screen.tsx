import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconCalendarDollar, IconFilterOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type PlanRow, planStates } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DataGrid } from '#renderer/ui/data-grid.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Fill, Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ForWhomDialog } from './for-whom-dialog.tsx';
import { planColumns } from './plan-columns.tsx';
import { plansTexts as texts, stateWords } from './plans.nl.ts';
import { PlansToolbar } from './plans-toolbar.tsx';
import { UpcomingStrip } from './upcoming-strip.tsx';
import classes from './plans.module.css';

const route = getRouteApi('/afbetaalplannen');

/** Two lines of words in a row. */
const rowHeight = 50;

/** Every plan, by how it goes; what needs somebody stands on top, as the server gives it. */
export function PlansScreen() {
  const { state, search = '', schoolId } = route.useSearch();
  const navigate = route.useNavigate();
  const chosenSchool = useChosenSchool();
  const refused = useRefused();
  const [asking, setAsking] = useState(false);
  const ofSchool = schoolId ?? chosenSchool ?? undefined;
  const list = useQuery({
    ...api.plans.list.queryOptions({
      input: {
        text: search,
        ...(ofSchool === undefined ? {} : { schoolId: ofSchool }),
        ...(state === undefined ? {} : { state }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const counts = list.data?.counts;
  const total = planStates.reduce((sum, name) => sum + (counts?.[name] ?? 0), 0);
  const isFiltered = state !== undefined || search !== '' || schoolId !== undefined;
  const make = refused('plans.make') ? null : (
    <Button variant="primary" onClick={() => setAsking(true)}>
      {texts.make}
    </Button>
  );
  const isEmpty = list.data !== undefined && total === 0 && !isFiltered;
  return (
    <Page fill title={texts.title} subtitle={texts.subtitle} actions={isEmpty ? null : make}>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      <UpcomingStrip schoolId={ofSchool} />
      {list.isPending ? <Loading /> : null}
      {isEmpty ? (
        <EmptyState icon={<IconCalendarDollar size={40} stroke={1.2} />} title={texts.emptyTitle} actions={make}>
          {texts.empty}
        </EmptyState>
      ) : list.data ? (
        <Fill>
          <PlansToolbar counts={list.data.counts} total={total} />
          {list.data.rows.length === 0 ? (
            <EmptyState
              icon={<IconFilterOff size={36} stroke={1.2} />}
              title={texts.noMatchTitle}
              actions={<Button onClick={() => void navigate({ search: {}, replace: true })}>{texts.clearAll}</Button>}
            >
              {texts.noMatch}
            </EmptyState>
          ) : (
            <PlanGrid rows={list.data.rows} listKey={`${state} ${search} ${ofSchool}`} />
          )}
        </Fill>
      ) : null}
      {asking ? <ForWhomDialog onClose={() => setAsking(false)} /> : null}
    </Page>
  );
}

function PlanGrid({ rows, listKey }: { readonly rows: readonly PlanRow[]; readonly listKey: string }) {
  const navigate = useNavigate();
  const columns = useMemo(() => planColumns(), []);
  return (
    <div className={classes['list']}>
      <DataGrid<PlanRow>
        label={texts.list}
        columns={columns}
        rowHeight={rowHeight}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        getKey={({ planId }) => planId}
        rowName={({ householdName, state }) => texts.rowName(householdName, stateWords[state])}
        listKey={listKey}
        onOpen={({ planId }) => void navigate({ to: '/afbetaalplannen/$planId', params: { planId: String(planId) } })}
      />
    </div>
  );
}
