import { Problem } from '#shared/api/problem.ts';
import type { HandOver } from '#shared/hand-over/contract.ts';
import { owedBy } from '#shared/ledger/claim.ts';
import { sumCents } from '#shared/money/cents.ts';
import { withinSchools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type Row = Omit<HandOver, 'openCents' | 'invoices'> & { readonly invoiceIds: string };

/** A household is where the payer is now. */
const rowsSql = `SELECT o.id AS handOverId, o.school_id AS schoolId, s.name AS schoolName, h.id AS householdId,
    h.name AS householdName, o.payer_id AS payerId, trim(y.first_name || ' ' || y.last_name) AS payerName,
    c.name AS partnerName, c.kind AS partnerKind, o.reference, o.handed_on AS handedOn, o.total_cents AS totalCents,
    o.taken_back_on AS takenBackOn, o.take_back_reason AS takeBackReason, o.author, o.created_at AS at,
    (SELECT json_group_array(t.invoice_id) FROM hand_over_items t WHERE t.hand_over_id = o.id) AS invoiceIds
  FROM hand_overs o JOIN schools s ON s.id = o.school_id JOIN payers y ON y.id = o.payer_id
    JOIN households h ON h.id = y.household_id JOIN collection_partners c ON c.id = o.partner_id`;

/** What is in somebody's hands, the newest on top; with what was taken back behind it. */
export function listHandOvers(
  context: Context,
  { householdId, withTakenBack }: { readonly householdId?: number | undefined; readonly withTakenBack: boolean },
): HandOver[] {
  const { store } = context;
  const { and, parameters } = withinSchools(context, 'o.school_id');
  const rows = statement(
    store,
    `${rowsSql} WHERE (@householdId IS NULL OR h.id = @householdId) AND (@withTakenBack OR o.taken_back_on IS NULL) ${and}
     ORDER BY o.taken_back_on IS NOT NULL, o.handed_on DESC, o.id DESC`,
  ).all({ householdId: householdId ?? null, withTakenBack: withTakenBack ? 1 : 0, ...parameters }) as Row[];
  return withOpen(store, rows);
}

export function handOverById(store: Store, handOverId: number): HandOver {
  const rows = statement(store, `${rowsSql} WHERE o.id = ?`).all(handOverId) as Row[];
  const [handOver] = withOpen(store, rows);
  if (!handOver) throw new Problem('NOT_FOUND', 'Deze overdracht bestaat niet. Er is niets veranderd.');
  return handOver;
}

/** With what the payer still owes of what was handed over; what was paid too much is no part of it. */
function withOpen(store: Store, rows: readonly Row[]): HandOver[] {
  const idsOf = new Map(rows.map(({ handOverId, invoiceIds }) => [handOverId, JSON.parse(invoiceIds) as number[]]));
  const claims = claimsById(store, [...new Set([...idsOf.values()].flat())]);
  return rows.map(({ invoiceIds: _invoiceIds, ...row }) => {
    const own = idsOf.get(row.handOverId) ?? [];
    const open = own.map((invoiceId) => {
      const claim = claims.get(invoiceId);
      return claim === undefined ? 0 : Math.max(0, owedBy(claim, row.payerId));
    });
    return { ...row, openCents: sumCents(open), invoices: own.length };
  });
}
