import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { remindersTexts as texts } from './reminders.nl.ts';
import { RunsPanel } from './runs-panel.tsx';

const route = getRouteApi('/herinneringen');

type PanelName = 'procedures' | 'holds' | 'limitation' | 'settlements' | 'handOver' | 'costs';

/** Runs, and everything that decides who is reminded. Features do not import each other, so the frame hands in what others own. */
export function RemindersScreen({ panels }: { readonly panels: Readonly<Record<PanelName, ReactNode>> }) {
  const search = route.useSearch();
  const { tab = 'runs', asOf } = search;
  // The lists of a dry run and of the radar scroll by themselves.
  const fill = tab === 'limitation' || (tab === 'runs' && asOf !== undefined);
  const navigate = route.useNavigate();
  return (
    <Page fill={fill} title={texts.title}>
      <Tabs
        fill={fill}
        label={texts.tabs}
        value={tab}
        onChange={(next) => void navigate({ search: { tab: next }, replace: true })}
        tabs={[
          { value: 'runs', label: texts.runs, panel: <RunsPanel /> },
          { value: 'procedures', label: texts.procedures, panel: panels.procedures },
          { value: 'holds', label: texts.holds, panel: panels.holds },
          { value: 'limitation', label: texts.limitation, panel: panels.limitation },
          { value: 'settlements', label: texts.settlements, panel: panels.settlements },
          { value: 'handOver', label: texts.handOver, panel: panels.handOver },
          { value: 'costs', label: texts.costs, panel: panels.costs },
        ]}
      />
    </Page>
  );
}
