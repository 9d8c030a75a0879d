import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { AboutPanel } from './about-panel.tsx';
import { SchoolPanel } from './school-panel.tsx';
import { settingsTexts as texts } from './settings.nl.ts';

const route = getRouteApi('/instellingen');

type PanelName =
  | 'mail'
  | 'accounts'
  | 'users'
  | 'approvals'
  | 'law'
  | 'costs'
  | 'plans'
  | 'help'
  | 'categories'
  | 'privacy'
  | 'audit';

/** School, e-mail, people, and the checks. Features do not import each other, so the frame hands in what others own. */
export function SettingsScreen({ panels }: { readonly panels: Readonly<Record<PanelName, ReactNode>> }) {
  const search = route.useSearch();
  const { tab = 'school' } = search;
  const navigate = route.useNavigate();
  return (
    <Page title={texts.title}>
      <Tabs
        label={texts.tabs}
        value={tab}
        onChange={(next) => void navigate({ search: { ...search, tab: next }, replace: true })}
        tabs={[
          { value: 'school', label: texts.schoolTab, panel: <SchoolPanel /> },
          { value: 'mail', label: texts.mailTab, panel: panels.mail },
          { value: 'accounts', label: texts.accountsTab, panel: panels.accounts },
          { value: 'users', label: texts.usersTab, panel: panels.users },
          { value: 'approvals', label: texts.approvalsTab, panel: panels.approvals },
          { value: 'law', label: texts.lawTab, panel: panels.law },
          { value: 'costs', label: texts.costsTab, panel: panels.costs },
          { value: 'plans', label: texts.plansTab, panel: panels.plans },
          { value: 'help', label: texts.helpTab, panel: panels.help },
          { value: 'categories', label: texts.categoriesTab, panel: panels.categories },
          { value: 'privacy', label: texts.privacyTab, panel: panels.privacy },
          { value: 'audit', label: texts.auditTab, panel: panels.audit },
          { value: 'about', label: texts.aboutTab, panel: <AboutPanel /> },
        ]}
      />
    </Page>
  );
}
