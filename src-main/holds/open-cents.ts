import { isInForce } from '#main/ledger/sql.ts';
import { payerOpenShare } from '#main/ledger/payer-share.ts';
import type { Store } from '#main/store/store.ts';

const open = `i.balance_cents > 0 AND i.withdrawn_at IS NULL AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools)))`;

/** What is still to be paid and kept out, per hold; a credit is not kept out. Of a payer what that payer owes of it. */
const openSql = `SELECT x.id, CASE x.scope
    WHEN 'invoice' THEN (SELECT i.balance_cents FROM invoices i WHERE i.id = x.invoice_id AND ${open})
    WHEN 'household' THEN (SELECT sum(i.balance_cents) FROM pupils p CROSS JOIN invoices i INDEXED BY invoices_open_pupil
      ON i.pupil_id = p.id WHERE p.household_id = x.household_id AND i.balance_cents <> 0 AND ${open})
    WHEN 'payer' THEN (SELECT sum(${payerOpenShare}) FROM liabilities l CROSS JOIN invoices i INDEXED BY invoices_open_pupil
      ON i.pupil_id = l.pupil_id WHERE l.payer_id = x.payer_id AND ${isInForce} AND i.balance_cents <> 0 AND ${open})
    ELSE (SELECT sum(i.balance_cents) FROM invoices i WHERE i.school_id = x.school_id AND i.balance_cents <> 0 AND ${open})
  END FROM json_each(@ids) k CROSS JOIN holds x ON x.id = k.value`;

/** By hold, within these schools (JSON; null: every school). */
export function openCentsOfHolds(
  store: Store,
  holdIds: readonly number[],
  schools: string | null,
): ReadonlyMap<number, number> {
  const rows = store.sql
    .prepare(openSql)
    .raw()
    .all({ ids: JSON.stringify(holdIds), schools }) as [number, number | null][];
  return new Map(rows.map(([holdId, cents]) => [holdId, cents ?? 0]));
}
