import type { PupilPart } from '#shared/maximum-bill/reckon-pupil.ts';
import { kindBehind } from '#main/ledger/sql.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Of which pupils: all of primary schools, or these. */
export type OfPupils = { readonly schoolYear: string; readonly pupilIds: readonly number[] | null };

type PartRow = Omit<PupilPart, 'creditedCents'> & { readonly pupilId: number };
type CreditRow = {
  readonly invoiceId: number;
  readonly cap: 'sharp' | 'multiDay';
  readonly amountCents: number;
};

/**
 * What was asked on invoice `i` for what it bills, before our own credits because of the maximum bill and before any payment:
 * interest and costs are no part of it.
 */
export const chargedCents = `(SELECT coalesce(sum(p.amount_cents), 0) FROM postings p LEFT JOIN postings o ON o.id = p.reverses_id
  WHERE p.invoice_id = i.id AND ${kindBehind} IN ('charge', 'periodicCharge', 'credit')
    AND NOT EXISTS (SELECT 1 FROM maximum_bill_credits m WHERE m.entry_id = coalesce(o.entry_id, p.entry_id)))`;

/** Whether anything counts for the maximum bill at all: a group or a line in a category with a cap. */
export function hasCategories(store: Store): boolean {
  return (
    statement(
      store,
      `SELECT EXISTS (SELECT 1 FROM cost_categories c WHERE c.cap <> 'none' AND (
         EXISTS (SELECT 1 FROM billing_groups g WHERE g.cost_category_id = c.id)
         OR EXISTS (SELECT 1 FROM invoice_lines l WHERE l.cost_category_id = c.id)))`,
    )
      .pluck()
      .get() === 1
  );
}

/**
 * Per pupil what was billed under a cap in a school year, and for trips of several days in the years before: the lines of a
 * bill, or without lines the whole of it in the category of its billing group. Only of primary schools.
 */
export function billedParts(store: Store, { schoolYear, pupilIds }: OfPupils): Map<number, PupilPart[]> {
  const parameters = { schoolYear, pupilIds: pupilIds === null ? null : JSON.stringify(pupilIds) };
  const rows = statement(store, partsSql(pupilIds !== null)).all(parameters) as PartRow[];
  const credits = Map.groupBy(credited(store), ({ invoiceId }) => invoiceId);
  const perInvoice = Map.groupBy(rows, ({ invoiceId }) => invoiceId);
  const parts = rows.map(({ pupilId, ...part }) => {
    const [first] = perInvoice.get(part.invoiceId) ?? [];
    const known = new Set(perInvoice.get(part.invoiceId)?.map(({ cap }) => cap));
    const creditedCents = (credits.get(part.invoiceId) ?? [])
      // What was credited stays with its bill, also when the bill was put in another category afterwards.
      .filter(({ cap }) => (known.has(cap) ? cap === part.cap : part.cap === first?.cap))
      .reduce((sum, { amountCents }) => sum + amountCents, 0);
    return { pupilId, part: { ...part, creditedCents } };
  });
  const perPupil = Map.groupBy(parts, ({ pupilId }) => pupilId);
  return new Map([...perPupil].map(([pupilId, own]) => [pupilId, own.map(({ part }) => part)]));
}

function partsSql(ofPupils: boolean): string {
  const where = `i.withdrawn_at IS NULL AND i.kind <> 'credit' AND s.level = 'primary' AND c.cap <> 'none'
    AND (i.school_year = @schoolYear OR (c.cap = 'multiDay' AND i.school_year < @schoolYear))
    ${ofPupils ? 'AND i.pupil_id IN (SELECT value FROM json_each(@pupilIds))' : 'AND @pupilIds IS NULL'}`;
  const columns =
    'i.pupil_id AS pupilId, i.id AS invoiceId, i.number, i.issue_date AS issueDate, i.school_year AS schoolYear, c.cap';
  return `
    SELECT ${columns}, sum(l.amount_cents) AS amountCents
    FROM invoice_lines l JOIN cost_categories c ON c.id = l.cost_category_id JOIN invoices i ON i.id = l.invoice_id
    JOIN schools s ON s.id = i.school_id
    WHERE ${where} GROUP BY i.id, c.cap
    UNION ALL
    SELECT ${columns}, ${chargedCents} AS amountCents
    FROM invoices i JOIN schools s ON s.id = i.school_id JOIN billing_groups g ON g.id = i.billing_group_id
    JOIN cost_categories c ON c.id = g.cost_category_id
    WHERE ${where} AND NOT EXISTS (SELECT 1 FROM invoice_lines l WHERE l.invoice_id = i.id)`;
}

/** What was credited because of the maximum bill and not taken back, per bill and cap. */
function credited(store: Store): CreditRow[] {
  return statement(
    store,
    `SELECT m.invoice_id AS invoiceId, m.cap, sum(m.amount_cents) AS amountCents FROM maximum_bill_credits m
     WHERE NOT EXISTS (SELECT 1 FROM journal_entries r WHERE r.reverses_id = m.entry_id) GROUP BY m.invoice_id, m.cap`,
  ).all() as CreditRow[];
}
