import { getRouteApi } from '@tanstack/react-router';
import { Page } from '#renderer/ui/page.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { PeriodicPanel } from '../periodic/periodic-panel.tsx';
import { ReceiptsPanel } from './receipts-panel.tsx';
import { receiptsTexts as texts } from './receipts.nl.ts';

const route = getRouteApi('/ontvangsten');

/** What is booked by hand for many at once: receipts, and the charges that come back every month. */
export function ReceiptsScreen() {
  const { tab = 'receipts', householdId } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={texts.title} subtitle={texts.subtitle}>
      <Tabs
        label={texts.tabsLabel}
        value={tab}
        onChange={(chosen) => void navigate({ search: { tab: chosen }, replace: true })}
        tabs={[
          {
            value: 'receipts',
            label: texts.tabs.receipts,
            panel: <ReceiptsPanel key={householdId ?? 0} householdId={householdId ?? null} />,
          },
          { value: 'periodic', label: texts.tabs.periodic, panel: <PeriodicPanel /> },
        ]}
      />
    </Page>
  );
}
