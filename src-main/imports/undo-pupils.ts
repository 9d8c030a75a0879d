import { Problem } from '#shared/api/problem.ts';
import type { Context } from '#main/api/context.ts';
import { ensureSite } from '#main/schools/queries.ts';
import type { RowChange } from './earlier-imports.ts';
import { payerColumns, pupilColumns } from './people-columns.ts';

/**
 * Takes back what an import of pupils wrote; `changes` come last first. A pupil on whom a withdrawn invoice still hangs
 * stays, with its household and payers: an invoice is never without somebody to ask.
 */
export function undoPupils(context: Context, changes: readonly RowChange[]): void {
  for (const change of changes) if (change.before) restore(context, change, change.before);
  const made = (table: RowChange['table']): number[] =>
    changes.filter((change) => change.table === table && !change.before).map(({ id }) => id);
  const { sql } = context.store;
  const hasInvoice = sql.prepare('SELECT EXISTS (SELECT 1 FROM invoices WHERE pupil_id = ?)').pluck();
  const kept = new Set(made('pupils').filter((pupilId) => hasInvoice.get(pupilId) === 1));
  const deleteLiability = sql.prepare('DELETE FROM liabilities WHERE id = ?');
  for (const { table, id, before, after } of changes) {
    if (table === 'liabilities' && !before && !kept.has(Number(after['pupilId']))) deleteLiability.run(id);
  }
  const forgetRow = sql.prepare('UPDATE import_rows SET pupil_id = NULL WHERE pupil_id = ?');
  const deletePupil = sql.prepare('DELETE FROM pupils WHERE id = ?');
  for (const pupilId of made('pupils')) {
    if (kept.has(pupilId)) continue;
    forgetRow.run(pupilId);
    deletePupil.run(pupilId);
  }
  // The trigger that keeps "has an e-mail address" watches the address, not the deletion.
  const emptyPayer = sql.prepare(
    'UPDATE payers SET email = NULL WHERE id = @id AND email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM liabilities WHERE payer_id = @id)',
  );
  const deletePayer = sql.prepare(
    `DELETE FROM payers WHERE id = @id AND NOT EXISTS (SELECT 1 FROM liabilities WHERE payer_id = @id)
       AND NOT EXISTS (SELECT 1 FROM messages WHERE payer_id = @id) AND NOT EXISTS (SELECT 1 FROM message_payers WHERE payer_id = @id)
       AND NOT EXISTS (SELECT 1 FROM payer_references WHERE payer_id = @id) AND NOT EXISTS (SELECT 1 FROM holds WHERE payer_id = @id)`,
  );
  for (const id of made('payers')) {
    emptyPayer.run({ id });
    deletePayer.run({ id });
  }
  const deleteHousehold = sql.prepare(
    `DELETE FROM households WHERE id = @id AND NOT EXISTS (SELECT 1 FROM households WHERE merged_into_id = @id)
     ${['pupils', 'payers', 'notes', 'documents', 'next_steps', 'messages', 'holds', 'audit_entries']
       .map((table) => `AND NOT EXISTS (SELECT 1 FROM ${table} WHERE household_id = @id)`)
       .join(' ')}`,
  );
  for (const id of made('households')) deleteHousehold.run({ id });
}

type Values = Readonly<Record<string, string | number | null>>;

/** Gives the fields their old value, unless somebody changed them since. */
function restore(context: Context, { table, id, after }: RowChange, before: Values): void {
  if (table !== 'pupils' && table !== 'payers') return;
  const { sql } = context.store;
  const columns: Readonly<Record<string, string>> = table === 'pupils' ? pupilColumns : payerColumns;
  const row = sql.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as
    | Record<string, string | number | null>
    | undefined;
  const asKept = (field: string, value: string | number | null): string | number | null =>
    field === 'site' && typeof value === 'string'
      ? ensureSite(context.store, Number(row?.['school_id']), value)
      : value;
  const isAsWritten =
    row && Object.entries(after).every(([field, value]) => row[columns[field] ?? ''] === asKept(field, value));
  if (!isAsWritten) {
    const who = row ? `${row['first_name']} ${row['last_name']}` : 'iemand';
    throw new Problem('CONFLICT', `De gegevens van ${who} werden na deze import nog aangepast. Er is niets veranderd.`);
  }
  const fields = Object.keys(before).filter((field) => columns[field] !== undefined);
  const values = Object.fromEntries(fields.map((field) => [field, asKept(field, before[field] ?? null)]));
  sql
    .prepare(`UPDATE ${table} SET ${fields.map((field) => `${columns[field]} = @${field}`).join(', ')} WHERE id = @id`)
    .run({ ...values, id });
}
