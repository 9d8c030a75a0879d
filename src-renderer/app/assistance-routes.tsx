import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';
import { assistanceSearch, newPlanSearch, planSearch, plansSearch, talkSearch } from './search-params.ts';

const plansRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/afbetaalplannen',
  validateSearch: plansSearch,
  component: lazyRouteComponent(() => import('../features/plans/plans-screen.tsx'), 'PlansScreen'),
});

const NewPlanScreen = lazyRouteComponent(() => import('../features/plans/new-plan-screen.tsx'), 'NewPlanScreen');

const newPlanRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dossiers/$householdId/plan',
  validateSearch: newPlanSearch,
  component: function NewPlanRoute() {
    const householdId = Number(newPlanRoute.useParams().householdId);
    return <NewPlanScreen key={householdId} householdId={householdId} />;
  },
});

const PlanScreen = lazyRouteComponent(() => import('../features/plans/plan-screen.tsx'), 'PlanScreen');

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/afbetaalplannen/$planId',
  validateSearch: planSearch,
  component: function PlanRoute() {
    const planId = Number(planRoute.useParams().planId);
    return <PlanScreen key={planId} planId={planId} />;
  },
});

const TalkScreen = lazyRouteComponent(() => import('../features/talks/talk-screen.tsx'), 'TalkScreen');

const talkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dossiers/$householdId/gesprek',
  validateSearch: talkSearch,
  component: function TalkRoute() {
    const householdId = Number(talkRoute.useParams().householdId);
    return <TalkScreen key={householdId} householdId={householdId} />;
  },
});

const AssistanceScreen = lazyRouteComponent(
  () => import('../features/assistance/assistance-screen.tsx'),
  'AssistanceScreen',
);
const SignalsPanel = lazyRouteComponent(() => import('../features/signals/signals-panel.tsx'), 'SignalsPanel');
const SocialFundPanel = lazyRouteComponent(
  () => import('../features/social-fund/social-fund-panel.tsx'),
  'SocialFundPanel',
);
const ReferralsPanel = lazyRouteComponent(() => import('../features/referrals/referrals-panel.tsx'), 'ReferralsPanel');
const MaximumBillPanel = lazyRouteComponent(
  () => import('../features/maximum-bill/maximum-bill-panel.tsx'),
  'MaximumBillPanel',
);
const LeaversPanel = lazyRouteComponent(() => import('../features/dossier/leavers-panel.tsx'), 'LeaversPanel');
const ComingOfAgePanel = lazyRouteComponent(
  () => import('../features/dossier/coming-of-age-panel.tsx'),
  'ComingOfAgePanel',
);

const assistanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hulp',
  validateSearch: assistanceSearch,
  component: function AssistanceRoute() {
    return (
      <AssistanceScreen
        panels={{
          signals: <SignalsPanel />,
          socialFund: <SocialFundPanel />,
          referrals: <ReferralsPanel />,
          maximumBill: <MaximumBillPanel />,
          leavers: <LeaversPanel />,
          comingOfAge: <ComingOfAgePanel />,
        }}
      />
    );
  },
});

/** Plans, conversations, and help. */
export const assistanceRoutes = [plansRoute, newPlanRoute, planRoute, talkRoute, assistanceRoute] as const;
