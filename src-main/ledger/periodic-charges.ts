import { Problem } from '#shared/api/problem.ts';
import type { PeriodicCharge } from '#shared/ledger/booking-shapes.ts';
import { runCommand } from '#main/api/command.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { pupilById } from '#main/people/queries.ts';
import { ensureBillingGroup } from '#main/schools/queries.ts';
import type { Store } from '#main/store/store.ts';

type NewCharge = {
  readonly pupilId: number;
  readonly billingGroup: string;
  readonly description: string;
  readonly amountCents: number;
  readonly fromPeriod: string;
  readonly untilPeriod: string | null;
};

export type ChargeFilter = { readonly pupilId?: number | undefined; readonly schoolId?: number | undefined };

/** The charges of a pupil or a school, of the schools of the caller: those that run first, by pupil. */
export function listPeriodicCharges(context: Context, { pupilId, schoolId }: ChargeFilter): PeriodicCharge[] {
  const schools = schoolsOf(context);
  return selectCharges(
    context.store,
    `(@pupilId IS NULL OR c.pupil_id = @pupilId) AND (@schoolId IS NULL OR c.school_id = @schoolId)`,
    { pupilId: pupilId ?? null, schoolId: schoolId ?? null },
  ).filter((charge) => includesSchool(schools, charge.schoolId));
}

/** Charges a pupil every month, from a month on; a run makes the bills. */
export function savePeriodicCharge(context: Context, charge: NewCharge): PeriodicCharge {
  const { store, actor, clock } = context;
  if (charge.untilPeriod !== null && charge.untilPeriod < charge.fromPeriod) {
    throw new Problem(
      'INVALID',
      'De laatste maand komt voor de eerste. Er is niets bewaard; kijk de maanden na.',
      'untilPeriod',
    );
  }
  return runCommand(context, () => {
    const { schoolId, householdId } = pupilById(store, charge.pupilId);
    const { lastInsertRowid } = store.sql
      .prepare(
        `INSERT INTO periodic_charges (school_id, pupil_id, billing_group_id, description, amount_cents, from_period,
           until_period, author, created_at)
         VALUES (@schoolId, @pupilId, @billingGroupId, @description, @amountCents, @fromPeriod, @untilPeriod, @actor, @at)`,
      )
      .run({
        ...charge,
        schoolId,
        billingGroupId: ensureBillingGroup(store, schoolId, charge.billingGroup),
        actor,
        at: clock.now(),
      });
    const periodicChargeId = Number(lastInsertRowid);
    const { pupilId, amountCents, fromPeriod, untilPeriod } = charge;
    const detail = { periodicChargeId, pupilId, amountCents, fromPeriod, untilPeriod };
    return {
      result: chargeById(store, periodicChargeId),
      audit: { command: 'ledger.savePeriodicCharge', schoolId, householdId, detail },
    };
  });
}

/** Charges nothing more from now on; what was charged stays. */
export function stopPeriodicCharge(context: Context, periodicChargeId: number): PeriodicCharge {
  const { store, clock } = context;
  return runCommand(context, () => {
    const charge = chargeById(store, periodicChargeId);
    if (charge.stoppedAt !== null) {
      throw new Problem('CONFLICT', 'Deze periodieke aanrekening was al gestopt. Er is niets veranderd.');
    }
    store.sql.prepare('UPDATE periodic_charges SET stopped_at = ? WHERE id = ?').run(clock.now(), periodicChargeId);
    const { schoolId, householdId } = charge;
    return {
      result: chargeById(store, periodicChargeId),
      audit: { command: 'ledger.stopPeriodicCharge', schoolId, householdId, detail: { periodicChargeId } },
    };
  });
}

function chargeById(store: Store, periodicChargeId: number): PeriodicCharge {
  const [charge] = selectCharges(store, 'c.id = @periodicChargeId', { periodicChargeId });
  if (!charge) throw new Problem('NOT_FOUND', 'Deze periodieke aanrekening bestaat niet. Er is niets veranderd.');
  return charge;
}

function selectCharges(
  store: Store,
  where: string,
  parameters: Readonly<Record<string, number | null>>,
): PeriodicCharge[] {
  return store.sql
    .prepare<[Readonly<Record<string, number | null>>], PeriodicCharge>(
      `SELECT c.id AS periodicChargeId, c.school_id AS schoolId, c.pupil_id AS pupilId,
         u.first_name || ' ' || u.last_name AS pupilName, u.household_id AS householdId, g.name AS billingGroup,
         c.description, c.amount_cents AS amountCents, c.from_period AS fromPeriod, c.until_period AS untilPeriod,
         c.stopped_at AS stoppedAt,
         (SELECT max(period) FROM periodic_charge_periods m WHERE m.periodic_charge_id = c.id) AS chargedUntil
       FROM periodic_charges c JOIN pupils u ON u.id = c.pupil_id JOIN billing_groups g ON g.id = c.billing_group_id
       WHERE ${where} ORDER BY c.stopped_at IS NOT NULL, u.sort_name, c.id`,
    )
    .all(parameters);
}
