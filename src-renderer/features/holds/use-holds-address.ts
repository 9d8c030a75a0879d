import { getRouteApi } from '@tanstack/react-router';
import type { HoldKind, HoldScope } from '#shared/holds/contract.ts';

const route = getRouteApi('/herinneringen');

export type HoldsAddress = {
  readonly filter: {
    readonly search: string;
    readonly withEnded: boolean;
    readonly kind?: HoldKind;
    readonly scope?: HoldScope;
  };
  readonly isFiltered: boolean;
  readonly go: (change: {
    readonly search?: string;
    readonly holdKind?: HoldKind | undefined;
    readonly holdScope?: HoldScope | undefined;
    readonly withEnded?: boolean;
  }) => void;
  readonly clear: () => void;
};

/** What the list is narrowed to, as it stands in the address. */
export function useHoldsAddress(): HoldsAddress {
  const address = route.useSearch();
  const { search = '', holdKind, holdScope, withEnded = false } = address;
  const navigate = route.useNavigate();
  return {
    filter: {
      search,
      withEnded,
      ...(holdKind === undefined ? {} : { kind: holdKind }),
      ...(holdScope === undefined ? {} : { scope: holdScope }),
    },
    isFiltered: search !== '' || holdKind !== undefined || holdScope !== undefined,
    go: (change) => {
      const next = Object.entries({ ...address, ...change }).filter(
        ([, value]) => value !== undefined && value !== '' && value !== false,
      );
      void navigate({ search: Object.fromEntries(next), replace: true });
    },
    clear: () => void navigate({ search: { tab: 'holds' }, replace: true }),
  };
}
