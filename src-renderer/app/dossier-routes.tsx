import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { api } from './api.ts';
import { queryClient } from './providers.tsx';
import { rootRoute } from './root-route.ts';
import { dossiersSearch } from './search-params.ts';

const dossiersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dossiers',
  validateSearch: dossiersSearch,
  component: lazyRouteComponent(() => import('../features/dossier/dossiers-screen.tsx'), 'DossiersScreen'),
});

const HouseholdScreen = lazyRouteComponent(() => import('../features/dossier/household-screen.tsx'), 'HouseholdScreen');
const HouseholdSignals = lazyRouteComponent(
  () => import('../features/signals/household-signals.tsx'),
  'HouseholdSignals',
);
const HouseholdPlans = lazyRouteComponent(() => import('../features/plans/household-plans.tsx'), 'HouseholdPlans');
const HouseholdReferrals = lazyRouteComponent(
  () => import('../features/referrals/household-referrals.tsx'),
  'HouseholdReferrals',
);
const HouseholdGrants = lazyRouteComponent(
  () => import('../features/social-fund/household-grants.tsx'),
  'HouseholdGrants',
);
const HouseholdPrivacy = lazyRouteComponent(
  () => import('../features/privacy/household-privacy.tsx'),
  'HouseholdPrivacy',
);

const householdRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dossiers/$householdId',
  // What the cards above others tell is there before the page is: one that came later would push away the button that
  // somebody is about to click. What fails here is asked again by its card, which then says so.
  loader: async ({ params }) => {
    const householdId = Number(params.householdId);
    await Promise.all([
      ...[HouseholdScreen, HouseholdSignals, HouseholdPlans, HouseholdReferrals, HouseholdGrants, HouseholdPrivacy].map(
        (component) => component.preload?.(),
      ),
      queryClient.prefetchQuery(api.dossier.page.queryOptions({ input: { householdId, withClosed: false } })),
      queryClient.prefetchQuery(api.holds.list.queryOptions({ input: { householdId } })),
      queryClient.prefetchQuery(api.limitation.radar.queryOptions({ input: { householdId } })),
      queryClient.prefetchQuery(api.signals.list.queryOptions({ input: { householdId } })),
      queryClient.prefetchQuery(api.plans.list.queryOptions({ input: { householdId, text: '' } })),
      queryClient.prefetchQuery(api.ledger.proposeCompensation.queryOptions({ input: { householdId } })),
      queryClient.prefetchQuery(api.referrals.list.queryOptions({ input: { householdId, withClosed: true } })),
      queryClient.prefetchQuery(api.socialFund.grants.queryOptions({ input: { householdId } })),
      queryClient.prefetchQuery(api.socialFund.funds.queryOptions({ input: {} })),
    ]);
  },
  gcTime: 0,
  component: function HouseholdRoute() {
    const householdId = Number(householdRoute.useParams().householdId);
    return (
      <HouseholdScreen
        key={householdId}
        householdId={householdId}
        cards={{
          signals: <HouseholdSignals householdId={householdId} />,
          plans: <HouseholdPlans householdId={householdId} />,
          referrals: <HouseholdReferrals householdId={householdId} />,
          grants: <HouseholdGrants householdId={householdId} />,
          privacy: <HouseholdPrivacy householdId={householdId} />,
        }}
      />
    );
  },
});

const InvoiceScreen = lazyRouteComponent(
  () => import('../features/ledger/invoice/invoice-screen.tsx'),
  'InvoiceScreen',
);
const InvoiceLinesCard = lazyRouteComponent(
  () => import('../features/maximum-bill/invoice-lines-card.tsx'),
  'InvoiceLinesCard',
);

const invoiceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/facturen/$invoiceId',
  // As on the page of a household.
  loader: async ({ params }) => {
    const invoiceId = Number(params.invoiceId);
    await Promise.all([
      InvoiceScreen.preload?.(),
      InvoiceLinesCard.preload?.(),
      queryClient.prefetchQuery(api.limitation.invoice.queryOptions({ input: { invoiceId } })),
      queryClient.prefetchQuery(api.maximumBill.lines.queryOptions({ input: { invoiceId } })),
      queryClient.prefetchQuery(api.maximumBill.categories.queryOptions()),
      queryClient
        .ensureQueryData(api.ledger.invoice.queryOptions({ input: { invoiceId } }))
        .then(({ householdId }) => queryClient.prefetchQuery(api.holds.list.queryOptions({ input: { householdId } })))
        .catch(() => null),
    ]);
  },
  gcTime: 0,
  component: function InvoiceRoute() {
    const invoiceId = Number(invoiceRoute.useParams().invoiceId);
    return <InvoiceScreen key={invoiceId} invoiceId={invoiceId} lines={<InvoiceLinesCard invoiceId={invoiceId} />} />;
  },
});

/** Families and their bills. */
export const dossierRoutes = [dossiersRoute, householdRoute, invoiceRoute] as const;
