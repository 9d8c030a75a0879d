import type { DemoGroup } from '#shared/demo/group.ts';
import { freezesCosts } from '#shared/holds/kinds.ts';
import type { Store } from '#main/store/store.ts';
import { type FillOptions, momentOn } from './fill-options.ts';
import type { Ids } from './ids.ts';

export function writeTraces(store: Store, group: DemoGroup, ids: Ids, options: FillOptions): void {
  const { author, createdAt } = options;
  const hold = store.sql.prepare(
    `INSERT INTO holds (scope, kind, freezes_costs, school_id, invoice_id, reason, from_date, until_date, author, created_at)
     SELECT 'invoice', ?, ?, school_id, id, ?, ?, ?, ?, ? FROM invoices WHERE id = ?`,
  );
  for (const { invoiceId, kind, reason, untilDate } of group.holds) {
    const freezes = freezesCosts(kind) ? 1 : 0;
    hold.run(kind, freezes, reason, group.asOf, untilDate, author, createdAt, ids.invoice(invoiceId));
  }
  const infoNote = store.sql.prepare(
    `INSERT INTO info_notes (pupil_id, school_id, body, author, updated_at)
     SELECT id, school_id, ?, ?, ? FROM pupils WHERE id = ?`,
  );
  for (const { pupilId, body } of group.infoNotes) infoNote.run(body, author, createdAt, ids.pupil(pupilId));
  const note = store.sql.prepare(
    'INSERT INTO notes (household_id, kind, body, author, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { householdId, kind, body, date } of group.notes) {
    note.run(ids.household(householdId), kind, body, author, momentOn(date));
  }
  const nextStep = store.sql.prepare(
    'INSERT INTO next_steps (household_id, what, due_date, author, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { householdId, what, dueDate } of group.nextSteps) {
    nextStep.run(ids.household(householdId), what, dueDate, author, createdAt);
  }
}
