import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { CostKind } from '#shared/costs/contract.ts';
import type { CostItem } from '#shared/costs/reckon-costs.ts';
import type { DecisionHold } from '#shared/dunning/decision.ts';
import { holdsInForce } from '#main/holds/active-holds.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** A reminder of a run that asks a cost with it. */
export type CostRequest = {
  readonly runId: number;
  readonly schoolId: number;
  readonly householdId: number;
  readonly payerId: number;
  readonly stage: number;
  readonly kind: CostKind;
  readonly channel: 'email' | 'letter';
  /** What the payer owes of each overdue bill, costs left out. */
  readonly items: readonly { readonly invoiceId: number; readonly amountCents: number }[];
};

type Row = {
  readonly issueDate: PlainDate;
  readonly freeUntil: PlainDate | null;
  readonly announced: string | null;
  readonly missedInYear: number;
  readonly asked: string;
};

/**
 * What the reckoning needs of each bill. A joint bill is asked once, whoever of its debtors is reminded first, so what was
 * asked counts for all of them.
 */
export function costItems(store: Store, request: CostRequest, today: PlainDate): CostItem[] {
  const holds = holdsInForce(store, today).filter(({ freezesCosts }) => freezesCosts);
  const row = statement(
    store,
    `SELECT i.issue_date AS issueDate,
       (SELECT min(e.term_last_day) FROM stage_events e WHERE e.invoice_id = i.id AND e.payer_id = @payerId AND e.voids_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM stage_events v WHERE v.voids_id = e.id)) AS freeUntil,
       (SELECT json_object('reminder', e.run_id || '-' || e.payer_id, 'cents', e.announced_cents) FROM stage_events e
        WHERE e.invoice_id = i.id AND e.payer_id = @payerId AND e.voids_id IS NULL AND e.announced_cents > 0
          AND NOT EXISTS (SELECT 1 FROM stage_events v WHERE v.voids_id = e.id) ORDER BY e.id LIMIT 1) AS announced,
       (SELECT count(DISTINCT o.due_date) FROM stage_events e JOIN invoices o ON o.id = e.invoice_id
        WHERE e.payer_id = @payerId AND e.school_id = i.school_id AND e.voids_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM stage_events v WHERE v.voids_id = e.id)
          AND substr(o.due_date, 1, 4) = substr(i.due_date, 1, 4) AND o.due_date <= i.due_date) AS missedInYear,
       (SELECT json_group_array(json_object('kind', c.kind, 'amountCents', c.amount_cents, 'until', c.basis ->> 'until')) FROM cost_claims c
        WHERE c.invoice_id = i.id AND c.status <> 'superseded') AS asked
     FROM invoices i WHERE i.id = @invoiceId`,
  );
  return request.items.flatMap(({ invoiceId, amountCents }) => {
    const found = row.get({ invoiceId, payerId: request.payerId }) as Row | undefined;
    if (!found) return [];
    return [
      {
        invoiceId,
        dueCents: amountCents,
        issueDate: found.issueDate,
        freeUntil: found.freeUntil,
        announced: found.announced === null ? null : (JSON.parse(found.announced) as CostItem['announced']),
        missedInYear: found.missedInYear,
        asked: JSON.parse(found.asked) as CostItem['asked'],
        isFrozen: holds.some((hold) => freezes(hold, request, invoiceId)),
      },
    ];
  });
}

/** A hold that names nothing freezes everything. */
function freezes(hold: DecisionHold, { schoolId, householdId, payerId }: CostRequest, invoiceId: number): boolean {
  if (hold.invoiceId !== null) return hold.invoiceId === invoiceId;
  if (hold.payerId !== null) return hold.payerId === payerId;
  if (hold.householdId !== null) return hold.householdId === householdId;
  return hold.schoolId === null || hold.schoolId === schoolId;
}
