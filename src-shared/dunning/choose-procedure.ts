import type { DayCount } from './day-count.ts';
import type { DecisionItem } from './decision.ts';
import type { ProcedureInForce } from './procedure.ts';

/** The procedures by which an item may be reminded, the most careful first; none: nobody said how. */
export type ProceduresFor = (item: DecisionItem) => readonly ProcedureInForce[];

type Matching = {
  readonly usual: readonly ProcedureInForce[];
  /** For bills near limitation. */
  readonly near: readonly ProcedureInForce[];
};

/**
 * Reads the procedures that are in force on the day once, and answers which match an item: of its school and its billing group,
 * or of every one. Those for bills near limitation match only bills with so few days left, and then stand in the place
 * of the others. Items of one school and group share one list.
 */
export function proceduresFor(procedures: readonly ProcedureInForce[], { asOf, past }: DayCount): ProceduresFor {
  const inForce = procedures.filter(
    ({ validFrom, validUntil }) =>
      (validFrom === null || validFrom <= asOf) && (validUntil === null || validUntil >= asOf),
  );
  const perSchool = Map.groupBy(inForce, ({ schoolId }) => schoolId);
  const schools = new Map<number, Map<number | null, Matching>>();
  const matchingOf = (schoolId: number, billingGroupId: number | null): Matching => {
    const ofSchool = schools.get(schoolId) ?? new Map<number | null, Matching>();
    schools.set(schoolId, ofSchool);
    let matching = ofSchool.get(billingGroupId);
    if (!matching) {
      const all = [...(perSchool.get(null) ?? []), ...(perSchool.get(schoolId) ?? [])]
        .filter((one) => one.billingGroupId === null || one.billingGroupId === billingGroupId)
        .toSorted(byProcedureCare);
      const usual = all.filter(({ nearLimitationDays }) => nearLimitationDays === null);
      const near = all.filter(({ nearLimitationDays }) => nearLimitationDays !== null);
      matching = { usual, near };
      ofSchool.set(billingGroupId, matching);
    }
    return matching;
  };
  return ({ schoolId, billingGroupId, limitedFrom }) => {
    const { usual, near } = matchingOf(schoolId, billingGroupId);
    if (near.length === 0 || limitedFrom === null) return usual;
    const daysLeft = -past(limitedFrom);
    const counts = ({ nearLimitationDays }: ProcedureInForce): boolean => daysLeft <= (nearLimitationDays ?? 0);
    if (near.every(counts)) return near;
    return near.some(counts) ? near.filter(counts) : usual;
  };
}

/**
 * Compares procedures, the most careful first: later days stage by stage, then a larger minimum stage by stage, then more stages,
 * then the lowest id. Source: domain.md "Several match → the most careful wins".
 */
export function byProcedureCare(a: ProcedureInForce, b: ProcedureInForce): number {
  const shared = Math.min(a.stages.length, b.stages.length);
  for (const value of ['days', 'minimumCents'] as const) {
    for (let index = 0; index < shared; index += 1) {
      const difference = (b.stages[index]?.[value] ?? 0) - (a.stages[index]?.[value] ?? 0);
      if (difference !== 0) return difference;
    }
  }
  return (
    b.stages.length - a.stages.length ||
    a.procedureId - b.procedureId ||
    (a.procedureVersionId ?? 0) - (b.procedureVersionId ?? 0)
  );
}
