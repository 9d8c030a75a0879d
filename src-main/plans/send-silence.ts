import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HoldKind } from '#shared/holds/contract.ts';
import { isActiveHold } from '#main/holds/held-sql.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Nothing is written to the family itself meanwhile. Source: law.md 5.1 and 5.3, domain.md "One decision". */
const silentKinds: readonly HoldKind[] = ['debtSettlement', 'mediation', 'bereavement'];

type HoldRow = {
  readonly householdId: number | null;
  readonly payerId: number | null;
  readonly schoolId: number | null;
  readonly invoiceId: number | null;
};

type AboutPlan = {
  readonly schoolId: number;
  readonly householdId: number;
  readonly payers: readonly { readonly payerId: number }[];
  readonly claims: readonly { readonly invoiceId: number }[];
};

/** Whether contact about a plan has to stop on a day. The holds are read once, however many plans are asked about. */
export function silence(store: Store, today: PlainDate): (plan: AboutPlan) => boolean {
  const rows = statement(
    store,
    `SELECT x.household_id AS householdId, x.payer_id AS payerId, iif(x.scope = 'school', x.school_id, NULL) AS schoolId,
       x.invoice_id AS invoiceId
     FROM holds x WHERE x.kind IN (SELECT value FROM json_each(@kinds)) AND ${isActiveHold}`,
  ).all({ kinds: JSON.stringify(silentKinds), today }) as HoldRow[];
  const householdOfPayer = statement(store, 'SELECT household_id FROM payers WHERE id = ?').pluck();
  const held = {
    households: new Set(rows.flatMap(({ householdId }) => householdId ?? [])),
    payers: new Set(rows.flatMap(({ payerId }) => payerId ?? [])),
    schools: new Set(rows.flatMap(({ schoolId }) => schoolId ?? [])),
    invoices: new Set(rows.flatMap(({ invoiceId }) => invoiceId ?? [])),
  };
  if (rows.length === 0) return () => false;
  return ({ schoolId, householdId, payers, claims }) =>
    held.schools.has(schoolId) ||
    held.households.has(householdId) ||
    claims.some(({ invoiceId }) => held.invoices.has(invoiceId)) ||
    payers.some(
      ({ payerId }) => held.payers.has(payerId) || held.households.has(householdOfPayer.get(payerId) as number),
    );
}
