import { Problem } from '#shared/api/problem.ts';
import type { Store } from '#main/store/store.ts';

type Place = { readonly pupilId: number; readonly payerId: number | null };

type Money = {
  readonly schoolId: number;
  readonly householdId: number;
  /** Whose own shares the money pays; null: everybody's. */
  readonly sharePayerId: number | null;
  readonly valueDate: string;
  /** Pupils of the claims it was meant for, the most wanted first. */
  readonly meantFor: readonly number[];
};

/**
 * On whose name a credit stands: the pupil it was meant for, else the first of the household at that school. Of a payer
 * with a share of his own it is that payer's money, of all others the household's.
 */
export function placeOfCredit(store: Store, money: Money): Place {
  const pupils = store.sql
    .prepare<[object], { pupilId: number; isOwn: number; isSplit: number }>(
      `SELECT p.id AS pupilId, l.id IS NOT NULL AS isOwn, l.kind IS 'split' AS isSplit FROM pupils p
       LEFT JOIN liabilities l ON l.pupil_id = p.id AND l.payer_id = @sharePayerId
         AND l.from_date <= @valueDate AND (l.until_date IS NULL OR l.until_date >= @valueDate)
       WHERE p.household_id = @householdId
         AND (p.school_id = @schoolId OR EXISTS (SELECT 1 FROM invoices i WHERE i.pupil_id = p.id AND i.school_id = @schoolId))
       ORDER BY p.school_id <> @schoolId, p.left_on IS NOT NULL, p.id`,
    )
    .all({
      householdId: money.householdId,
      schoolId: money.schoolId,
      sharePayerId: money.sharePayerId,
      valueDate: money.valueDate,
    });
  const [first] = pupils;
  if (!first) {
    throw new Problem(
      'INVALID',
      'Dit gezin heeft geen leerling in deze school, dus kan het er geen geld ontvangen. Er is niets geboekt; kies het juiste gezin of de juiste school.',
      'householdId',
    );
  }
  const wanted = money.meantFor.flatMap((pupilId) => pupils.filter((pupil) => pupil.pupilId === pupilId));
  const order = [...wanted, ...pupils];
  const chosen = order.find(({ isOwn }) => isOwn === 1) ?? order[0] ?? first;
  return { pupilId: chosen.pupilId, payerId: chosen.isSplit === 1 ? money.sharePayerId : null };
}
