import { Problem } from '#shared/api/problem.ts';
import { type MoneyClaim, moneyKinds } from '#shared/ledger/money-claim.ts';
import type { Refusal } from '#shared/ledger/refusal.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { claimsById } from './claims.ts';
import { kindBehind, withReversed } from './sql.ts';

/** The claims with these ids, by id; what does not exist or was withdrawn is left out. */
export function moneyClaims(store: Store, invoiceIds: readonly number[]): Map<number, MoneyClaim> {
  const received = statement(
    store,
    `SELECT p.invoice_id, -sum(p.amount_cents) FROM json_each(@ids) k CROSS JOIN ${withReversed}
     WHERE p.invoice_id = k.value AND ${kindBehind} IN (SELECT value FROM json_each(@kinds)) GROUP BY p.invoice_id`,
  )
    .raw()
    .all({ ids: JSON.stringify(invoiceIds), kinds: JSON.stringify(moneyKinds) }) as [number, number][];
  const receivedCents = new Map(received);
  return new Map(
    [...claimsById(store, invoiceIds)].map(([invoiceId, claim]) => [
      invoiceId,
      { ...claim, receivedCents: receivedCents.get(invoiceId) ?? 0 },
    ]),
  );
}

/** One claim, or a Problem that names the field it came from. */
export function moneyClaim(store: Store, invoiceId: number, field = 'invoiceId'): MoneyClaim {
  const claim = moneyClaims(store, [invoiceId]).get(invoiceId);
  if (!claim) {
    throw new Problem('NOT_FOUND', 'Deze factuur bestaat niet meer. Er is niets geboekt; vernieuw de lijst.', field);
  }
  return claim;
}

/** What came in on a claim and is still there, per payer on whose name it stands; null: everybody. */
export function receivedPerPayer(store: Store, invoiceId: number, fromDate = ''): Map<number | null, number> {
  const rows = statement(
    store,
    `SELECT p.payer_id AS payerId, -sum(p.amount_cents) AS cents FROM ${withReversed}
     WHERE p.invoice_id = @invoiceId AND p.value_date >= @fromDate
       AND ${kindBehind} IN (SELECT value FROM json_each(@kinds)) GROUP BY p.payer_id`,
  ).all({ invoiceId, fromDate, kinds: JSON.stringify(moneyKinds) }) as { payerId: number | null; cents: number }[];
  return new Map(rows.map(({ payerId, cents }) => [payerId, cents]));
}

/** Throws the refusal as the Problem it is; undefined is no refusal. */
export function orRefuse(refusal: Refusal | undefined): void {
  if (refusal) throw refusedAs(refusal);
}

export function refusedAs({ code, sentence, field }: Refusal): Problem {
  return new Problem(code, sentence, field);
}
