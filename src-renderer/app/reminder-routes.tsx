import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';
import { remindersSearch, runSearch } from './search-params.ts';

const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vandaag',
  component: lazyRouteComponent(() => import('../features/today/today-screen.tsx'), 'TodayScreen'),
});

const RemindersScreen = lazyRouteComponent(() => import('../features/runs/reminders-screen.tsx'), 'RemindersScreen');
const ProceduresPanel = lazyRouteComponent(() => import('../features/dunning/procedures-panel.tsx'), 'ProceduresPanel');
const HoldsPanel = lazyRouteComponent(() => import('../features/holds/holds-panel.tsx'), 'HoldsPanel');
const RadarPanel = lazyRouteComponent(() => import('../features/limitation/radar-panel.tsx'), 'RadarPanel');
const SettlementsPanel = lazyRouteComponent(
  () => import('../features/settlements/settlements-panel.tsx'),
  'SettlementsPanel',
);
const HandOversPanel = lazyRouteComponent(() => import('../features/hand-over/hand-overs-panel.tsx'), 'HandOversPanel');
const CostClaimsPanel = lazyRouteComponent(() => import('../features/costs/cost-claims-panel.tsx'), 'CostClaimsPanel');

const remindersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/herinneringen',
  validateSearch: remindersSearch,
  component: function RemindersRoute() {
    return (
      <RemindersScreen
        panels={{
          procedures: <ProceduresPanel />,
          holds: <HoldsPanel />,
          limitation: <RadarPanel />,
          settlements: <SettlementsPanel />,
          handOver: <HandOversPanel />,
          costs: <CostClaimsPanel />,
        }}
      />
    );
  },
});

const RunScreen = lazyRouteComponent(() => import('../features/runs/run-screen.tsx'), 'RunScreen');

const runRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/herinneringen/$runId',
  validateSearch: runSearch,
  component: function RunRoute() {
    const runId = Number(runRoute.useParams().runId);
    return <RunScreen key={runId} runId={runId} />;
  },
});

const ProcedureScreen = lazyRouteComponent(() => import('../features/dunning/procedure-screen.tsx'), 'ProcedureScreen');

const procedureRoute = createRoute({
  getParentRoute: () => rootRoute,
  /** `nieuw` for a procedure that does not exist yet. */
  path: '/procedures/$procedureId',
  component: function ProcedureRoute() {
    const { procedureId } = procedureRoute.useParams();
    return <ProcedureScreen key={procedureId} procedureId={procedureId === 'nieuw' ? null : Number(procedureId)} />;
  },
});

/** The worklist of the day, and everything about reminding. */
export const reminderRoutes = [todayRoute, remindersRoute, runRoute, procedureRoute] as const;
