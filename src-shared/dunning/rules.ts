import { activeHolds, type HoldsOn } from './active-holds.ts';
import { addTo } from './add-to.ts';
import { proceduresFor, type ProceduresFor } from './choose-procedure.ts';
import type { DayCount } from './day-count.ts';
import type { DecisionInput, DunningSettings, PendingDelivery } from './decision.ts';
import { plansOn, type PlansOn } from './plans-on.ts';
import { type ReachedFor, sentStages } from './sent-stages.ts';

/** Everything a case is held against, each read once. */
export type Rules = {
  readonly count: DayCount;
  readonly holdsOn: HoldsOn;
  readonly plansOn: PlansOn;
  readonly reachedFor: ReachedFor;
  readonly proceduresFor: ProceduresFor;
  readonly settingsOf: (schoolId: number) => DunningSettings;
  /** The most careful unfinished message or task of a payer at a school. */
  readonly pendingOf: (payerId: number, schoolId: number) => PendingDelivery['status'] | undefined;
};

const pendingByCare: readonly PendingDelivery['status'][] = ['uncertain', 'failed', 'waiting', 'task'];

/** Reads what a decision is made from into look-ups, so that no case goes through a list. */
export function rulesOf(input: DecisionInput, count: DayCount): Rules {
  const settings = new Map(input.schoolSettings.map((own) => [own.schoolId, own]));
  const pending = new Map<number, PendingDelivery[]>();
  for (const one of input.pending) addTo(pending, one.payerId, one);
  const pendingOf: Rules['pendingOf'] = (payerId, schoolId) => {
    const own = pending.get(payerId)?.filter((one) => one.schoolId === schoolId) ?? [];
    return pendingByCare.find((status) => own.some((one) => one.status === status));
  };
  return {
    count,
    holdsOn: activeHolds(input.holds, count.asOf),
    plansOn: plansOn(input.plans, count.asOf),
    reachedFor: sentStages(input.sentEvents, input.procedures),
    proceduresFor: proceduresFor(input.procedures, count),
    settingsOf: (schoolId) => settings.get(schoolId) ?? input.settings,
    pendingOf,
  };
}
