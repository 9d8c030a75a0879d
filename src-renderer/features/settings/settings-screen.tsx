import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { AboutPanel } from './about-panel.tsx';
import { SchoolPanel } from './school-panel.tsx';
import { settingsTexts as texts } from './settings.nl.ts';

const route = getRouteApi('/instellingen');

/** School, e-mail, and the checks. Features do not import each other, so the frame hands in the mail settings. */
export function SettingsScreen({ mailSettings }: { readonly mailSettings: ReactNode }) {
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
          { value: 'mail', label: texts.mailTab, panel: mailSettings },
          { value: 'about', label: texts.aboutTab, panel: <AboutPanel /> },
        ]}
      />
    </Page>
  );
}
