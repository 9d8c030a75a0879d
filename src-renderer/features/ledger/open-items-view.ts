import { getRouteApi } from '@tanstack/react-router';
import type { Grouping, OpenItemsFilter } from '#shared/ledger/contract.ts';
import type { OpenItemsSearch } from '#renderer/app/search-params.ts';
import type { OpenItemsView } from './use-open-items.ts';

const route = getRouteApi('/openstaand');

export type OpenItemsAddress = {
  readonly view: OpenItemsView;
  /** Filters that a user set on this screen; the school at the top is not one of them. */
  readonly hasFilters: boolean;
  readonly setFilter: (change: { readonly [Key in keyof OpenItemsFilter]?: OpenItemsFilter[Key] | undefined }) => void;
  readonly clearFilters: () => void;
  readonly setGrouping: (grouping: Grouping) => void;
  readonly setSort: (sort: OpenItemsView['sort']) => void;
};

const defaultSort = { key: 'dueDate', descending: false } as const;

/** The view as it stands in the address, and the ways to change it. */
export function useOpenItemsAddress(): OpenItemsAddress {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { grouping, sort, ...rest } = search;
  const filter = withoutEmpty(rest);
  const { schoolId, ...own } = filter;

  function go(next: OpenItemsSearch): void {
    void navigate({ search: withoutEmpty(next), replace: true });
  }
  return {
    view: { filter, grouping: grouping ?? 'invoice', sort: sort ?? defaultSort },
    hasFilters: Object.keys(own).length > 0,
    setFilter: (change) => go({ ...search, ...change } as OpenItemsSearch),
    clearFilters: () =>
      go({
        ...(schoolId === undefined ? {} : { schoolId }),
        ...(grouping ? { grouping } : {}),
        ...(sort ? { sort } : {}),
      }),
    setGrouping: (next) => {
      const { grouping: _grouping, sort: _sort, ...kept } = search;
      go(next === 'invoice' ? kept : { ...kept, grouping: next });
    },
    setSort: (next) => go({ ...search, sort: next }),
  };
}

/** Leaves out what is undefined, so that the address and the request hold only what is set. */
function withoutEmpty<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never;
}
