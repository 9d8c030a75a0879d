import type { Store } from '#main/store/store.ts';
import { addFamily, type FamilyIds } from '#test/support/family.ts';

/** One payer and one child, nothing billed yet. */
export function addAbeel(store: Store, schoolId: number): FamilyIds {
  return addFamily(store, schoolId, {
    name: 'Abeel',
    payers: [{ firstName: 'Jan', lastName: 'Abeel' }],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel' }],
  });
}

/** 240,00 of which a father and a mother each owe half. */
export function addHalves(
  store: Store,
  schoolId: number,
): { readonly invoiceId: number; readonly father: number; readonly mother: number } {
  const { invoiceIds, payerIds } = addFamily(store, schoolId, {
    name: 'Es',
    payers: [
      { firstName: 'Tom', lastName: 'Es' },
      { firstName: 'Eva', lastName: 'Berk' },
    ],
    pupils: [
      {
        firstName: 'Sam',
        lastName: 'Es',
        shares: [5000, 5000],
        invoices: [{ number: '2026-9', amountCents: 240_00 }],
      },
    ],
  });
  return { invoiceId: invoiceIds[0] ?? 0, father: payerIds[0] ?? 0, mother: payerIds[1] ?? 0 };
}

export function balanceOf(store: Store, invoiceId: number): number {
  return store.sql.prepare('SELECT balance_cents FROM invoices WHERE id = ?').pluck().get(invoiceId) as number;
}

export type Movement = {
  readonly invoiceId: number;
  readonly kind: string;
  readonly amountCents: number;
  readonly payerId: number | null;
  readonly householdId: number | null;
};

/** The postings of every entry of a kind, in the order in which they were made. */
export function movementsOf(store: Store, entryKind: string): Movement[] {
  return store.sql
    .prepare<[string], Movement>(
      `SELECT p.invoice_id AS invoiceId, p.kind, p.amount_cents AS amountCents, p.payer_id AS payerId,
         e.household_id AS householdId
       FROM postings p JOIN journal_entries e ON e.id = p.entry_id WHERE e.kind = ? ORDER BY p.id`,
    )
    .all(entryKind);
}

export type TestRefusal = { readonly code: string; readonly sentence: string; readonly field: string | null };

/** What a call was refused with; its spaces within amounts are ordinary ones. Fails when it was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<TestRefusal> {
  try {
    await call;
  } catch (error) {
    const { code, message, data } = error as {
      readonly code: string;
      readonly message: string;
      readonly data?: { readonly sentence?: string; readonly field?: string | null };
    };
    return { code, sentence: (data?.sentence ?? message).replaceAll('\u00a0', ' '), field: data?.field ?? null };
  }
  throw new Error('This was not refused');
}

/** A second pair of eyes is asked at this school from so many cents on. */
export function askFrom(store: Store, schoolId: number, kind: string, fromCents: number): void {
  const never = { writeOff: null, remission: null, refund: null, transfer: null, payerAccount: null };
  store.sql
    .prepare(
      `INSERT INTO settings (school_id, key, value, updated_at) VALUES (?, 'approvals', ?, '2026-11-01T08:00:00.000Z')`,
    )
    .run(schoolId, JSON.stringify({ ...never, [kind]: fromCents }));
}

/** Money on the name of one payer, who has a share of his own. */
export function receiveFrom(store: Store, invoiceId: number, payerId: number, amountCents: number): void {
  store.sql
    .prepare(
      `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, payer_id, author, created_at)
       SELECT school_id, id, 'receipt', @amountCents, '2026-10-20', '2026-10-20', @payerId, 'test', '2026-10-20T09:00:00.000Z'
       FROM invoices WHERE id = @invoiceId`,
    )
    .run({ invoiceId, payerId, amountCents: -amountCents });
}
