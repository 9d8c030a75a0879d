import type { DemoGroup, DemoInvoice } from '#shared/demo/group.ts';
import type { Store } from '#main/store/store.ts';
import { type FillOptions, momentOn } from './fill-options.ts';
import type { Ids } from './ids.ts';

export function writeInvoices(store: Store, group: DemoGroup, ids: Ids, options: FillOptions, count: () => void): void {
  const invoice = store.sql.prepare(
    `INSERT INTO invoices (id, school_id, pupil_id, billing_group_id, kind, number, external_number,
       structured_reference, description, school_year, issue_date, due_date, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const posting = store.sql.prepare(
    `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, description, author,
       created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const book = (item: DemoInvoice, kind: string, amountCents: number, date: string, description: string): void => {
    const at = momentOn(date);
    posting.run(
      ids.school(item.schoolId),
      ids.invoice(item.id),
      kind,
      amountCents,
      date,
      date,
      description,
      options.author,
      at,
    );
  };
  for (const item of group.invoices) {
    invoice.run(
      ids.invoice(item.id),
      ids.school(item.schoolId),
      ids.pupil(item.pupilId),
      ids.billingGroup(item.schoolId, item.billingGroup),
      item.kind,
      item.number,
      item.externalNumber,
      item.structuredReference,
      item.description,
      item.schoolYear,
      item.issueDate,
      item.dueDate,
      momentOn(item.issueDate),
    );
    book(item, item.kind === 'creditNote' ? 'credit' : 'charge', item.amountCents, item.issueDate, item.description);
    for (const { amountCents, date, description } of item.payments) {
      book(item, 'receipt', -amountCents, date, description);
    }
    count();
  }
}
