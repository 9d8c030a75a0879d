import type { EarlierImports } from '#shared/imports/pupil-plan.ts';
import type { Store } from '#main/store/store.ts';

/**
 * One table row that an import made (`before` null) or changed; kept in `import_rows.changes`. Of `invoiceLines` the id is that
 * of the bill.
 */
export type RowChange = {
  readonly table: 'households' | 'pupils' | 'payers' | 'liabilities' | 'invoices' | 'invoiceLines';
  readonly id: number;
  readonly before: Readonly<Record<string, string | number | null>> | null;
  readonly after: Readonly<Record<string, string | number | null>>;
};

/**
 * What the imports of pupils that still stand last wrote into each field. Read only when the first difference is met: a
 * file without differences costs nothing.
 */
export function earlierImports(store: Store): EarlierImports {
  let loaded: { readonly values: Map<string, string | null>; readonly liabilities: Set<string> } | undefined;
  const load = (): NonNullable<typeof loaded> => {
    loaded ??= loadWritten(store);
    return loaded;
  };
  return {
    value: (table, id, field) => load().values.get(`${table}|${id}|${field}`),
    liability: (pupilId, payerId) => load().liabilities.has(`${pupilId}|${payerId}`),
  };
}

function loadWritten(store: Store): { values: Map<string, string | null>; liabilities: Set<string> } {
  const values = new Map<string, string | null>();
  const liabilities = new Set<string>();
  const rows = store.sql
    .prepare(
      `SELECT changes FROM import_rows JOIN imports ON imports.id = import_id
       WHERE imports.kind = 'pupils' AND imports.undone_at IS NULL AND changes <> '[]' ORDER BY import_rows.id`,
    )
    .pluck()
    .iterate() as IterableIterator<string>;
  for (const text of rows) {
    for (const { table, id, after } of JSON.parse(text) as RowChange[]) {
      if (table === 'liabilities') liabilities.add(`${after['pupilId']}|${after['payerId']}`);
      else if (table === 'pupils' || table === 'payers') {
        for (const [field, value] of Object.entries(after)) {
          values.set(`${table}|${id}|${field}`, value === null ? null : String(value));
        }
      }
    }
  }
  return { values, liabilities };
}
