import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { HoldRow } from '#shared/holds/contract.ts';
import { api } from '#renderer/app/api.ts';
import { ChangeHoldDialog } from '#renderer/parts/holds/change-hold-dialog.tsx';
import { useLift } from '#renderer/parts/holds/use-lift.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { holdColumns } from './hold-columns.tsx';
import classes from './holds.module.css';
import { holdsPanelTexts as texts } from './holds-panel.nl.ts';
import { HoldsToolbar } from './holds-toolbar.tsx';
import { useHoldsAddress } from './use-holds-address.ts';

/** So many rows are drawn at once; who needs another one searches. */
const mostRows = 300;

/** Everything that is left out of reminders: whom, why, until when, and what it keeps out. */
export function HoldsPanel() {
  const address = useHoldsAddress();
  const today = useToday();
  const refused = useRefused();
  const { lift } = useLift();
  const [changing, setChanging] = useState<HoldRow | null>(null);
  const [freezing, setFreezing] = useState(false);
  const list = useQuery({
    ...api.holds.list.queryOptions({ input: { ...address.filter, limit: mostRows } }),
    placeholderData: keepPreviousData,
  });
  if (list.isPending || today === undefined) return <Loading />;
  const rows = list.data ?? [];
  return (
    <div className={classes['panel']}>
      <Text muted>{texts.intro}</Text>
      <HoldsToolbar address={address} onFreeze={refused('holds.place') ? null : () => setFreezing(true)} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {rows.length > 0 ? (
        <Card flush>
          <Table
            label={texts.list}
            rows={rows}
            getKey={({ holdId }) => holdId}
            columns={holdColumns({
              today,
              onChange: refused('holds.change') ? null : setChanging,
              onLift: refused('holds.lift')
                ? null
                : ({ holdId, scope }) => lift({ holdIds: [holdId], ofInvoices: scope === 'invoice' }),
            })}
          />
        </Card>
      ) : (
        <NoHolds isFiltered={address.isFiltered} onClear={address.clear} />
      )}
      {rows.length === mostRows ? <Text muted>{texts.more(mostRows)}</Text> : null}
      {changing ? <ChangeHoldDialog hold={changing} today={today} onClose={() => setChanging(null)} /> : null}
      {freezing ? <FreezeDialog today={today} onClose={() => setFreezing(false)} /> : null}
    </div>
  );
}

function NoHolds({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const navigate = useNavigate();
  const icon = <IconHandStop size={40} stroke={1.2} />;
  return isFiltered ? (
    <EmptyState icon={icon} title={texts.noMatchTitle} actions={<Button onClick={onClear}>{texts.clearAll}</Button>}>
      {texts.noMatchText}
    </EmptyState>
  ) : (
    <EmptyState
      icon={icon}
      title={texts.emptyTitle}
      actions={<Button onClick={() => void navigate({ to: '/openstaand' })}>{texts.toOpenItems}</Button>}
    >
      {texts.emptyText}
    </EmptyState>
  );
}
