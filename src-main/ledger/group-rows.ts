import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { daysBetween } from '#shared/calendar/plain-date.ts';
import type { OpenItem } from '#shared/ledger/contract.ts';
import { heldPayers, isHeldInList } from '#main/holds/held-sql.ts';
import type { Store } from '#main/store/store.ts';
import { lastContactChannel, originalAmount, type Page } from './invoice-rows.ts';
import type { OpenItemsSelection } from './open-items-filter.ts';
import { type GroupedBy, groupOrderBy, type Sort } from './open-items-sort.ts';
import { openItemsSource, type Path } from './open-items-source.ts';
import { payerOpenShare, payerShare } from './payer-share.ts';

type GroupShape = {
  readonly path: Path;
  /** What makes a group, in the source of its path. */
  readonly key: string;
  /** What of the open amount of one invoice counts for the group. */
  readonly open: string;
  /** What of another amount of it does. */
  readonly part: (amount: string) => string;
  /** Whether nothing of it is asked from the group. */
  readonly held: string;
  /** Its own row under alias k and its household under h, beside the sums under a. */
  readonly tables: string;
  /** What only this grouping knows of its rows. */
  readonly columns: string;
};

const noPupil =
  'NULL AS schoolId, NULL AS schoolName, NULL AS siteName, NULL AS pupilId, NULL AS pupilName, NULL AS className';
const noPayer = 'NULL AS payerId, NULL AS payerName';

const shapes: Readonly<Record<GroupedBy, GroupShape>> = {
  pupil: {
    path: 'pupil',
    key: 'p.id',
    open: 'i.balance_cents',
    part: (amount) => amount,
    held: isHeldInList,
    tables: 'CROSS JOIN pupils k ON k.id = a.key CROSS JOIN households h ON h.id = k.household_id',
    columns: `k.school_id AS schoolId, (SELECT name FROM schools WHERE id = k.school_id) AS schoolName,
      (SELECT name FROM sites WHERE id = k.site_id) AS siteName, k.id AS pupilId,
      k.last_name || ', ' || k.first_name AS pupilName, k.class_name AS className, ${noPayer},
      (SELECT body FROM info_notes WHERE pupil_id = k.id) AS infoNote`,
  },
  household: {
    path: 'household',
    key: 'p.household_id',
    open: 'i.balance_cents',
    part: (amount) => amount,
    held: isHeldInList,
    tables: 'CROSS JOIN households h ON h.id = a.key',
    columns: `${noPupil}, ${noPayer}, NULL AS infoNote`,
  },
  payer: {
    path: 'payer',
    key: 'y.id',
    open: payerOpenShare,
    part: payerShare,
    held: `(y.id IN (${heldPayers}) OR ${isHeldInList})`,
    tables: 'CROSS JOIN payers k ON k.id = a.key CROSS JOIN households h ON h.id = k.household_id',
    columns: `${noPupil}, k.id AS payerId, trim(k.first_name || ' ' || k.last_name) AS payerName, NULL AS infoNote`,
  },
};

/** Keys of one page of groups. Groups are made in index order; only their order on screen is sorted. */
export function groupPage(
  store: Store,
  selection: OpenItemsSelection,
  grouping: GroupedBy,
  sort: Sort,
  page: Page,
): number[] {
  const { path, key, open, tables } = shapes[grouping];
  const source = openItemsSource(selection, path, { pupil: true });
  const order = groupOrderBy(grouping, sort);
  return store.sql
    .prepare(
      `SELECT a.key FROM (
         SELECT ${key} AS key, min(i.due_date) AS due_date
           ${order.includes('a.open') ? `, sum(${open}) AS open` : ''}
           ${order.includes('a.invoices') ? ', count(*) AS invoices' : ''}
           ${order.includes('a.issue_date') ? ', min(i.issue_date) AS issue_date' : ''}
         ${source.from} ${source.where} GROUP BY ${key}
       ) a ${/\b[kh]\./.test(order) ? tables : ''} ${order} LIMIT @limit OFFSET @offset`,
    )
    .pluck()
    .all({ ...source.parameters, ...page }) as number[];
}

const invoiceFields = {
  invoiceId: null,
  number: null,
  structuredReference: null,
  billingGroup: null,
  schoolYear: null,
  issueDate: null,
  hold: null,
} as const;

type GroupRow = Omit<OpenItem, keyof typeof invoiceFields | 'overdueDays' | 'hasEmail'> & { readonly hasEmail: number };

/** Everything the screen shows of these groups, in the order of the keys: only their invoices within the selection. */
export function groupRows(
  store: Store,
  selection: OpenItemsSelection,
  grouping: GroupedBy,
  keys: readonly number[],
  today: PlainDate,
): OpenItem[] {
  const { path, key, open, part, held, tables, columns } = shapes[grouping];
  const source = openItemsSource(selection, path, { pupil: true });
  const rows = store.sql
    .prepare<[Record<string, unknown>], GroupRow>(
      `SELECT a.key, ${columns}, h.id AS householdId, h.name AS householdName, a.due_date AS dueDate,
         a.total AS totalCents, a.open AS openCents, a.invoices AS count, a.held AS heldCount,
         h.has_email AS hasEmail, h.last_contact_at AS lastContactAt, ${lastContactChannel} AS lastContactChannel
       FROM (
         SELECT ${key} AS key, min(i.due_date) AS due_date, count(*) AS invoices,
           sum(${open}) AS open, sum(${part(originalAmount)}) AS total,
           sum(${held}) AS held
         ${source.from} ${source.where} AND ${key} IN (SELECT value FROM json_each(@keys)) GROUP BY ${key}
       ) a ${tables}`,
    )
    .all({ ...source.parameters, keys: JSON.stringify(keys) });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    if (!row) return [];
    return [{ ...row, ...invoiceFields, overdueDays: daysBetween(row.dueDate, today), hasEmail: row.hasEmail === 1 }];
  });
}
