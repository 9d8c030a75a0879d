import { getRouteApi } from '@tanstack/react-router';
import type { ExclusionCode } from '#shared/dunning/decision.ts';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import type { RunProposal } from '#shared/runs/contract.ts';
import type { remindersSearch, runSearch } from '#renderer/app/search-params.ts';
import type { z } from 'zod';

export type ListName = 'attention' | 'proposals' | 'excluded';
export type Since = NonNullable<RunProposal['sinceLastRun']>;

/** How the lists of a run or a dry run are narrowed, as it stands in the address. */
export type ListView = {
  readonly list: ListName | undefined;
  readonly search: string;
  readonly schoolId: number | undefined;
  readonly channel: StageChannel | undefined;
  readonly since: Since | undefined;
  readonly reason: ExclusionCode | undefined;
};
export type ListChange = { readonly [Key in keyof ListView]?: ListView[Key] | undefined };
export type ListAddress = ListView & { readonly go: (change: ListChange) => void };

type RunSearch = z.infer<typeof runSearch>;
export type RunStep = NonNullable<RunSearch['step']>;
export type ResultState = NonNullable<RunSearch['state']>;
type Changed<Search> = { readonly [Key in keyof Search]?: Search[Key] | undefined };

const runRoute = getRouteApi('/herinneringen/$runId');
const remindersRoute = getRouteApi('/herinneringen');

/** Which step of a run is open, and how its lists are narrowed. */
export function useRunAddress() {
  const search = runRoute.useSearch();
  const navigate = runRoute.useNavigate();
  function go(change: Changed<RunSearch>): void {
    void navigate({ search: merged<RunSearch>(search, change), replace: true });
  }
  return {
    step: search.step,
    state: search.state,
    runProposalId: search.runProposalId,
    go,
    /** Another step starts with its whole list. */
    toStep: (step: RunStep, more: Changed<RunSearch> = {}) =>
      void navigate({ search: merged<RunSearch>({ step }, more) }),
    lists: { ...viewOf(search), go },
  };
}

/** The day of a dry run, and how its lists are narrowed. */
export function useDryRunAddress() {
  const search = remindersRoute.useSearch();
  const navigate = remindersRoute.useNavigate();
  function go(change: Changed<z.infer<typeof remindersSearch>>): void {
    void navigate({ search: merged<z.infer<typeof remindersSearch>>(search, change), replace: true });
  }
  return {
    asOf: search.asOf,
    show: (asOf: string) => void navigate({ search: { tab: 'runs', asOf } }),
    close: () => void navigate({ search: { tab: 'runs' } }),
    lists: { ...viewOf(search), go },
  };
}

function viewOf(search: Partial<ListView>): ListView {
  const { list, search: words = '', schoolId, channel, since, reason } = search;
  return { list, search: words, schoolId, channel, since, reason };
}

function merged<Search extends object>(search: Search, change: Changed<Search>): Search {
  const entries = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as Search;
}
