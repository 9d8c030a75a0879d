import type { z } from 'zod';
import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HouseholdChange, separationPupil } from '#shared/people/contract.ts';
import { changedFrom, type LiabilityPeriod } from '#shared/people/liability-periods.ts';
import { checkLiabilities, normaliseLiability } from '#shared/people/liability-rules.ts';
import { type BillEffect, separationEffects } from '#shared/people/separation-effects.ts';
import { separationWarnings } from '#shared/people/separation-warnings.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { refuseOtherDocument } from '#main/dossier/proof.ts';
import { openClaimsOf } from '#main/ledger/claims.ts';
import { changeById, type ChangedPeriods, keepChange } from './change-rows.ts';
import { shownChange } from './changes.ts';
import { refuseSelfTooEarly } from './liabilities.ts';
import { periodsOf, writePeriods } from './liability-rows.ts';
import { payerNames } from './payer-rows.ts';
import { householdInUse, payerIdsOf, pupilsOf, type PupilRow, selfPayerIdsOf } from './queries.ts';
import { signaturesOf } from './rules-signatures.ts';
import { payerAddresses } from './payer-addresses.ts';

type Separation = {
  readonly householdId: number;
  readonly separatedOn: PlainDate;
  readonly pupils: readonly z.infer<typeof separationPupil>[];
  readonly keepsOldBills: boolean;
  readonly documentId: number | null;
  readonly note: string;
};

type Planned = {
  readonly pupil: PupilRow;
  readonly fromDate: PlainDate;
  readonly periods: ChangedPeriods;
};

type OpenClaim = ReturnType<typeof openClaimsOf>[number];

/** What a separation would change, per open bill to the cent, and what does not fit in it. Nothing is written. */
export function previewSeparation(
  context: Context,
  separation: Separation,
): { effects: BillEffect[]; warnings: string[] } {
  const { store } = context;
  const bills = openBills(context, separation.householdId);
  const planned = planSeparation(context, separation, bills);
  const periods = new Map(planned.map((one) => [one.periods.pupilId, one.periods]));
  const payerIds = [...periods.values()].flatMap(({ before, after }) =>
    [...before, ...after].map(({ payerId }) => payerId),
  );
  const names = payerNames(store, payerIds);
  const addresses = payerAddresses(store, payerIds);
  const chosen = new Set(separation.pupils.map(({ pupilId }) => pupilId));
  return {
    effects: separationEffects(bills, periods, names),
    warnings: separationWarnings({
      separatedOn: separation.separatedOn,
      pupils: separation.pupils.map((one) => ({
        ...one,
        name: planned.find(({ pupil }) => pupil.id === one.pupilId)?.pupil.firstName ?? '',
      })),
      payers: new Map([...names].map(([payerId, name]) => [payerId, { name, address: addresses.get(payerId) ?? '' }])),
      signatures: signaturesOf(store, separation.householdId),
      keepsOldBills: separation.keepsOldBills,
      oldBills: bills.filter(({ pupilId, issueDate }) => chosen.has(pupilId) && issueDate < separation.separatedOn)
        .length,
      hasDocument: separation.documentId !== null,
    }),
  };
}

/** Keeps it: from the day on the new liabilities count. Both parents stay in the household, each with letters of their own. */
export function separate(context: Context, separation: Separation): HouseholdChange {
  return runCommand(context, () => {
    const { store } = context;
    const { householdId, separatedOn: onDate, documentId, note } = separation;
    const planned = planSeparation(context, separation, openBills(context, householdId));
    for (const { pupil, periods } of planned) writePeriods(store, pupil, periods.after);
    const fromDate = planned.map((one) => one.fromDate).toSorted()[0] ?? onDate;
    const pupils = planned.map(({ periods }) => periods);
    const before = { kind: 'separation', fromDate, pupils, payerId: null } as const;
    const householdChangeId = keepChange(context, { householdId, onDate, before, note, documentId });
    const detail = {
      householdChangeId,
      onDate,
      keepsOldBills: separation.keepsOldBills,
      pupils: separation.pupils.map(({ pupilId, liabilities, basis }) => ({ pupilId, liabilities, basis })),
      ...(documentId === null ? {} : { documentId }),
    };
    return {
      result: shownChange(store, changeById(store, householdChangeId)),
      audit: { command: 'people.separate', householdId, detail },
    };
  });
}

