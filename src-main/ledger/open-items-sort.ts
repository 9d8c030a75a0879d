import type { Grouping, SortKey } from '#shared/ledger/contract.ts';
import type { OpenItemsSelection } from './open-items-filter.ts';
import type { Path } from './open-items-source.ts';
import { isInForce } from './sql.ts';

/** Every grouping but one line per invoice. */
export type GroupedBy = Exclude<Grouping, 'invoice'>;

export type Sort = { readonly key: SortKey; readonly descending: boolean };

export type SortPlan = {
  readonly path: Path;
  readonly orderBy: string;
  readonly household: boolean;
  readonly pupil: boolean;
};

type InvoiceSort = {
  /** The way that already walks in this order. */
  readonly path?: Path;
  /** From small to large; the last one is unique, so that pages never overlap. */
  readonly columns: readonly string[];
  readonly reads?: 'pupil' | 'household';
  /** Small on screen is large in the column: many days overdue is an early due date. */
  readonly opposite?: boolean;
};

const byDueDate: InvoiceSort = { path: 'dueDate', columns: ['i.due_date', 'i.id'] };

const firstPayer = `(SELECT min(y.sort_name) FROM liabilities l CROSS JOIN payers y ON y.id = l.payer_id
  WHERE l.pupil_id = i.pupil_id AND ${isInForce})`;
const billingGroupName = '(SELECT g.name FROM billing_groups g WHERE g.id = i.billing_group_id)';

const invoiceSorts: Readonly<Record<SortKey, InvoiceSort>> = {
  dueDate: byDueDate,
  overdueDays: { ...byDueDate, opposite: true },
  count: byDueDate,
  pupil: { path: 'pupilName', columns: ['p.sort_name', 'p.id', 'i.due_date', 'i.id'], reads: 'pupil' },
  className: {
    path: 'className',
    columns: ['p.class_name', 'p.sort_name', 'p.id', 'i.due_date', 'i.id'],
    reads: 'pupil',
  },
  household: {
    path: 'householdName',
    columns: ['h.sort_name', 'h.id', 'p.id', 'i.due_date', 'i.id'],
    reads: 'household',
  },
  payer: { columns: [firstPayer, 'i.due_date', 'i.id'] },
  number: { columns: ['i.number', 'i.id'] },
  billingGroup: { columns: [billingGroupName, 'i.due_date', 'i.id'] },
  open: { columns: ['i.balance_cents', 'i.id'] },
  issueDate: { columns: ['i.issue_date', 'i.id'] },
  lastContact: { columns: ['h.last_contact_at', 'i.due_date', 'i.id'], reads: 'household' },
};

/** Above this many rows, walking in due-date order until the page is full beats collecting and sorting all of them. */
const fewInvoices = 5000;

/** The way and the order for a page of invoices; `invoices` is how many there are to sort. */
export function invoiceSortPlan(selection: OpenItemsSelection, sort: Sort, invoices: number): SortPlan {
  const chosen = invoiceSorts[sort.key];
  const few = selection.readsPupil && invoices <= fewInvoices;
  const path = chosen.path && !(chosen.path === 'dueDate' && few) ? chosen.path : 'pupil';
  return {
    path,
    orderBy: orderBy(chosen.columns, sort.descending !== (chosen.opposite ?? false)),
    pupil: chosen.reads !== undefined,
    household: chosen.reads === 'household',
  };
}

/** Over the aliases a (the sums of the group), k (its pupil or payer) and h (its household). */
type GroupSort = { readonly columns: readonly string[]; readonly opposite?: boolean };

const groupOldest: GroupSort = { columns: ['a.due_date'] };

const sumSorts: Readonly<Partial<Record<SortKey, GroupSort>>> = {
  overdueDays: { ...groupOldest, opposite: true },
  open: { columns: ['a.open'] },
  count: { columns: ['a.invoices'] },
  issueDate: { columns: ['a.issue_date'] },
  lastContact: { columns: ['h.last_contact_at', 'a.due_date'] },
  household: { columns: ['h.sort_name'] },
};

const nameSorts: Readonly<Record<GroupedBy, Readonly<Partial<Record<SortKey, GroupSort>>>>> = {
  pupil: { pupil: { columns: ['k.sort_name'] }, className: { columns: ['k.class_name', 'k.sort_name'] } },
  household: { pupil: { columns: ['h.sort_name'] } },
  payer: { payer: { columns: ['k.sort_name'] } },
};

/** ORDER BY of a grouped list; what a group does not have (a number, a billing group) is sorted by its oldest due date. */
export function groupOrderBy(grouping: GroupedBy, sort: Sort): string {
  const chosen = nameSorts[grouping][sort.key] ?? sumSorts[sort.key] ?? groupOldest;
  return orderBy([...chosen.columns, 'a.key'], sort.descending !== (chosen.opposite ?? false));
}

function orderBy(columns: readonly string[], descending: boolean): string {
  return `ORDER BY ${columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ')}`;
}
