import { useQuery } from '@tanstack/react-query';
import { IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { todayTexts as texts } from './today.nl.ts';
import { WorkTable } from './work-table.tsx';

/** The worklist: everything that waits for a person, each line with its next step in one click. */
export function TodayScreen() {
  const [taskId, setTaskId] = useState<number | null>(null);
  const schoolId = useChosenSchool();
  const list = useQuery(api.today.worklist.queryOptions({ input: schoolId === null ? {} : { schoolId } }));
  const items = list.data ?? [];
  const urgent = items.filter(({ isUrgent }) => isUrgent);
  const later = items.filter(({ isUrgent }) => !isUrgent);
  return (
    <Page title={texts.title} subtitle={list.data ? texts.subtitle(items.length, urgent.length) : null}>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loading /> : null}
      {list.data && items.length === 0 ? (
        <EmptyState
          icon={<IconSun size={28} stroke={1.5} />}
          title={texts.empty}
          actions={<Link to="/herinneringen">{texts.toRuns}</Link>}
        >
          {texts.emptyText}
        </EmptyState>
      ) : null}
      <Stack gap="md">
        {urgent.length > 0 ? <WorkTable title={texts.urgent} items={urgent} onTask={setTaskId} /> : null}
        {later.length > 0 ? <WorkTable title={texts.later} items={later} onTask={setTaskId} /> : null}
      </Stack>
      {taskId === null ? null : <TaskDrawer key={taskId} taskId={taskId} onClose={() => setTaskId(null)} />}
    </Page>
  );
}
