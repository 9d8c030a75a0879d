import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Grouping, OpenItem, OpenItemsFilter, OpenItemsTotals, SortKey } from '#shared/ledger/contract.ts';
import { api } from '#renderer/app/api.ts';

export type OpenItemsView = {
  readonly filter: OpenItemsFilter;
  readonly grouping: Grouping;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
};

export type OpenItemsList = {
  readonly totals: OpenItemsTotals | undefined;
  readonly rowAt: (index: number) => OpenItem | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly keysBetween: (first: number, last: number) => Promise<readonly number[]>;
  readonly error: unknown;
  readonly retry: () => void;
  readonly isStale: boolean;
};

/** Rows are fetched in windows of this many. */
const windowRows = 200;

function windowOptions(view: OpenItemsView, index: number) {
  return api.ledger.openItems.queryOptions({
    input: { ...view, offset: index * windowRows, limit: windowRows },
  });
}

/** The filtered list in windows: the first one with the totals, and whatever is on the screen. */
export function useOpenItems(view: OpenItemsView): OpenItemsList {
  const queryClient = useQueryClient();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const first = useQuery({ ...windowOptions(view, 0), placeholderData: keepPreviousData });
  const rowCount = first.data?.totals.rows ?? 0;
  const windows = useMemo(() => {
    const lastWindow = Math.floor(Math.min(range.last, Math.max(0, rowCount - 1)) / windowRows);
    const wanted: number[] = [];
    for (let index = Math.max(1, Math.floor(range.first / windowRows)); index <= lastWindow; index += 1) {
      wanted.push(index);
    }
    return wanted;
  }, [range, rowCount]);
  const others = useQueries({ queries: windows.map((index) => windowOptions(view, index)) });
  const failed = first.isError ? first : others.find((query) => query.isError);

  function rowAt(index: number): OpenItem | undefined {
    const wanted = Math.floor(index / windowRows);
    const page = wanted === 0 ? first.data : others[windows.indexOf(wanted)]?.data;
    return page?.rows[index % windowRows];
  }

  const onRange = useCallback((from: number, to: number) => {
    setRange((before) => (before.first === from && before.last === to ? before : { first: from, last: to }));
  }, []);

  async function keysBetween(from: number, to: number): Promise<readonly number[]> {
    const keys: number[] = [];
    for (let index = Math.floor(from / windowRows); index <= Math.floor(to / windowRows); index += 1) {
      const page = await queryClient.ensureQueryData(windowOptions(view, index));
      page.rows.forEach((row, position) => {
        const at = index * windowRows + position;
        if (at >= from && at <= to) keys.push(row.key);
      });
    }
    return keys;
  }

  return {
    totals: first.data?.totals,
    rowAt,
    onRange,
    keysBetween,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    isStale: first.isPlaceholderData,
  };
}
