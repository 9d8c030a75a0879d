import type { OpenItem } from '#shared/ledger/contract.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { shownHoldJson, shownHoldOf } from '#main/holds/held-sql.ts';
import type { Store } from '#main/store/store.ts';
import type { OpenItemsSelection } from './open-items-filter.ts';
import { openItemsSource } from './open-items-source.ts';
import { invoiceSortPlan, type Sort } from './open-items-sort.ts';
import { isInForce, sumOfKinds } from './sql.ts';

export type Page = { readonly offset: number; readonly limit: number };

/** Ids of one page, from the indexes; `invoices` is how many the selection has. */
export function invoicePage(
  store: Store,
  selection: OpenItemsSelection,
  sort: Sort,
  invoices: number,
  page: Page,
): number[] {
  const plan = invoiceSortPlan(selection, sort, invoices);
  const source = openItemsSource(selection, plan.path, plan);
  return store.sql
    .prepare(`SELECT i.id ${source.from} ${source.where} ${plan.orderBy} LIMIT @limit OFFSET @offset`)
    .pluck()
    .all({ ...source.parameters, ...page }) as number[];
}

type InvoiceRow = Omit<OpenItem, 'hold' | 'hasEmail' | 'count' | 'heldCount'> & {
  readonly hasEmail: number;
  /** JSON; null: not held. */
  readonly hold: string | null;
};

/** Everything the screen shows of these invoices, in the order of the ids. */
export function invoiceRows(store: Store, invoiceIds: readonly number[], today: PlainDate): OpenItem[] {
  const rows = store.sql.prepare<[{ ids: string; today: string }], InvoiceRow>(invoiceRowsSql);
  return rows.all({ ids: JSON.stringify(invoiceIds), today }).map(toOpenItem);
}

function toOpenItem({ hold: held, hasEmail, ...row }: InvoiceRow): OpenItem {
  const hold = shownHoldOf(held);
  return { ...row, count: 1, hold, heldCount: hold ? 1 : 0, hasEmail: hasEmail === 1 };
}

const payerOf = (what: string): string => `(SELECT ${what} FROM (
    SELECT y.id, trim(y.first_name || ' ' || y.last_name) AS name
    FROM liabilities l CROSS JOIN payers y ON y.id = l.payer_id
    WHERE l.pupil_id = i.pupil_id AND ${isInForce} AND (i.payer_id IS NULL OR i.payer_id = y.id) ORDER BY y.id))`;

/** Before payments: charges and credits, and what was reversed of those. */
export const originalAmount = sumOfKinds('charges');

/** The channel of the last message, when that message was the last contact. */
export const lastContactChannel = `(SELECT m.channel FROM messages m WHERE m.household_id = h.id AND m.status = 'sent'
  AND m.finished_at = h.last_contact_at ORDER BY m.id DESC LIMIT 1)`;

const invoiceRowsSql = `
  SELECT i.id AS key, i.id AS invoiceId, i.number, i.structured_reference AS structuredReference,
    i.school_id AS schoolId, s.name AS schoolName, w.name AS siteName,
    p.id AS pupilId, p.last_name || ', ' || p.first_name AS pupilName, p.class_name AS className,
    h.id AS householdId, h.name AS householdName,
    ${payerOf('CASE WHEN count(*) = 1 THEN min(id) END')} AS payerId,
    ${payerOf("group_concat(name, ', ')")} AS payerName,
    g.name AS billingGroup, i.school_year AS schoolYear, i.issue_date AS issueDate, i.due_date AS dueDate,
    CAST(julianday(@today) - julianday(i.due_date) AS INTEGER) AS overdueDays,
    ${originalAmount} AS totalCents, i.balance_cents AS openCents,
    ${shownHoldJson} AS hold,
    h.has_email AS hasEmail, n.body AS infoNote,
    h.last_contact_at AS lastContactAt, ${lastContactChannel} AS lastContactChannel
  FROM json_each(@ids) k
    CROSS JOIN invoices i ON i.id = k.value
    CROSS JOIN pupils p ON p.id = i.pupil_id
    CROSS JOIN households h ON h.id = p.household_id
    CROSS JOIN schools s ON s.id = i.school_id
    CROSS JOIN billing_groups g ON g.id = i.billing_group_id
    LEFT JOIN sites w ON w.id = p.site_id
    LEFT JOIN info_notes n ON n.pupil_id = p.id
  ORDER BY k.key`;
