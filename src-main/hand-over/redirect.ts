import { payerById } from '#main/people/payer-rows.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/**
 * From now on everything for a payer goes to this body. Answers who it went to before any hand-over: with a second one, of
 * another school, that is what it was before the first.
 */
export function redirectPayer(
  store: Store,
  payerId: number,
  thirdPartyPayerId: number,
): { readonly householdId: number; readonly previousId: number | null } {
  const payer = payerById(store, payerId);
  const [running] = runningOf(store, payerId);
  const previousId = running === undefined ? payer.thirdPartyPayerId : running.previousId;
  setThirdParty(store, payerId, thirdPartyPayerId);
  return { householdId: payer.householdId, previousId };
}

/**
 * After a hand-over was taken back: letters go to whoever still has another one in hands, else to whom they went before.
 * What somebody chose in the meantime stays.
 */
export function restorePayer(
  store: Store,
  payerId: number,
  of: { readonly thirdPartyPayerId: number; readonly previousId: number | null },
): void {
  const [running] = runningOf(store, payerId);
  const now = statement(store, 'SELECT third_party_payer_id FROM payers WHERE id = ?').pluck().get(payerId);
  if (now !== of.thirdPartyPayerId) return;
  setThirdParty(store, payerId, running === undefined ? of.previousId : running.thirdPartyPayerId);
}

type Running = { readonly thirdPartyPayerId: number; readonly previousId: number | null };

/** Hand-overs of a payer that were not taken back, the newest first. */
function runningOf(store: Store, payerId: number): Running[] {
  return statement(
    store,
    `SELECT c.third_party_payer_id AS thirdPartyPayerId, o.previous_third_party_payer_id AS previousId
     FROM hand_overs o JOIN collection_partners c ON c.id = o.partner_id
     WHERE o.payer_id = ? AND o.taken_back_on IS NULL ORDER BY o.id DESC`,
  ).all(payerId) as Running[];
}

function setThirdParty(store: Store, payerId: number, thirdPartyPayerId: number | null): void {
  statement(store, 'UPDATE payers SET third_party_payer_id = ? WHERE id = ?').run(thirdPartyPayerId, payerId);
}
