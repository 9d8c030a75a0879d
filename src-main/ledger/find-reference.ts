import { parseStructuredReference } from '#shared/bank/structured-reference.ts';
import { planByReference } from '#main/plans/on-plan.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** What a reference names in one household: invoices, a payer with everything of that payer at the school, or a plan. */
export type NamedByReference =
  | { readonly kind: 'invoices'; readonly invoiceIds: ReadonlySet<number> }
  | { readonly kind: 'payer'; readonly payerId: number }
  | { readonly kind: 'plan'; readonly planId: number };

type Place = { readonly householdId: number; readonly schoolId?: number };

/**
 * What the payer named: a structured reference of an invoice, a payer or a plan, or the number of an invoice. Null when it is
 * nothing of this household (at this school, unless it is a plan): a valid reference that is not ours matches nothing.
 */
export function findReference(store: Store, place: Place, reference: string): NamedByReference | null {
  const structured = parseStructuredReference(reference);
  const parameters = {
    ...place,
    schoolId: place.schoolId ?? null,
    structured: structured ?? null,
    number: reference.trim(),
  };
  const invoiceIds = statement(
    store,
    `SELECT i.id FROM pupils p CROSS JOIN invoices i INDEXED BY invoices_pupil ON i.pupil_id = p.id
       WHERE p.household_id = @householdId AND (@schoolId IS NULL OR i.school_id = @schoolId) AND i.withdrawn_at IS NULL
         AND i.kind <> 'credit' AND (i.structured_reference = @structured OR i.number = @number)`,
  )
    .pluck()
    .all(parameters) as number[];
  if (invoiceIds.length > 0) return { kind: 'invoices', invoiceIds: new Set(invoiceIds) };
  const payerId = statement(
    store,
    `SELECT r.payer_id FROM payer_references r WHERE r.structured_reference = @structured
         AND (@schoolId IS NULL OR r.school_id = @schoolId) AND (
           EXISTS (SELECT 1 FROM payers y WHERE y.id = r.payer_id AND y.household_id = @householdId)
           OR EXISTS (SELECT 1 FROM liabilities l JOIN pupils p ON p.id = l.pupil_id
             WHERE l.payer_id = r.payer_id AND p.household_id = @householdId))`,
  )
    .pluck()
    .get(parameters) as number | undefined;
  if (payerId !== undefined) return { kind: 'payer', payerId };
  const planId = structured === undefined ? null : planByReference(store, place.householdId, structured);
  return planId === null ? null : { kind: 'plan', planId };
}
