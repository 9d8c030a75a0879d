import { createHashHistory, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Loading } from '#renderer/ui/loading.tsx';
import { CrashPage, NotFoundPage } from './fallback-pages.tsx';
import { api } from './api.ts';
import { assistanceRoutes } from './assistance-routes.tsx';
import { dossierRoutes } from './dossier-routes.tsx';
import { queryClient } from './providers.tsx';
import { reminderRoutes } from './reminder-routes.tsx';
import { rootRoute } from './root-route.ts';
import { chosenSchool } from './school-choice.ts';
import {
  approvalsSearch,
  bankSearch,
  composeSearch,
  importsSearch,
  openItemsSearch,
  outboxSearch,
  receiptsSearch,
  settingsSearch,
} from './search-params.ts';

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async () => {
    const status = await queryClient.ensureQueryData(api.setup.status.queryOptions());
    throw redirect(status.state === 'empty' ? { to: '/start' } : { to: '/openstaand' });
  },
});

const firstStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/start',
  beforeLoad: async () => {
    const status = await queryClient.ensureQueryData(api.setup.status.queryOptions());
    if (status.state === 'ready') throw redirect({ to: '/openstaand' });
  },
  component: lazyRouteComponent(() => import('../features/setup/first-start-screen.tsx'), 'FirstStartScreen'),
});

const openItemsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/openstaand',
  validateSearch: openItemsSearch,
  beforeLoad: ({ search }) => {
    // The school at the top of the screen is a filter like the others, so it stands in the address too.
    const schoolId = chosenSchool();
    if (schoolId !== null && search.schoolId === undefined) {
      throw redirect({ to: '/openstaand', search: { ...search, schoolId }, replace: true });
    }
  },
  component: lazyRouteComponent(() => import('../features/ledger/open-items-screen.tsx'), 'OpenItemsScreen'),
});

const bankRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bank',
  validateSearch: bankSearch,
  component: lazyRouteComponent(() => import('../features/bank/bank-screen.tsx'), 'BankScreen'),
});

const receiptsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ontvangsten',
  validateSearch: receiptsSearch,
  component: lazyRouteComponent(() => import('../features/ledger/receipts/receipts-screen.tsx'), 'ReceiptsScreen'),
});

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/importeren',
  validateSearch: importsSearch,
  component: lazyRouteComponent(() => import('../features/imports/import-screen.tsx'), 'ImportScreen'),
});

const textsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/teksten',
  component: lazyRouteComponent(() => import('../features/correspondence/texts-screen.tsx'), 'TextsScreen'),
});

const TextEditorScreen = lazyRouteComponent(
  () => import('../features/correspondence/text-editor-screen.tsx'),
  'TextEditorScreen',
);

const textEditorRoute = createRoute({
  getParentRoute: () => rootRoute,
  /** `nieuw` for a text that does not exist yet. */
  path: '/teksten/$textId',
  component: function TextEditorRoute() {
    const { textId } = textEditorRoute.useParams();
    return <TextEditorScreen key={textId} textId={textId === 'nieuw' ? null : Number(textId)} />;
  },
});

const composeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bericht',
  validateSearch: composeSearch,
  component: lazyRouteComponent(() => import('../features/correspondence/compose-screen.tsx'), 'ComposeScreen'),
});

const outboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/postvak-uit',
  validateSearch: outboxSearch,
  component: lazyRouteComponent(() => import('../features/correspondence/outbox-screen.tsx'), 'OutboxScreen'),
});

const approvalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/goedkeuren',
  validateSearch: approvalsSearch,
  component: lazyRouteComponent(() => import('../features/approvals/approvals-screen.tsx'), 'ApprovalsScreen'),
});

const SettingsScreen = lazyRouteComponent(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen');
const MailSettingsPanel = lazyRouteComponent(
  () => import('../features/correspondence/mail-settings-panel.tsx'),
  'MailSettingsPanel',
);

const BankAccountsPanel = lazyRouteComponent(
  () => import('../features/bank/bank-accounts-panel.tsx'),
  'BankAccountsPanel',
);
const UsersPanel = lazyRouteComponent(() => import('../features/access/users-panel.tsx'), 'UsersPanel');
const ThresholdsPanel = lazyRouteComponent(
  () => import('../features/approvals/thresholds-panel.tsx'),
  'ThresholdsPanel',
);
const AuditPanel = lazyRouteComponent(() => import('../features/access/audit-panel.tsx'), 'AuditPanel');

const LawValuesPanel = lazyRouteComponent(() => import('../features/law/law-values-panel.tsx'), 'LawValuesPanel');
const CostSettingsPanel = lazyRouteComponent(
  () => import('../features/costs/cost-settings-panel.tsx'),
  'CostSettingsPanel',
);

const PlanSettingsPanel = lazyRouteComponent(
  () => import('../features/plans/plan-settings-panel.tsx'),
  'PlanSettingsPanel',
);
const HelpSettingsPanel = lazyRouteComponent(
  () => import('../features/affordability/help-settings-panel.tsx'),
  'HelpSettingsPanel',
);
const CategoriesPanel = lazyRouteComponent(
  () => import('../features/maximum-bill/categories-panel.tsx'),
  'CategoriesPanel',
);
const PrivacyPanel = lazyRouteComponent(() => import('../features/privacy/privacy-panel.tsx'), 'PrivacyPanel');

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/instellingen',
  validateSearch: settingsSearch,
  component: function SettingsRoute() {
    return (
      <SettingsScreen
        panels={{
          mail: <MailSettingsPanel />,
          accounts: <BankAccountsPanel />,
          users: <UsersPanel />,
          approvals: <ThresholdsPanel />,
          law: <LawValuesPanel />,
          costs: <CostSettingsPanel />,
          plans: <PlanSettingsPanel />,
          help: <HelpSettingsPanel />,
          categories: <CategoriesPanel />,
          privacy: <PrivacyPanel />,
          audit: <AuditPanel />,
        }}
      />
    );
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    startRoute,
    firstStartRoute,
    openItemsRoute,
    ...dossierRoutes,
    receiptsRoute,
    bankRoute,
    ...reminderRoutes,
    ...assistanceRoutes,
    importsRoute,
    textsRoute,
    textEditorRoute,
    composeRoute,
    outboxRoute,
    approvalsRoute,
    settingsRoute,
  ]),
  history: createHashHistory(),
  defaultPendingComponent: Loading,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  // The router takes its types from this interface; a type alias cannot be merged.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: typeof router;
  }
}
