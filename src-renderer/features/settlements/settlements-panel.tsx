import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { OpenSettlementDialog } from './open-settlement-dialog.tsx';
import { SettlementDrawer } from './settlement-drawer.tsx';
import { SettlementTable } from './settlement-table.tsx';
import { settlementTexts as texts } from './settlements.nl.ts';

/** Every collective debt settlement, the one that has to be filed first on top. */
export function SettlementsPanel() {
  const [withClosed, setWithClosed] = useState(false);
  const [opening, setOpening] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const refused = useRefused();
  const settlements = useQuery(api.settlements.list.queryOptions({ input: { withClosed } }));
  const rows = settlements.data ?? [];
  const chosen = rows.find(({ settlementId }) => settlementId === shown);
  const add = refused('settlements.open') ? null : <Button onClick={() => setOpening(true)}>{texts.add}</Button>;
  return (
    <Stack gap="sm">
      <Text muted>{texts.intro}</Text>
      <Group gap="md">
        {rows.length > 0 || withClosed ? add : null}
        <Checkbox
          label={texts.withClosed}
          checked={withClosed}
          onChange={(event) => setWithClosed(event.currentTarget.checked)}
        />
      </Group>
      <ProblemAlert error={settlements.error} onRetry={() => void settlements.refetch()} />
      {settlements.isPending ? <Loading /> : null}
      {settlements.data && rows.length === 0 ? (
        <EmptyState title={texts.none} actions={add}>
          {texts.noneText}
        </EmptyState>
      ) : null}
      {rows.length > 0 ? <SettlementTable rows={rows} onOpen={setShown} /> : null}
      {opening ? <OpenSettlementDialog onClose={() => setOpening(false)} onOpened={setShown} /> : null}
      {chosen ? <SettlementDrawer settlement={chosen} onClose={() => setShown(null)} /> : null}
    </Stack>
  );
}
