import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '#renderer/app/api.ts';
import type { LineList } from './line-list.ts';
import type { LineFilter } from './use-bank-address.ts';

const windowRows = 200;

function windowOptions(filter: LineFilter, status: 'booked' | 'setAside', index: number) {
  return api.bank.lines.queryOptions({
    input: { ...filter, status, offset: index * windowRows, limit: windowRows },
  });
}

/** Lines that were booked or set aside, fetched as they come into view: there may be years of them. */
export function usePastLines(filter: LineFilter, status: 'booked' | 'setAside', enabled: boolean) {
  const queryClient = useQueryClient();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const first = useQuery({ ...windowOptions(filter, status, 0), enabled, placeholderData: keepPreviousData });
  const total = first.data?.total ?? 0;
  const lastWindow = Math.floor(Math.min(range.last, Math.max(0, total - 1)) / windowRows);
  const firstWindow = Math.max(1, Math.floor(range.first / windowRows));
  const windows = Array.from({ length: Math.max(0, lastWindow - firstWindow + 1) }, (_, step) => firstWindow + step);
  const others = useQueries({ queries: (enabled ? windows : []).map((index) => windowOptions(filter, status, index)) });
  const failed = first.isError ? first : others.find((query) => query.isError);
  const onRange = useCallback((from: number, to: number) => {
    setRange((before) => (before.first === from && before.last === to ? before : { first: from, last: to }));
  }, []);

  async function keysBetween(from: number, to: number): Promise<readonly number[]> {
    const keys: number[] = [];
    for (let index = Math.floor(from / windowRows); index <= Math.floor(to / windowRows); index += 1) {
      const page = await queryClient.ensureQueryData(windowOptions(filter, status, index));
      page.rows.forEach(({ transactionId }, position) => {
        const at = index * windowRows + position;
        if (at >= from && at <= to) keys.push(transactionId);
      });
    }
    return keys;
  }
  const list: LineList = {
    total,
    rowAt: (index) => {
      const wanted = Math.floor(index / windowRows);
      const page = wanted === 0 ? first.data : others[windows.indexOf(wanted)]?.data;
      return page?.rows[index % windowRows];
    },
    onRange,
    keysBetween,
    allKeys: () => (total === 0 ? Promise.resolve([]) : keysBetween(0, total - 1)),
  };
  return {
    list,
    isLoading: first.isPending,
    isStale: first.isPlaceholderData,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
