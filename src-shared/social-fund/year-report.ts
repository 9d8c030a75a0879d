import { sumCents } from '../money/cents.ts';

/** Fewer families than this are not shown: a figure about two families can name one. */
export const smallestGroup = 5;

export type GrantedPart = {
  readonly fundId: number;
  readonly householdId: number;
  readonly grantId: number;
  readonly billingGroup: string;
  readonly amountCents: number;
};
export type FundOfYear = {
  readonly fundId: number;
  readonly schoolName: string;
  readonly source: string;
  readonly budgetCents: number;
};
export type YearReportRow = {
  readonly schoolName: string;
  readonly source: string;
  readonly budgetCents: number;
  readonly grantedCents: number;
  readonly leftCents: number;
  /** Null: too few to show without naming somebody. */
  readonly families: number | null;
  readonly grants: number | null;
  readonly averageCents: number | null;
};

/**
 * What each fund gave in a year, in cents, to how many families. Numbers of families below the smallest group are left out, and
 * so is what a billing group got from fewer; the totals stay, since the money is the school's own. No names. Source: issue of
 * discretion in domain.md; practice.md 3.1.
 */
export function yearReport(
  funds: readonly FundOfYear[],
  parts: readonly GrantedPart[],
): {
  readonly rows: YearReportRow[];
  readonly byBillingGroup: { readonly billingGroup: string; readonly grantedCents: number | null }[];
} {
  const rows = funds.map(({ fundId, schoolName, source, budgetCents }) => {
    const own = parts.filter((part) => part.fundId === fundId);
    const families = countOf(own, ({ householdId }) => householdId);
    const grantedCents = sumCents(own.map(({ amountCents }) => amountCents));
    const isShown = families === 0 || families >= smallestGroup;
    return {
      schoolName,
      source,
      budgetCents,
      grantedCents,
      leftCents: budgetCents - grantedCents,
      families: isShown ? families : null,
      grants: isShown ? countOf(own, ({ grantId }) => grantId) : null,
      averageCents: isShown && families > 0 ? Math.round(grantedCents / families) : null,
    };
  });
  const byGroup = Map.groupBy(parts, ({ billingGroup }) => billingGroup);
  return {
    rows,
    byBillingGroup: [...byGroup]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([billingGroup, own]) => ({
        billingGroup,
        grantedCents:
          countOf(own, ({ householdId }) => householdId) < smallestGroup
            ? null
            : sumCents(own.map(({ amountCents }) => amountCents)),
      })),
  };
}

function countOf<Item>(items: readonly Item[], key: (item: Item) => number): number {
  return new Set(items.map(key)).size;
}
