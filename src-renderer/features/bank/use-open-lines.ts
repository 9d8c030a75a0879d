import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BankLine } from '#shared/bank/shapes.ts';
import { api, client } from '#renderer/app/api.ts';
import type { LineFilter } from './use-bank-address.ts';

/** Lines are fetched so many at a time. */
const step = 1000;

/**
 * Every line that still has to be worked, with what is proposed for it now. They are here as a whole, because accepting all
 * of them sends along each proposal as it was shown.
 */
export function useOpenLines(filter: LineFilter) {
  const query = useQuery({
    queryKey: [...api.bank.lines.key(), 'open', filter],
    queryFn: () => everyOpenLine(filter),
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.rows;
  const split = useMemo(
    () => ({
      proposals: (rows ?? []).filter(({ proposal }) => proposal !== null),
      manual: (rows ?? []).filter(({ proposal }) => proposal === null),
    }),
    [rows],
  );
  return {
    ...split,
    counts: query.data?.counts,
    isLoading: query.isPending,
    isStale: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

async function everyOpenLine(filter: LineFilter) {
  const rows: BankLine[] = [];
  for (;;) {
    const page = await client.bank.lines({ ...filter, status: 'open', offset: rows.length, limit: step });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return { rows, counts: page.counts };
  }
}
