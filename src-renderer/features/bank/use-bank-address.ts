import { getRouteApi } from '@tanstack/react-router';
import type { BankSearch } from '#renderer/app/search-params.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';

const route = getRouteApi('/bank');

export type BankView = NonNullable<BankSearch['view']>;

/** What the list is narrowed to: the statement and the words in the address, and the school at the top of the screen. */
export type LineFilter = { readonly statementId?: number; readonly schoolId?: number; readonly search?: string };

export type BankAddress = {
  readonly view: BankView;
  readonly transactionId: number | null;
  readonly filter: LineFilter;
  /** Narrowed on this screen; the school at the top is not one of them. */
  readonly hasFilters: boolean;
  readonly go: (change: { readonly [Key in keyof BankSearch]?: BankSearch[Key] | undefined }) => void;
  readonly clearFilters: () => void;
};

/** Which part of the bank is open, and what it is narrowed to, as it stands in the address. */
export function useBankAddress(): BankAddress {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const schoolId = useChosenSchool();
  const { view = 'proposals', statementId, search: words, transactionId } = search;
  const go: BankAddress['go'] = (change) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ search: Object.fromEntries(next), replace: true });
  };
  return {
    view,
    transactionId: transactionId ?? null,
    filter: {
      ...(statementId === undefined ? {} : { statementId }),
      ...(schoolId === null ? {} : { schoolId }),
      ...(words === undefined || words === '' ? {} : { search: words }),
    },
    hasFilters: statementId !== undefined || (words !== undefined && words !== ''),
    go,
    clearFilters: () => go({ statementId: undefined, search: undefined }),
  };
}
