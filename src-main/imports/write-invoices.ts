import { schoolYearOf } from '#shared/calendar/school-year.ts';
import type { InvoiceDecision, InvoiceValues } from '#shared/imports/decide-invoice.ts';
import type { PlannedPosting } from '#shared/imports/plan-postings.ts';
import type { Context } from '#main/api/context.ts';
import { ensureBillingGroup } from '#main/schools/queries.ts';
import { billLineWriter } from './bill-lines.ts';
import type { RowChange } from './earlier-imports.ts';
import { importRowWriter } from './write-rows.ts';

export type SettledInvoice = {
  readonly invoiceId: number;
  readonly openCents: number;
  readonly number: string;
  readonly pupilName: string;
};

/** Writes what was decided: prepared statements only, inside the transaction of the import. */
export function writeInvoices(
  context: Context,
  importId: number,
  decisions: readonly InvoiceDecision[],
  settled: readonly SettledInvoice[],
): void {
  const { store } = context;
  const writeRow = importRowWriter(store, importId);
  const insertInvoice = invoiceInserter(context, importId);
  const updateInvoice = invoiceUpdater(context);
  const post = poster(context, importId);
  const writeLine = billLineWriter(store);
  const schoolOf = store.sql.prepare('SELECT school_id FROM invoices WHERE id = ?').pluck();
  for (const decision of decisions) {
    const { rowNumber, outcome, reason } = decision;
    if (outcome === 'unchanged') continue;
    if (outcome === 'rejected') {
      writeRow({ rowNumber, outcome, reason, shown: decision });
    } else if (outcome === 'new') {
      const invoiceId = insertInvoice(decision.invoice);
      for (const posting of decision.postings) post(decision.invoice.schoolId, invoiceId, posting);
      const changes = decision.line ? [writeLine(decision.invoice.schoolId, invoiceId, decision.line)] : [];
      writeRow({ rowNumber, outcome, reason, invoiceId, changes, shown: decision });
    } else {
      const { invoiceId, after } = decision;
      const schoolId = schoolOf.get(invoiceId) as number;
      const changes = updateInvoice(invoiceId, schoolId, after);
      for (const posting of decision.postings) post(schoolId, invoiceId, posting);
      if (decision.line) changes.push(writeLine(schoolId, invoiceId, decision.line));
      writeRow({ rowNumber, outcome, reason, invoiceId, changes, shown: decision });
    }
  }
  for (const { invoiceId, openCents, number, pupilName } of settled) {
    post(schoolOf.get(invoiceId) as number, invoiceId, {
      kind: 'settledElsewhere',
      amountCents: -openCents,
      valueDate: context.clock.today(),
      description: 'stond niet meer in de export',
    });
    writeRow({
      rowNumber: 0,
      outcome: 'settledElsewhere',
      reason: 'niet meer in het bestand: aangeduid als elders vereffend',
      invoiceId,
      shown: { subject: `${number} · ${pupilName}`, proposal: null, changes: [], openCents: 0 },
    });
  }
}

type NewInvoice = Extract<InvoiceDecision, { outcome: 'new' }>['invoice'];

function billingGroups(context: Context): (schoolId: number, name: string) => number {
  const known = new Map<string, number>();
  return (schoolId, name) => {
    const key = `${schoolId}|${name}`;
    const groupId = known.get(key) ?? ensureBillingGroup(context.store, schoolId, name);
    known.set(key, groupId);
    return groupId;
  };
}

function invoiceInserter(context: Context, importId: number): (invoice: NewInvoice) => number {
  const groupId = billingGroups(context);
  const at = context.clock.now();
  const insert = context.store.sql.prepare(
    `INSERT INTO invoices (school_id, pupil_id, billing_group_id, kind, number, external_number, structured_reference,
       description, school_year, issue_date, due_date, import_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (invoice) => {
    const result = insert.run(
      invoice.schoolId,
      invoice.pupilId,
      groupId(invoice.schoolId, invoice.billingGroup),
      invoice.kind,
      invoice.number,
      invoice.externalNumber,
      invoice.structuredReference,
      invoice.description,
      invoice.schoolYear,
      invoice.issueDate,
      invoice.dueDate,
      importId,
      at,
    );
    return Number(result.lastInsertRowid);
  };
}

const columnOf: Readonly<Record<keyof InvoiceValues, string>> = {
  externalNumber: 'external_number',
  structuredReference: 'structured_reference',
  description: 'description',
  issueDate: 'issue_date',
  dueDate: 'due_date',
  billingGroup: 'billing_group_id',
};

/** Updates the changed columns and hands back what they were, in columns, for undo. */
function invoiceUpdater(
  context: Context,
): (invoiceId: number, schoolId: number, after: Partial<InvoiceValues>) => RowChange[] {
  const { sql } = context.store;
  const groupId = billingGroups(context);
  const current = sql.prepare('SELECT * FROM invoices WHERE id = ?');
  return (invoiceId, schoolId, after) => {
    const values: Record<string, string | number | null> = {};
    for (const [field, value] of Object.entries(after) as [keyof InvoiceValues, string | null][]) {
      values[columnOf[field]] = field === 'billingGroup' ? groupId(schoolId, value ?? '') : value;
    }
    // The school year follows the issue date.
    if (after.issueDate) values['school_year'] = schoolYearOf(after.issueDate);
    const columns = Object.keys(values);
    if (columns.length === 0) return [];
    const row = current.get(invoiceId) as Record<string, string | number | null>;
    const was = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
    sql
      .prepare(`UPDATE invoices SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`)
      .run({ ...values, id: invoiceId });
    return [{ table: 'invoices', id: invoiceId, before: was, after: values }];
  };
}

function poster(
  context: Context,
  importId: number,
): (schoolId: number, invoiceId: number, posting: PlannedPosting) => void {
  const { clock, actor, store } = context;
  const [at, today] = [clock.now(), clock.today()];
  const insert = store.sql.prepare(
    `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, description, import_id, author, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (schoolId, invoiceId, { kind, amountCents, valueDate, description }) => {
    // A charge counts from its issue date; nothing is booked in the future.
    const bookingDate = valueDate > today ? today : valueDate;
    insert.run(schoolId, invoiceId, kind, amountCents, bookingDate, valueDate, description, importId, actor, at);
  };
}
