import { Problem } from '#shared/api/problem.ts';
import { type MoneyClaim, moneyKinds } from '#shared/ledger/money-claim.ts';
import type { SharedClaim } from '#shared/ledger/named-parts.ts';
import type { Refusal } from '#shared/ledger/refusal.ts';
import type { Liability } from '#shared/people/contract.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { isInForce } from './sql.ts';

/** What the kind of a posting was before it was taken back: a reversal belongs to what it reverses. */
const kindBehind = 'coalesce(o.kind, p.kind)';
const withReversed = 'postings p LEFT JOIN postings o ON o.id = p.reverses_id';

/** The claims with these ids, by id; what does not exist or was withdrawn is left out. */
export function moneyClaims(store: Store, invoiceIds: readonly number[]): Map<number, MoneyClaim> {
  const rows = statement(
    store,
    `SELECT i.id AS invoiceId, i.number, i.kind, i.school_id AS schoolId, u.household_id AS householdId,
       i.payer_id AS payerId, i.balance_cents AS balanceCents,
       -coalesce((SELECT sum(p.amount_cents) FROM ${withReversed}
         WHERE p.invoice_id = i.id AND ${kindBehind} IN (SELECT value FROM json_each(@kinds))), 0) AS receivedCents
     FROM json_each(@ids) k CROSS JOIN invoices i ON i.id = k.value AND i.withdrawn_at IS NULL
     CROSS JOIN pupils u ON u.id = i.pupil_id`,
  ).all({ ids: JSON.stringify(invoiceIds), kinds: JSON.stringify(moneyKinds) }) as MoneyClaim[];
  return new Map(rows.map((row) => [row.invoiceId, row]));
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

/** Who owes a claim and what stands on the name of each. Money on a credit stands on nobody's share. */
export function sharedClaim(store: Store, claim: MoneyClaim): SharedClaim {
  const named = statement(
    store,
    `SELECT payer_id AS payerId, sum(amount_cents) AS cents FROM postings
     WHERE invoice_id = ? AND payer_id IS NOT NULL GROUP BY payer_id`,
  ).all(claim.invoiceId) as { payerId: number; cents: number }[];
  return {
    balanceCents: claim.balanceCents,
    liabilities: claim.kind === 'credit' ? [] : liabilitiesOfClaim(store, claim.invoiceId),
    namedCents: new Map(named.map(({ payerId, cents }) => [payerId, cents])),
  };
}

/** Who owes a claim: the liabilities in force when it was issued, once per payer, the lowest payer first. */
export function liabilitiesOfClaim(store: Store, invoiceId: number): Liability[] {
  return statement(
    store,
    `SELECT l.payer_id AS payerId, l.kind, l.share_bp AS shareBp
     FROM invoices i JOIN liabilities l ON l.pupil_id = i.pupil_id
     WHERE i.id = ? AND ${isInForce} GROUP BY l.payer_id ORDER BY l.payer_id`,
  ).all(invoiceId) as Liability[];
}

/** Throws the refusal as the Problem it is; undefined is no refusal. */
export function orRefuse(refusal: Refusal | undefined): void {
  if (refusal) throw new Problem(refusal.code, refusal.sentence, refusal.field);
}
