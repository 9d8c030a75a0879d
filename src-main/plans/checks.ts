import { Problem } from '#shared/api/problem.ts';
import { addDays, formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { sumCents } from '#shared/money/cents.ts';
import { isOwedApart } from '#shared/plans/owed-together.ts';
import { refuseSpread } from '#shared/plans/schedule.ts';
import type { PlanTerms } from '#shared/plans/shapes.ts';
import type { Context } from '#main/api/context.ts';
import { claimsById } from '#main/ledger/claims.ts';
import { limitedFromOf } from '#main/limitation/limited-from.ts';
import { orRefuse } from '#main/ledger/money-claims.ts';
import { schoolExists } from '#main/schools/queries.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { claimDetails, owedOf } from './claim-rows.ts';
import { claimsInPlans } from './claimable.ts';
import { planFacts } from './facts.ts';
import { planSettingsOf } from './settings.ts';

/** How long ago the first instalment may lie of a plan that is written down today. */
const daysBack = 31;

type Place = { readonly schoolId: number; readonly thirdPartyPayerId: number | null };

/** The school on whose account it is paid exists, and so does who pays it in the payers' place. */
export function checkPlace(store: Store, { schoolId, thirdPartyPayerId }: Place): void {
  if (!schoolExists(store, schoolId)) {
    throw new Problem('NOT_FOUND', 'Deze school bestaat niet (meer). Er is niets bewaard.', 'schoolId');
  }
  const exists = statement(store, 'SELECT EXISTS (SELECT 1 FROM third_party_payers WHERE id = ?)').pluck();
  if (thirdPartyPayerId !== null && exists.get(thirdPartyPayerId) !== 1) {
    throw new Problem('NOT_FOUND', 'Deze betaler-derde bestaat niet. Er is niets bewaard.', 'thirdPartyPayerId');
  }
}

/** They are of this household, or owe for one of its pupils, and were not removed. */
export function checkPayers(store: Store, householdId: number, payerIds: readonly number[]): void {
  const known = statement(
    store,
    `SELECT count(*) FROM payers y WHERE y.id IN (SELECT value FROM json_each(@payerIds)) AND y.removed_at IS NULL
       AND (y.household_id = @householdId OR EXISTS (
         SELECT 1 FROM liabilities l JOIN pupils u ON u.id = l.pupil_id WHERE l.payer_id = y.id AND u.household_id = @householdId))`,
  )
    .pluck()
    .get({ payerIds: JSON.stringify(payerIds), householdId });
  if (known === payerIds.length) return;
  throw new Problem(
    'INVALID',
    'Een betaler hoort niet bij dit gezin. Er is niets bewaard; kies opnieuw wie betaalt.',
    'payerIds',
  );
}

type Asked = PlanTerms & { readonly schoolId: number; readonly payerIds: readonly number[] };

/**
 * What the payers owe of each claim in its order, when everything that was agreed can be kept: open bills that they owe, in no
 * other plan of theirs, spread in a way that ends. A plan that is changed may hold what it holds.
 */
export function checkTerms(context: Context, asked: Asked, planId?: number): Map<number, number> {
  const { store, clock } = context;
  checkStart(asked.startsOn, clock.today());
  if (asked.interest !== null && !planSettingsOf(store, asked.schoolId).allowsInterest) {
    throw new Problem(
      'REFUSED',
      'Deze school staat geen leningen met interest toe. Er is niets bewaard; laat de interest weg of wijzig de instellingen.',
      'interest',
    );
  }
  const owed = checkClaims(context, asked.invoiceIds, asked.payerIds, planId);
  orRefuse(refuseSpread(asked, sumCents(owed.values())));
  return owed;
}

/** The same of the claims only. */
export function checkClaims(
  context: Context,
  invoiceIds: readonly number[],
  payerIds: readonly number[],
  planId?: number,
): Map<number, number> {
  const { store } = context;
  const owed = owedOf(store, invoiceIds, payerIds);
  const numbers = new Map(claimDetails(store, invoiceIds).map(({ invoiceId, number }) => [invoiceId, number]));
  const elsewhere = claimsInPlans(context, payerIds, invoiceIds, planId);
  const added = addedTo(store, planId, invoiceIds);
  const limited = limitedToday(context, added);
  const liable = claimsById(store, added);
  const seen = new Set<number>();
  for (const [index, invoiceId] of invoiceIds.entries()) {
    const field = `invoiceIds.${index}`;
    const number = numbers.get(invoiceId) ?? 'Deze factuur';
    if (seen.has(invoiceId)) {
      throw new Problem(
        'INVALID',
        `${number} staat er twee keer in. Er is niets bewaard; laat ze één keer staan.`,
        field,
      );
    }
    seen.add(invoiceId);
    if (!owed.has(invoiceId)) {
      throw new Problem(
        'INVALID',
        `${number} staat niet (meer) open voor wie het plan betaalt. Er is niets bewaard; laat ze weg.`,
        field,
      );
    }
    if (elsewhere.has(invoiceId)) {
      throw new Problem(
        'CONFLICT',
        `${number} staat al in een ander lopend plan van dezelfde betaler. Er is niets bewaard; wijzig dat plan of laat de factuur weg.`,
        field,
      );
    }
    const claim = liable.get(invoiceId);
    if (claim && isOwedApart(claim, payerIds)) {
      throw new Problem(
        'REFUSED',
        `Van ${number} zijn deze betalers niet elk het geheel verschuldigd. Er is niets bewaard; maak voor elk een eigen plan.`,
        'payerIds',
      );
    }
    const limitedFrom = limited.get(invoiceId);
    if (limitedFrom !== undefined) {
      throw new Problem(
        'REFUSED',
        `${number} is verjaard sinds ${formatPlainDate(limitedFrom)}, en een afbetaalplan zou de schuld laten herleven. Er is niets bewaard; laat de factuur weg.`,
        field,
      );
    }
  }
  return owed;
}

/** Without those that the plan holds: they were agreed before. */
function addedTo(store: Store, planId: number | undefined, invoiceIds: readonly number[]): readonly number[] {
  if (planId === undefined) return invoiceIds;
  const held = new Set(
    planFacts(store, { planIds: [planId] }).flatMap(({ claims }) => claims.map(({ invoiceId }) => invoiceId)),
  );
  return invoiceIds.filter((invoiceId) => !held.has(invoiceId));
}

/** Which of them are limited, with their first day. */
function limitedToday({ store, clock }: Context, invoiceIds: readonly number[]): ReadonlyMap<number, PlainDate> {
  const today = clock.today();
  return new Map([...limitedFromOf(store, invoiceIds)].filter(([, from]) => from <= today));
}

/** Bills of several schools are put together only when the family agreed, on a day that was. */
export function checkConsent(
  { store, clock }: Context,
  invoiceIds: readonly number[],
  { schoolId, consentOn }: { readonly schoolId: number; readonly consentOn: PlainDate | null },
): void {
  if (consentOn !== null && consentOn > clock.today()) {
    throw new Problem('INVALID', 'De dag van het akkoord moet nog komen. Er is niets bewaard.', 'consentOn');
  }
  const schools = new Set([schoolId, ...claimDetails(store, invoiceIds).map((claim) => claim.schoolId)]);
  if (schools.size === 1 || consentOn !== null) return;
  throw new Problem(
    'REFUSED',
    'Dit plan brengt facturen van verschillende scholen samen. Er is niets bewaard; vul in wanneer het gezin daarmee akkoord ging.',
    'consentOn',
  );
}

function checkStart(startsOn: PlainDate, today: PlainDate): void {
  const earliest = addDays(today, -daysBack);
  if (startsOn >= earliest) return;
  throw new Problem(
    'INVALID',
    `Een plan kan niet beginnen voor ${formatPlainDate(earliest)}. Er is niets bewaard; kies een latere dag.`,
    'startsOn',
  );
}
