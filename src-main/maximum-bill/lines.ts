import { Problem } from '#shared/api/problem.ts';
import type { InvoiceLine } from '#shared/maximum-bill/contract.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { chargedCents } from './billed-parts.ts';
import { refuseUnknownCategory } from './categories.ts';

type NewLine = Pick<InvoiceLine, 'description' | 'costCategoryId' | 'amountCents'>;
type Bill = {
  readonly schoolId: number;
  readonly householdId: number;
  readonly charged: number;
  readonly level: 'primary' | 'secondary';
};

/** What is on a bill, in the order in which it was written. */
export function invoiceLinesOf(store: Store, invoiceId: number): InvoiceLine[] {
  return statement(
    store,
    `SELECT l.id AS invoiceLineId, l.description, l.cost_category_id AS costCategoryId, c.name AS costCategory,
       l.amount_cents AS amountCents
     FROM invoice_lines l LEFT JOIN cost_categories c ON c.id = l.cost_category_id WHERE l.invoice_id = ? ORDER BY l.id`,
  ).all(invoiceId) as InvoiceLine[];
}

/** Replaces the lines of a bill as a whole; none: the bill counts in the category of its billing group again. */
export function saveInvoiceLines(
  context: Context,
  { invoiceId, lines }: { readonly invoiceId: number; readonly lines: readonly NewLine[] },
): InvoiceLine[] {
  return runCommand(context, () => {
    const { store } = context;
    const bill = billById(store, invoiceId);
    refuseWrongLines(store, bill, lines);
    const before = invoiceLinesOf(store, invoiceId);
    statement(store, 'DELETE FROM invoice_lines WHERE invoice_id = ?').run(invoiceId);
    const insert = statement(
      store,
      `INSERT INTO invoice_lines (school_id, invoice_id, description, cost_category_id, amount_cents) VALUES (?, ?, ?, ?, ?)`,
    );
    for (const line of lines) {
      insert.run(bill.schoolId, invoiceId, line.description, line.costCategoryId, line.amountCents);
    }
    const after = invoiceLinesOf(store, invoiceId);
    return {
      result: after,
      audit: {
        command: 'maximumBill.saveLines',
        schoolId: bill.schoolId,
        householdId: bill.householdId,
        detail: { invoiceId, lines: after.length },
        changes: fieldChanges(perCategory(before), perCategory(after)),
      },
    };
  });
}

function billById(store: Store, invoiceId: number): Bill {
  const bill = statement(
    store,
    `SELECT i.school_id AS schoolId, u.household_id AS householdId, s.level, ${chargedCents} AS charged
     FROM invoices i JOIN pupils u ON u.id = i.pupil_id JOIN schools s ON s.id = i.school_id
     WHERE i.id = ? AND i.withdrawn_at IS NULL AND i.kind <> 'credit'`,
  ).get(invoiceId) as Bill | undefined;
  if (bill) return bill;
  throw new Problem('NOT_FOUND', 'Deze factuur bestaat niet meer. Er is niets bewaard; zoek ze opnieuw.');
}

function refuseWrongLines(store: Store, { level, charged }: Bill, lines: readonly NewLine[]): void {
  if (level === 'secondary') {
    throw new Problem(
      'REFUSED',
      'De maximumfactuur geldt niet in het secundair onderwijs, dus hier zijn geen lijnen nodig. Er is niets bewaard.',
    );
  }
  lines.forEach(({ amountCents, costCategoryId }, index) => {
    if (amountCents === 0) {
      throw new Problem(
        'INVALID',
        `Lijn ${index + 1} heeft geen bedrag. Er is niets bewaard; vul het in of verwijder de lijn.`,
        `lines.${index}.amountCents`,
      );
    }
    if (costCategoryId !== null) refuseUnknownCategory(store, costCategoryId, `lines.${index}.costCategoryId`);
  });
  const together = sumCents(lines.map(({ amountCents }) => amountCents));
  if (lines.length === 0 || together === charged) return;
  throw new Problem(
    'INVALID',
    `De lijnen zijn samen ${formatCents(together)} en op de factuur is ${formatCents(charged)} aangerekend. Er is niets bewaard; maak de bedragen gelijk.`,
    'lines',
  );
}

/** For the trail: amounts per category, without what was bought. */
function perCategory(lines: readonly InvoiceLine[]): Readonly<Record<string, string>> {
  const groups = Map.groupBy(lines, ({ costCategory }) => costCategory ?? 'Zonder rubriek');
  return Object.fromEntries(
    [...groups].map(([name, own]) => [name, formatCents(sumCents(own.map(({ amountCents }) => amountCents)))]),
  );
}

/** Dutch, for each bill of a school year of which the lines no longer are what was charged. */
export function wrongLines(store: Store, schoolYear: string, schools: Schools): string[] {
  const rows = statement(
    store,
    `SELECT number, together, charged FROM (
       SELECT i.number, sum(l.amount_cents) AS together, ${chargedCents} AS charged
       FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
       WHERE i.school_year = @schoolYear AND i.withdrawn_at IS NULL
         AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))
       GROUP BY i.id) WHERE together <> charged ORDER BY number`,
  ).all({ schoolYear, schools: schoolsParameter(schools) }) as {
    readonly number: string;
    readonly together: number;
    readonly charged: number;
  }[];
  return rows.map(
    ({ number, together, charged }) =>
      `De lijnen van ${number} zijn samen ${formatCents(together)}, en er is ${formatCents(charged)} aangerekend.`,
  );
}
