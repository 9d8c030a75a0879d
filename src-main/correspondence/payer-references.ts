import { messageKeyOf } from '#shared/correspondence/plan-input.ts';
import { payerReferenceCandidate } from '#shared/correspondence/payer-reference.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type Pair = { readonly payerId: number; readonly schoolId: number };

/**
 * The own reference of each payer at each school: the one given before, else the one that will be given. A reference
 * that an invoice, a plan or another payer has is never proposed.
 */
export function payerReferencesFor(store: Store, pairs: readonly Pair[]): Map<string, string> {
  const wanted = new Map(pairs.map((pair) => [messageKeyOf(pair.payerId, pair.schoolId), pair]));
  const references = new Map<string, string>();
  const given = statement(
    store,
    `SELECT payer_id AS payerId, school_id AS schoolId, structured_reference AS reference FROM payer_references
     WHERE payer_id IN (SELECT value FROM json_each(?))`,
  );
  const payerIds = [...new Set(pairs.map((pair) => pair.payerId))];
  for (const row of given.all(JSON.stringify(payerIds)) as (Pair & { reference: string })[]) {
    references.set(messageKeyOf(row.payerId, row.schoolId), row.reference);
    wanted.delete(messageKeyOf(row.payerId, row.schoolId));
  }
  const proposed = new Set<string>();
  for (let attempt = 0; wanted.size > 0; attempt += 1) {
    const candidates = [...wanted].map(
      ([key, pair]) => [key, payerReferenceCandidate(pair.schoolId, pair.payerId, attempt)] as const,
    );
    const taken = takenReferences(
      store,
      candidates.map(([, reference]) => reference),
    );
    for (const [key, reference] of candidates) {
      if (taken.has(reference) || proposed.has(reference)) continue;
      proposed.add(reference);
      references.set(key, reference);
      wanted.delete(key);
    }
  }
  return references;
}

/** Gives a payer this reference for good; call it inside the transaction that uses it. */
export function givePayerReference(store: Store, pair: Pair, reference: string): void {
  statement(
    store,
    `INSERT INTO payer_references (structured_reference, school_id, payer_id) VALUES (?, ?, ?)
       ON CONFLICT (school_id, payer_id) DO NOTHING`,
  ).run(reference, pair.schoolId, pair.payerId);
}

/** An invoice, a payer or a plan has this reference. */
export function isReferenceTaken(store: Store, reference: string): boolean {
  return takenReferences(store, [reference]).size > 0;
}

function takenReferences(store: Store, references: readonly string[]): Set<string> {
  const rows = statement(
    store,
    `SELECT structured_reference FROM invoices WHERE structured_reference IN (SELECT value FROM json_each(@references))
       UNION SELECT structured_reference FROM payer_references WHERE structured_reference IN (SELECT value FROM json_each(@references))
       UNION SELECT structured_reference FROM plans WHERE structured_reference IN (SELECT value FROM json_each(@references))`,
  )
    .pluck()
    .all({ references: JSON.stringify(references) }) as string[];
  return new Set(rows);
}