/** Open bills of the household at the schools of the caller; what is owed by one payer alone is no matter of shares. */
function openBills(context: Context, householdId: number): OpenClaim[] {
  const schools = schoolsOf(context);
  return openClaimsOf(context.store, householdId).filter(
    ({ openCents, payerId, schoolId }) => openCents > 0 && payerId === null && includesSchool(schools, schoolId),
  );
}

function planSeparation(context: Context, separation: Separation, bills: readonly OpenClaim[]): Planned[] {
  const { store } = context;
  householdInUse(store, separation.householdId);
  refuseDocument(context, separation);
  const pupils = new Map(pupilsOf(store, separation.householdId).map((pupil) => [pupil.id, pupil]));
  const payerIds = payerIdsOf(store, separation.householdId);
  const seen = new Set<number>();
  return separation.pupils.map(({ pupilId, liabilities, basis }, index) => {
    const pupil = pupils.get(pupilId);
    if (!pupil || seen.has(pupilId)) {
      const sentence = pupil ? 'Een leerling staat er twee keer in.' : 'Een van de leerlingen zit niet in dit gezin.';
      throw new Problem('INVALID', `${sentence} Er is niets veranderd.`, `pupils.${index}.pupilId`);
    }
    seen.add(pupilId);
    const problem = checkLiabilities(liabilities, payerIds);
    if (problem) {
      throw new Problem('INVALID', `${problem.sentence} Er is niets veranderd.`, `pupils.${index}.${problem.field}`);
    }
    const before = periodsOf(store, pupilId);
    const fromDate = startOf(
      separation,
      bills.filter((bill) => bill.pupilId === pupilId),
    );
    refuseSelfTooEarly(store, pupil, liabilities, fromDate, []);
    refuseDroppedSelf(
      context,
      before,
      fromDate,
      liabilities.map(({ payerId }) => payerId),
      pupil,
    );
    const next = liabilities.map(normaliseLiability);
    return { pupil, fromDate, periods: { pupilId, before, after: changedFrom(before, fromDate, next, basis) } };
  });
}

/** The day itself or, when what is open changes along, the day of the oldest open bill: closed ones of before stay as they were. */
function startOf({ separatedOn, keepsOldBills }: Separation, bills: readonly OpenClaim[]): PlainDate {
  if (keepsOldBills) return separatedOn;
  return bills.reduce((oldest, { issueDate }) => (issueDate < oldest ? issueDate : oldest), separatedOn);
}

/** A pupil who pays from a later day would silently stop doing so. */
function refuseDroppedSelf(
  { store }: Context,
  before: readonly LiabilityPeriod[],
  fromDate: PlainDate,
  chosen: readonly number[],
  { householdId, firstName }: PupilRow,
): void {
  const self = selfPayerIdsOf(store, householdId);
  const dropped = before.some(
    (period) => period.fromDate > fromDate && self.has(period.payerId) && !chosen.includes(period.payerId),
  );
  if (!dropped) return;
  throw new Problem(
    'REFUSED',
    `${firstName} betaalt zelf mee vanaf een latere dag. Er is niets veranderd; maak dat eerst ongedaan bij Wijzigingen, of kies een latere dag.`,
    'separatedOn',
  );
}

function refuseDocument({ store }: Context, { documentId, householdId }: Separation): void {
  if (documentId !== null) refuseOtherDocument(store, documentId, householdId, 'documentId');
}
