import { Problem } from '#shared/api/problem.ts';
import type { Allocation } from '#shared/ledger/booking-shapes.ts';
import type { Claim } from '#shared/ledger/claim.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { schoolExists } from '#main/schools/queries.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { claimsById } from './claims.ts';

/** Nothing was booked before: an earlier date is a slip of the keyboard. */
export const earliestValueDate: PlainDate = '2000-01-01';

/** Money is never booked in the future. */
export function checkValueDate(valueDate: PlainDate, today: PlainDate): void {
  if (valueDate > today) {
    throw new Problem(
      'INVALID',
      `De datum ${formatPlainDate(valueDate)} ligt in de toekomst. Er is niets geboekt; kies vandaag of vroeger.`,
      'valueDate',
    );
  }
  if (valueDate < earliestValueDate) {
    throw new Problem(
      'INVALID',
      `De datum ${formatPlainDate(valueDate)} ligt voor 2000. Er is niets geboekt; kijk het jaar na.`,
      'valueDate',
    );
  }
}

type Parties = {
  readonly schoolId: number;
  readonly householdId: number;
  readonly payerId: number | null;
  readonly thirdPartyPayerId: number | null;
};

/** They exist, and the payer is one of the household or owes for one of its pupils. */
export function checkParties(store: Store, { schoolId, householdId, payerId, thirdPartyPayerId }: Parties): void {
  const exists = (sql: string, ...ids: number[]): boolean =>
    statement(store, `SELECT EXISTS (${sql})`)
      .pluck()
      .get(...ids) === 1;
  if (!schoolExists(store, schoolId)) {
    throw new Problem('NOT_FOUND', 'Deze school bestaat niet. Er is niets geboekt.', 'schoolId');
  }
  if (
    payerId !== null &&
    !exists(
      `SELECT 1 FROM payers WHERE id = ? AND household_id = ? UNION ALL
       SELECT 1 FROM liabilities l JOIN pupils p ON p.id = l.pupil_id WHERE l.payer_id = ? AND p.household_id = ?`,
      payerId,
      householdId,
      payerId,
      householdId,
    )
  ) {
    throw new Problem('INVALID', 'Deze betaler hoort niet bij dit gezin. Er is niets geboekt.', 'payerId');
  }
  if (thirdPartyPayerId !== null && !exists('SELECT 1 FROM third_party_payers WHERE id = ?', thirdPartyPayerId)) {
    throw new Problem('NOT_FOUND', 'Deze betaler-derde bestaat niet. Er is niets geboekt.', 'thirdPartyPayerId');
  }
}

type Chosen = {
  readonly schoolId: number;
  readonly householdId: number;
  readonly amountCents: number;
  readonly allocations: readonly Allocation[];
};

/**
 * What was chosen by hand: open claims of this household at this school, on none more than is open, together no more than
 * was received. Answers the claims.
 */
export function checkChosen(store: Store, chosen: Chosen): Map<number, Claim> {
  const { schoolId, householdId, amountCents, allocations } = chosen;
  const claims = claimsById(
    store,
    allocations.map(({ invoiceId }) => invoiceId),
  );
  const given = new Map<number, number>();
  for (const [index, allocation] of allocations.entries()) {
    const claim = claims.get(allocation.invoiceId);
    if (!claim || claim.householdId !== householdId || claim.schoolId !== schoolId) {
      throw new Problem(
        'INVALID',
        'Deze factuur hoort niet bij dit gezin en deze school. Er is niets geboekt; kies een andere.',
        `allocations.${index}.invoiceId`,
      );
    }
    const cents = (given.get(claim.invoiceId) ?? 0) + allocation.amountCents;
    given.set(claim.invoiceId, cents);
    if (cents > Math.max(0, claim.openCents)) {
      throw new Problem(
        'INVALID',
        `Op ${claim.number} staat ${formatCents(Math.max(0, claim.openCents))} open en u verdeelt er ${formatCents(cents)}. Er is niets geboekt; wat te veel is, wordt vanzelf tegoed.`,
        `allocations.${index}.amountCents`,
      );
    }
  }
  const total = sumCents(allocations.map((allocation) => allocation.amountCents));
  if (total > amountCents) {
    throw new Problem(
      'INVALID',
      `U verdeelt ${formatCents(total)}, maar er kwam ${formatCents(amountCents)} binnen. Er is niets geboekt.`,
      'allocations',
    );
  }
  return claims;
}
