import { describe, expect, it } from 'vitest';
import { overlapsOf } from '#shared/dunning/overlapping.ts';
import { type ProcedureInForce, procedureInForce } from '#shared/dunning/procedure.ts';

const today = '2026-11-20';

function procedure(procedureId: number, given: Partial<ProcedureInForce> = {}, firstDays = 14): ProcedureInForce {
  return procedureInForce.parse({ procedureId, schoolId: 1, stages: [{ days: firstDays }], ...given });
}

function told(one: ProcedureInForce, other: ProcedureInForce): readonly string[] {
  return overlapsOf(one, [one, other], today).map(({ wins }) => wins);
}

describe('two procedures that match the same bills', () => {
  it('say which is the most careful and wins: the one that waits longer', () => {
    const slow = procedure(1, {}, 21);
    const quick = procedure(2, {}, 14);
    expect(told(slow, quick)).toEqual(['this']);
    expect(told(quick, slow)).toEqual(['other']);
  });

  it('are a procedure for every group and one for a single group, not two for different groups', () => {
    expect(told(procedure(1), procedure(2, { billingGroupId: 5 }))).toHaveLength(1);
    expect(told(procedure(1, { billingGroupId: 5 }), procedure(2, { billingGroupId: 5 }))).toHaveLength(1);
    expect(told(procedure(1, { billingGroupId: 4 }), procedure(2, { billingGroupId: 5 }))).toEqual([]);
  });

  it('are not of two schools', () => {
    expect(told(procedure(1), procedure(2, { schoolId: 2 }))).toEqual([]);
  });

  it('are not one for bills near limitation and one for the others', () => {
    expect(told(procedure(1), procedure(2, { nearLimitationDays: 120 }))).toEqual([]);
    expect(told(procedure(1, { nearLimitationDays: 90 }), procedure(2, { nearLimitationDays: 120 }))).toHaveLength(1);
  });

  it('have a day in common that is still to come', () => {
    const until = (validUntil: string) => procedure(1, { validFrom: '2026-01-01', validUntil });
    const later = procedure(2, { validFrom: '2026-12-01' });
    expect(told(until('2026-11-30'), later)).toEqual([]);
    expect(told(until('2026-12-01'), later)).toHaveLength(1);
    expect(told(until('2026-11-19'), procedure(2, { validFrom: '2026-01-01' }))).toEqual([]);
    expect(told(until('2026-11-20'), procedure(2, { validFrom: '2026-01-01' }))).toHaveLength(1);
  });
});
