import { samePeriods } from '#shared/people/liability-periods.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import {
  type Before,
  type ChangeRow,
  type ChangedPeriods,
  changesTouching,
  type Crossing,
  householdsOf,
} from './change-rows.ts';
import { crossings } from './crossings.ts';
import { periodsOf } from './liability-rows.ts';

const reasons = {
  undone: 'Deze wijziging is al ongedaan gemaakt.',
  later: 'Er is daarna nog iets gewijzigd aan dit gezin. Maak eerst die wijziging ongedaan.',
  message:
    'Er is sindsdien een bericht gemaakt dat hierop steunt. Wat gezegd is, blijft gezegd; maak een nieuwe wijziging.',
  money:
    'Er is sindsdien geboekt op wat hierdoor veranderde. Maak een nieuwe wijziging, dan blijven de boekingen kloppen.',
  plan: 'Er is sindsdien een afbetaalplan gemaakt dat hierop steunt. Beëindig eerst dat plan, of maak een nieuwe wijziging.',
  payers: 'Wie betaalt, is sindsdien nog aangepast. Maak een nieuwe wijziging.',
  help: 'Er is sindsdien hulp gevraagd of doorverwezen in dit gezin. Wat daarvoor bewaard is, zou verloren lopen.',
  moved: 'De leerling of het gezin is sindsdien elders. Open het gezin waar de leerling nu bij hoort.',
} as const;

/** Why a change cannot be taken back, in Dutch; null when it can, because nothing was built on it. */
export function undoBlockedBy(store: Store, change: ChangeRow): string | null {
  if (change.undoneAt !== null) return reasons.undone;
  const households = householdsOf(change);
  const isLater = (other: ChangeRow): boolean => other.id > change.id && other.undoneAt === null;
  if (changesTouching(store, households).some(isLater)) return reasons.later;
  const reason = blockedByKind(store, change, change.before);
  return reason === null ? null : reasons[reason];
}

type Reason = keyof typeof reasons;

function blockedByKind(store: Store, change: ChangeRow, before: Before): Reason | null {
  switch (before.kind) {
    case 'separation':
    case 'comeOfAge':
      return builtOnPeriods(store, change, before.pupils, before.fromDate) ?? builtOnPayer(store, before.payerId);
    case 'movePupil':
      if (householdOfPupil(store, before.pupil.pupilId) !== change.otherHouseholdId) return 'moved';
      return builtOnPeriods(store, change, [before.pupil], '0001-01-01');
    case 'merge':
      return builtOnHouseholds(store, change) ?? crossedSince(store, change, before);
    case 'split':
      return builtOnHouseholds(store, change);
    case 'leave': {
      const row = statement(store, 'SELECT left_on AS leftOn, settled_on AS settledOn FROM pupils WHERE id = ?').get(
        before.pupilId,
      ) as { readonly leftOn: string | null; readonly settledOn: string | null } | undefined;
      return row && row.leftOn === before.nowLeftOn && row.settledOn === null ? null : 'moved';
    }
  }
}

/** Messages, bookings and plans since then on the claims whose payers changed, and changes of the payers themselves. */
function builtOnPeriods(
  store: Store,
  { marks }: ChangeRow,
  pupils: readonly ChangedPeriods[],
  fromDate: string,
): Reason | null {
  if (pupils.some(({ pupilId, after }) => !samePeriods(periodsOf(store, pupilId), after))) return 'payers';
  const parameters = { pupils: JSON.stringify(pupils.map(({ pupilId }) => pupilId)), fromDate, ...marks };
  const claims = `FROM json_each(@pupils) j CROSS JOIN invoices i INDEXED BY invoices_pupil ON i.pupil_id = j.value AND i.issue_date >= @fromDate`;
  const found = (sql: string): boolean =>
    statement(store, `SELECT 1 ${claims} ${sql} LIMIT 1`).get(parameters) !== undefined;
  if (
    found(`CROSS JOIN message_items x ON x.invoice_id = i.id AND x.message_id > @message
      CROSS JOIN messages m ON m.id = x.message_id AND m.status <> 'cancelled'`)
  ) {
    return 'message';
  }
  // A new bill is no reason: who owes it is exactly what is taken back.
  if (
    found(`CROSS JOIN postings p INDEXED BY postings_invoice ON p.invoice_id = i.id AND p.id > @posting
      AND (p.payer_id IS NOT NULL OR (p.amount_cents < 0 AND p.kind <> 'credit'))`)
  ) {
    return 'money';
  }
  return found('CROSS JOIN plan_claims c ON c.invoice_id = i.id AND c.plan_version_id > @planVersion') ? 'plan' : null;
}

/** Something was asked from, paid by or agreed with the payer that was added. */
function builtOnPayer(store: Store, payerId: number | null): Reason | null {
  if (payerId === null) return null;
  const found = (sql: string): boolean => statement(store, `SELECT 1 ${sql} LIMIT 1`).get(payerId) !== undefined;
  if (
    found(
      "FROM message_payers x JOIN messages m ON m.id = x.message_id WHERE x.payer_id = ? AND m.status <> 'cancelled'",
    )
  ) {
    return 'message';
  }
  if (found('FROM journal_entries WHERE payer_id = ?')) return 'money';
  if (found('FROM plan_payers WHERE payer_id = ?')) return 'plan';
  return found('FROM referrals WHERE payer_id = ?') ? 'help' : null;
}

function builtOnHouseholds(store: Store, change: ChangeRow): Reason | null {
  const parameters = { households: JSON.stringify(householdsOf(change)), ...change.marks };
  const found = (sql: string): boolean =>
    statement(store, `SELECT 1 FROM json_each(@households) j CROSS JOIN ${sql} LIMIT 1`).get(parameters) !== undefined;
  if (found(`messages m ON m.household_id = j.value AND m.id > @message AND m.status <> 'cancelled'`)) return 'message';
  if (found('journal_entries e ON e.household_id = j.value AND e.id > @entry')) return 'money';
  if (found('plans p ON p.household_id = j.value AND p.id > @plan')) return 'plan';
  return found('grants g ON g.household_id = j.value AND g.id > @grant') ||
    found('referrals r ON r.household_id = j.value AND r.id > @referral')
    ? 'help'
    : null;
}

/** Since a merge somebody of the one side came to owe for a pupil of the other: that cannot come apart again. */
function crossedSince(
  store: Store,
  { otherHouseholdId }: ChangeRow,
  { moved, crossed }: Extract<Before, { kind: 'merge' }>,
): Reason | null {
  const known = new Set(crossed.map(([pupilId, payerId]) => `${pupilId}-${payerId}`));
  const isNew = ([pupilId, payerId]: Crossing): boolean => !known.has(`${pupilId}-${payerId}`);
  return crossings(store, otherHouseholdId ?? 0, moved).some(isNew) ? 'payers' : null;
}

function householdOfPupil(store: Store, pupilId: number): number | undefined {
  return statement(store, 'SELECT household_id FROM pupils WHERE id = ?').pluck().get(pupilId) as number | undefined;
}
