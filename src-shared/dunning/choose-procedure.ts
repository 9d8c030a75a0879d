import { daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { addTo } from './add-to.ts';
import type { DecisionItem } from './decision.ts';
import type { ProcedureInForce } from './procedure.ts';

/** The procedures by which an item may be reminded; none: nobody said how. */
export type ProceduresFor = (item: DecisionItem) => readonly ProcedureInForce[];

/**
 * Reads the procedures that are in force on the day once, and answers which match an item: of its school and its billing group,
 * or of every one. Those for bills near limitation match only bills with so few days left, and then stand in the place
 * of the others.
 */
export function proceduresFor(procedures: readonly ProcedureInForce[], asOf: PlainDate): ProceduresFor {
  const ofSchool = new Map<number, ProcedureInForce[]>();
  const ofEverySchool: ProcedureInForce[] = [];
  for (const procedure of procedures) {
    const { validFrom, validUntil, schoolId } = procedure;
    if ((validFrom !== null && validFrom > asOf) || (validUntil !== null && validUntil < asOf)) continue;
    if (schoolId === null) ofEverySchool.push(procedure);
    else addTo(ofSchool, schoolId, procedure);
  }
  const known = new Map<string, readonly ProcedureInForce[]>();
  return ({ schoolId, billingGroupId, limitedFrom }) => {
    const key = `${schoolId}-${billingGroupId ?? ''}-${limitedFrom ?? ''}`;
    const found = known.get(key);
    if (found) return found;
    const matching = [...ofEverySchool, ...(ofSchool.get(schoolId) ?? [])].filter(
      (one) => one.billingGroupId === null || one.billingGroupId === billingGroupId,
    );
    const near = matching.filter(
      ({ nearLimitationDays }) =>
        nearLimitationDays !== null && limitedFrom !== null && daysBetween(asOf, limitedFrom) <= nearLimitationDays,
    );
    const result = near.length > 0 ? near : matching.filter(({ nearLimitationDays }) => nearLimitationDays === null);
    known.set(key, result);
    return result;
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
