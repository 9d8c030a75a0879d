import { afterEach, describe, expect, it } from 'vitest';
import type { Decision } from '#shared/dunning/decision.ts';
import { decideNow } from '#main/runs/decide.ts';
import { addFamily, addSchool, type Family, type FamilyIds, post } from '#test/support/family.ts';
import { type RunOffice, runDay, runOffice } from '#test/support/run-office.ts';

let office: RunOffice;
afterEach(() => office.application.close());

const parents = [
  { firstName: 'Els', lastName: 'Bos', email: 'els@voorbeeld.example' },
  { firstName: 'Marc', lastName: 'Leroy', email: 'marc@voorbeeld.example' },
];

let numbers = 0;
function child(schoolId: number, ...amounts: readonly number[]) {
  const invoices = amounts.map((amountCents) => {
    numbers += 1;
    return { number: `F-${numbers}`, amountCents, issueDate: '2026-10-01' };
  });
  return { firstName: 'An', lastName: 'Bos', schoolId, invoices };
}

/** Two schools, and families of which each owes in a way of its own. */
async function everyKindOfFamily(): Promise<{ other: number; families: Record<string, FamilyIds> }> {
  office = await runOffice();
  const { store, schoolId, api } = office;
  const other = addSchool(store, 'Middenschool De Es');
  await api.dunning.addShipped({ schoolId: other, shippedKey: 'deHorizon' });
  const add = (pupils: NonNullable<Family['pupils']>, payers = parents): FamilyIds =>
    addFamily(store, schoolId, { name: 'Gezin Bos', payers, pupils });
  const set = (sql: string, id: number | undefined): unknown => store.sql.prepare(sql).run(id ?? 0);

  const joint = add([child(schoolId, 100_00, 25_00)]);
  const split = add([{ ...child(schoolId, 99_99), shares: [5000, 5000] }]);
  post(store, split.invoiceIds[0] ?? 0, 'receipt', -20_00, '2026-11-01', split.payerIds[0]);
  const partly = add([{ ...child(schoolId, 100_00), shares: [3000, 3000] }]);
  const credited = add([child(schoolId, 100_00, -30_00), child(other, 50_00)]);
  const covered = add([child(other, 20_00), child(other, -30_00)]);
  const alone = add([child(schoolId, 100_00)], []);
  const removed = add([child(schoolId, 100_00)]);
  set("UPDATE payers SET removed_at = '2026-11-01T08:00:00.000Z' WHERE id = ?", removed.payerIds[0]);
  const unreachable = add([child(schoolId, 100_00)]);
  set("UPDATE payers SET street = '', email = NULL WHERE id = ?", unreachable.payerIds[0]);
  // One parent owes from the day after the first bill only.
  const changed = add([child(schoolId, 100_00, 10_00)]);
  set("UPDATE liabilities SET from_date = '2026-10-02' WHERE payer_id = ?", changed.payerIds[0]);
  set("UPDATE invoices SET issue_date = '2026-10-05' WHERE id = ?", changed.invoiceIds[1]);
  // Nobody owed anything yet when the credit was given.
  const ownerless = add([child(schoolId, 100_00, -30_00)]);
  for (const payerId of ownerless.payerIds) {
    set("UPDATE liabilities SET from_date = '2026-10-02' WHERE payer_id = ?", payerId);
  }
  set("UPDATE invoices SET issue_date = '2026-10-05' WHERE id = ?", ownerless.invoiceIds[0]);
  const families = { joint, split, partly, credited, covered, alone, removed, unreachable, changed, ownerless };
  return { other, families };
}

function decided(request: { schoolIds?: 'all' | readonly number[]; householdIds?: readonly number[] }): Decision {
  return decideNow(office.store, { asOf: runDay, today: runDay, schoolIds: 'all', ...request });
}

describe('what is gathered of everybody at once', () => {
  it('is what is gathered household by household, and school by school', async () => {
    const { other, families } = await everyKindOfFamily();
    const apart = Object.entries(families).map(([name, { householdId }]) => ({
      name,
      ...decided({ householdIds: [householdId] }),
    }));
    const asked = apart.map(({ name, proposals, exclusions }) => [
      name,
      [...proposals.map(({ totalCents }) => totalCents), ...exclusions.map(({ reason }) => reason)],
    ]);
    expect(Object.fromEntries(asked)).toEqual({
      joint: [125_00, 125_00],
      split: [30_00, 49_99],
      partly: [30_00, 30_00, 'noLiablePayer'],
      credited: [70_00, 70_00, 50_00, 50_00],
      covered: ['coveredByCredit', 'coveredByCredit'],
      alone: ['noLiablePayer'],
      removed: [100_00],
      unreachable: [100_00, 'unreachable'],
      changed: [10_00, 110_00],
      ownerless: [70_00, 70_00],
    });
    const all = decided({});
    expect(apart.flatMap(({ proposals }) => proposals)).toEqual(all.proposals);
    expect(apart.flatMap(({ exclusions }) => exclusions)).toEqual(all.exclusions);
    for (const schoolId of [office.schoolId, other]) {
      const own = decided({ schoolIds: [schoolId] });
      expect(own.proposals).toEqual(all.proposals.filter((one) => one.schoolId === schoolId));
      expect(own.exclusions).toEqual(all.exclusions.filter((one) => one.schoolId === schoolId));
    }
  });
});
