import type { DecisionInput } from '#shared/dunning/decision.ts';
import type { Schools } from '#main/access/caller.ts';
import { dunningSettingsOf } from '#main/dunning/settings.ts';
import type { Store } from '#main/store/store.ts';
import { bankRows } from './gather-queries.ts';

/** How each school wants to remind, and what is known of its bank. */
export function schoolFacts(
  store: Store,
  schoolIds: Schools,
): Pick<DecisionInput, 'bank' | 'settings' | 'schoolSettings'> {
  const bank = bankRows(store, schoolIds);
  return {
    bank,
    settings: { minimumCents: 0, schoolLeavers: 'remind', statementMaxAgeDays: null },
    schoolSettings: bank.map(({ schoolId }) => ({ schoolId, ...dunningSettingsOf(store, schoolId) })),
  };
}
