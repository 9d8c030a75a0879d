import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '#renderer/ui/page.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { assistanceTexts as texts } from './assistance.nl.ts';

const route = getRouteApi('/hulp');

const tabNames = ['signals', 'socialFund', 'referrals', 'maximumBill', 'leavers', 'comingOfAge'] as const;
type TabName = (typeof tabNames)[number];

/** Help that is offered before it is asked. Features do not import each other, so the frame hands in what others own. */
export function AssistanceScreen({ panels }: { readonly panels: Readonly<Record<TabName, ReactNode>> }) {
  const { tab = 'signals' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={texts.title}>
      <Tabs
        label={texts.tabs}
        value={tab}
        onChange={(next) => void navigate({ search: { tab: next }, replace: true })}
        tabs={tabNames.map((name) => ({ value: name, label: texts[name], panel: panels[name] }))}
      />
    </Page>
  );
}
