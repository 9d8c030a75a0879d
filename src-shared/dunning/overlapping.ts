import type { PlainDate } from '../calendar/plain-date.ts';
import { byProcedureCare } from './choose-procedure.ts';
import type { ProcedureInForce } from './procedure.ts';

export type Overlap<Procedure> = {
  /** Another procedure that matches some of the same bills on some day. */
  readonly other: Procedure;
  /** Which of both is taken for those: the most careful. */
  readonly wins: 'this' | 'other';
};

/**
 * The other procedures that match some of the same bills, from a day on: of the same school, for the same billing group or for
 * every group, with days in common, and both for bills near limitation or both not. Source: domain.md "Several match → the most
 * careful wins, visibly".
 */
export function overlapsOf<Procedure extends ProcedureInForce>(
  procedure: Procedure,
  procedures: readonly Procedure[],
  from: PlainDate,
): Overlap<Procedure>[] {
  return procedures
    .filter((other) => other.procedureId !== procedure.procedureId && matchSameBills(procedure, other, from))
    .map((other) => ({ other, wins: byProcedureCare(procedure, other) < 0 ? 'this' : 'other' }));
}

function matchSameBills(a: ProcedureInForce, b: ProcedureInForce, from: PlainDate): boolean {
  const sameSchool = a.schoolId === null || b.schoolId === null || a.schoolId === b.schoolId;
  const sameGroup = a.billingGroupId === null || b.billingGroupId === null || a.billingGroupId === b.billingGroupId;
  const sameKind = (a.nearLimitationDays === null) === (b.nearLimitationDays === null);
  return sameSchool && sameGroup && sameKind && haveDaysInCommon(a, b, from);
}

function haveDaysInCommon(a: ProcedureInForce, b: ProcedureInForce, from: PlainDate): boolean {
  const begin = [a.validFrom ?? from, b.validFrom ?? from, from].reduce((late, date) => (date > late ? date : late));
  return [a.validUntil, b.validUntil].every((until) => until === null || until >= begin);
}
