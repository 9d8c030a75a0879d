import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconFileImport, IconFilterOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { z } from 'zod';
import { formatCents } from '#shared/money/cents.ts';
import { exportColumn, type OpenItem, type OpenItemsTotals, type SortKey } from '#shared/ledger/contract.ts';
import { client } from '#renderer/app/api.ts';
import { usePreference } from '#renderer/app/preferences.ts';
import { clearSelection, type PickedItems, setSelection, useSelection } from '#renderer/app/selection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DataGrid } from '#renderer/ui/data-grid.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { FilterBar } from './filter-bar.tsx';
import { ListActions } from './list-actions.tsx';
import { columnsFor, defaultColumns } from './open-items-columns.tsx';
import classes from './open-items.module.css';
import { openItemsTexts as texts } from './open-items.nl.ts';
import { type OpenItemsAddress, useOpenItemsAddress } from './open-items-view.ts';
import { SelectionBar } from './selection-bar.tsx';
import { type OpenItemsList, useOpenItems } from './use-open-items.ts';

const columnIds = z.array(exportColumn).min(1);

/** Every open invoice: filter, group, select, and go on with the selection. */
export function OpenItemsScreen() {
  const address = useOpenItemsAddress();
  const { view } = address;
  const list = useOpenItems(view);
  const [visible, setVisible] = usePreference(
    `openItems.columns.${view.grouping}`,
    columnIds,
    defaultColumns(view.grouping) as z.infer<typeof columnIds>,
  );
  const { totals } = list;
  const nothingAtAll = totals?.rows === 0 && !address.hasFilters && view.filter.schoolId === undefined;
  const picked = useSelection();

  return (
    <Page
      fill
      title={texts.title}
      subtitle={totals && !nothingAtAll ? <TotalsLine totals={totals} /> : null}
      actions={
        nothingAtAll ? null : (
          <ListActions
            view={view}
            visible={visible}
            onVisible={(ids) => setVisible([...ids])}
            onGrouping={(grouping) => {
              // A selection belongs to the rows it was made of.
              clearSelection();
              address.setGrouping(grouping);
            }}
          />
        )
      }
      footer={nothingAtAll || !totals ? null : <SelectionBar address={address} />}
    >
      {nothingAtAll ? null : <FilterBar address={address} />}
      <ProblemAlert error={list.error} onRetry={list.retry} />
      {totals ? (
        totals.rows > 0 ? (
          <ItemsGrid address={address} list={list} visible={visible} picked={picked} />
        ) : (
          <NothingToShow address={address} nothingAtAll={nothingAtAll} />
        )
      ) : list.error ? null : (
        <Loading />
      )}
    </Page>
  );
}

function ItemsGrid({
  address,
  list,
  visible,
  picked,
}: {
  readonly address: OpenItemsAddress;
  readonly list: OpenItemsList;
  readonly visible: readonly string[];
  readonly picked: PickedItems;
}) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { view } = address;
  const selected = useMemo(
    () => new Set(picked.grouping === view.grouping ? picked.keys : []),
    [picked, view.grouping],
  );
  /** Ticking one row more or less leaves what the rows stand for as it was; an empty selection starts anew. */
  function pick(chosen: ReadonlySet<number>): void {
    const { unique } = picked;
    const keys = [...chosen];
    const staysUnique = unique !== undefined && selected.size > 0 && keys.length > 0;
    setSelection({ grouping: view.grouping, keys, ...(staysUnique ? { unique } : {}) });
  }
  async function selectAll(): Promise<void> {
    try {
      const { filter, grouping } = view;
      const { keys } = await queryClient.fetchQuery({
        queryKey: ['select-all', filter, grouping],
        queryFn: () => client.ledger.selectAll({ filter, grouping }),
        staleTime: 0,
      });
      setSelection({ grouping, keys });
    } catch (error) {
      notifyProblem(error);
    }
  }
  return (
    <div className={list.isStale ? `${classes['list']} ${classes['stale']}` : classes['list']}>
      <DataGrid<OpenItem>
        label={texts.gridLabel}
        columns={columnsFor(view.grouping)}
        visible={visible}
        rowCount={list.totals?.rows ?? 0}
        rowAt={list.rowAt}
        onRange={list.onRange}
        getKey={(item) => item.key}
        rowName={rowName}
        sort={view.sort}
        onSort={({ key, descending }) => address.setSort({ key: key as SortKey, descending })}
        onOpen={(item) =>
          void navigate({ to: '/dossiers/$householdId', params: { householdId: String(item.householdId) } })
        }
        listKey={JSON.stringify(view)}
        selection={{
          selected,
          onChange: pick,
          keysBetween: list.keysBetween,
          onSelectAll: selectAll,
        }}
      />
    </div>
  );
}

function TotalsLine({ totals }: { readonly totals: OpenItemsTotals }) {
  const counts = [texts.invoices(totals.invoices), texts.pupils(totals.pupils), texts.households(totals.households)];
  return (
    <span role="status">
      {`${counts.join(' · ')} · `}
      <span className={classes['amount']}>{formatCents(totals.openCents)}</span>
      {texts.outstandingOf(formatCents(totals.overdueCents))}
    </span>
  );
}

function NothingToShow({
  address,
  nothingAtAll,
}: {
  readonly address: OpenItemsAddress;
  readonly nothingAtAll: boolean;
}) {
  const navigate = useNavigate();
  if (nothingAtAll) {
    return (
      <EmptyState
        icon={<IconFileImport size={40} stroke={1.2} />}
        title={texts.emptyTitle}
        actions={
          <Button variant="primary" onClick={() => void navigate({ to: '/importeren' })}>
            {texts.toImports}
          </Button>
        }
      >
        {texts.emptyText}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconFilterOff size={40} stroke={1.2} />}
      title={address.hasFilters ? texts.noMatchTitle : texts.noMatchSchool}
      actions={address.hasFilters ? <Button onClick={address.clearFilters}>{texts.clearFilters}</Button> : null}
    >
      {address.hasFilters ? texts.noMatchText : null}
    </EmptyState>
  );
}

function rowName(item: OpenItem): string {
  return [item.number, item.pupilName ?? item.payerName ?? item.householdName].filter(Boolean).join(', ');
}
