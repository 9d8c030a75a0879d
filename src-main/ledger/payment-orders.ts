import type { PaymentOrder } from '#shared/ledger/booking-shapes.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';

export type NewPaymentOrder = {
  readonly schoolId: number;
  /** The refund that it pays out. */
  readonly entryId: number;
  readonly beneficiaryName: string;
  readonly iban: string;
  readonly amountCents: number;
  readonly communication: string;
};

/** Orders a transfer; it waits until it stands in a file for the bank. Call it in the transaction of the refund. */
export function insertPaymentOrder({ store, clock }: Context, order: NewPaymentOrder): void {
  store.sql
    .prepare(
      `INSERT INTO payment_orders (school_id, entry_id, beneficiary_name, iban, amount_cents, communication, end_to_end_id)
       VALUES (@schoolId, @entryId, @beneficiaryName, @iban, @amountCents, @communication, @endToEndId)`,
    )
    .run({ ...order, endToEndId: `TB-${clock.today().replaceAll('-', '')}-${order.entryId}` });
}

/**
 * Why the refund of this entry can no longer be taken back: its order went to the bank. Null when it can be, as far as the
 * bank is concerned.
 */
export function refundBlockedBy(store: Store, entryId: number): string | null {
  const status = store.sql.prepare('SELECT status FROM payment_orders WHERE entry_id = ?').pluck().get(entryId);
  if (status === 'exported') return 'De overschrijving staat al in een bestand voor de bank.';
  return status === 'executed' ? 'De bank voerde deze terugbetaling al uit.' : null;
}

/** Takes the order of a refund back that was taken back itself; only while it stands in no file. */
export function cancelPaymentOrder(store: Store, entryId: number): void {
  store.sql
    .prepare("UPDATE payment_orders SET status = 'cancelled' WHERE entry_id = ? AND status = 'waiting'")
    .run(entryId);
}

export type OrderFilter = {
  readonly schoolId?: number | undefined;
  readonly status?: PaymentOrder['status'] | undefined;
};

/** Orders of the schools of the caller, the newest first. */
export function listPaymentOrders(context: Context, { schoolId, status }: OrderFilter): PaymentOrder[] {
  const schools = schoolsOf(context);
  return context.store.sql
    .prepare<[Readonly<Record<string, string | number | null>>], PaymentOrder>(
      `SELECT o.id AS paymentOrderId, o.entry_id AS entryId, o.school_id AS schoolId, s.name AS schoolName,
         e.household_id AS householdId, o.beneficiary_name AS beneficiaryName, o.iban, o.amount_cents AS amountCents,
         o.communication, o.status, o.payment_file_id AS paymentFileId, e.created_at AS at
       FROM payment_orders o JOIN schools s ON s.id = o.school_id JOIN journal_entries e ON e.id = o.entry_id
       WHERE (@schoolId IS NULL OR o.school_id = @schoolId) AND (@status IS NULL OR o.status = @status)
       ORDER BY o.id DESC`,
    )
    .all({ schoolId: schoolId ?? null, status: status ?? null })
    .filter((order) => includesSchool(schools, order.schoolId));
}
