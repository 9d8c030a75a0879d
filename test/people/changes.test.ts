import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addInvoice, type FamilyIds, insert, post } from '#test/support/family.ts';
import { type SendingOffice, sendAndWait, sendingOffice } from '#test/support/sending.ts';

let office: SendingOffice;
let api: SendingOffice['api'];

beforeEach(async () => {
  office = await sendingOffice(null);
  ({ api } = office);
});
afterEach(() => office.application.close());

/** One parent and one pupil with one bill that is overdue. */
function family(name: string, number: string): FamilyIds {
  return office.add({
    name: `Gezin ${name}`,
    payers: [{ firstName: 'Ouder', lastName: name, channel: 'letter' }],
    pupils: [{ firstName: 'Kind', lastName: name, invoices: [{ number, amountCents: 5000 }] }],
  });
}

/** Ann owes for Noor, Bert for Jef, in one household. */
function twoSides(): FamilyIds {
  const made = office.add({
    name: 'Gezin Een-Twee',
    payers: [
      { firstName: 'Ann', lastName: 'Een', channel: 'letter' },
      { firstName: 'Bert', lastName: 'Twee', channel: 'letter' },
    ],
    pupils: [
      { firstName: 'Noor', lastName: 'Een', invoices: [{ number: 'F-1', amountCents: 5000 }] },
      { firstName: 'Jef', lastName: 'Twee', invoices: [{ number: 'F-2', amountCents: 3000 }] },
    ],
  });
  const forget = office.store.sql.prepare('DELETE FROM liabilities WHERE pupil_id = ? AND payer_id = ?');
  forget.run(made.pupilIds[0], made.payerIds[1]);
  forget.run(made.pupilIds[1], made.payerIds[0]);
  return made;
}

/** Everything that says who belongs where and owes what. */
function picture(): unknown {
  const rows = (sql: string): unknown => office.store.sql.prepare(sql).all();
  return {
    pupils: rows('SELECT id, household_id, left_on, settled_on FROM pupils ORDER BY id'),
    payers: rows(
      'SELECT id, household_id, removed_at IS NULL AS isThere FROM payers WHERE removed_at IS NULL ORDER BY id',
    ),
    liabilities: rows(
      'SELECT pupil_id, payer_id, kind, share_bp, from_date, until_date, basis FROM liabilities ORDER BY pupil_id, payer_id, from_date',
    ),
    notes: rows('SELECT id, household_id FROM notes ORDER BY id'),
    plans: rows('SELECT id, household_id FROM plans ORDER BY id'),
  };
}

async function newest(householdId: number) {
  const [change] = await api.people.changes({ householdId });
  if (!change) throw new Error('Nothing changed');
  return change;
}

function addPlan(
  householdId: number,
  payerIds: readonly number[],
  invoiceIds: readonly number[],
  reference: string,
): number {
  const { store, schoolId } = office;
  const at = '2026-11-20T09:00:00.000Z';
  const planId = insert(store, 'plans', {
    request_key: `plan ${reference}`,
    request_sha256: 'x',
    school_id: schoolId,
    household_id: householdId,
    structured_reference: reference,
    author: 'test',
    created_at: at,
  });
  for (const payerId of payerIds) insert(store, 'plan_payers', { plan_id: planId, payer_id: payerId });
  const versionId = insert(store, 'plan_versions', {
    plan_id: planId,
    school_id: schoolId,
    version: 1,
    kind: 'agreed',
    starts_on: '2026-11-20',
    spread: '{}',
    tolerance_days: 5,
    total_cents: 5000,
    author: 'test',
    created_at: at,
  });
  invoiceIds.forEach((invoiceId, index) =>
    insert(store, 'plan_claims', {
      plan_version_id: versionId,
      position: index + 1,
      invoice_id: invoiceId,
      school_id: schoolId,
      open_cents: 5000,
    }),
  );
  return planId;
}

describe('a merge', () => {
  it('is undone: everything goes back where it was, and what was written since stays', async () => {
    const from = family('Van', 'F-10');
    const into = family('Naar', 'F-11');
    await api.dossier.addNote({ householdId: from.householdId, kind: 'note', body: 'Van vroeger.' });
    addPlan(from.householdId, from.payerIds, from.invoiceIds, '000000000101');
    const before = picture();
    await api.people.mergeHouseholds({ fromHouseholdId: from.householdId, intoHouseholdId: into.householdId });
    expect(office.store.sql.prepare('SELECT household_id FROM plans').pluck().all()).toEqual([into.householdId]);
    const change = await newest(into.householdId);
    expect(change).toMatchObject({ kind: 'merge', undoBlockedBy: null, undoneAt: null });
    await api.people.undoChange({ householdChangeId: change.householdChangeId });
    expect(picture()).toEqual(before);
    expect((await api.dossier.page({ householdId: from.householdId })).totals.openCents).toBe(5000);
    expect(await newest(from.householdId)).toMatchObject({
      undoBlockedBy: expect.stringContaining('al ongedaan') as string,
    });
    await expect(api.people.undoChange(change)).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await api.audit.verify()).firstBroken).toBeNull();
  });

  it('also moves plans, inventories, referrals and grants', async () => {
    const from = family('Van', 'F-10');
    const into = family('Naar', 'F-11');
    const { store, schoolId } = office;
    const at = '2026-11-20T09:00:00.000Z';
    const ours = { author: 'test', created_at: at };
    insert(store, 'inventories', {
      household_id: from.householdId,
      on_date: '2026-11-01',
      consent_on: '2026-11-01',
      expires_on: '2027-11-01',
      answers: '{}',
      ...ours,
    });
    const partnerId = insert(store, 'referral_partners', { name: 'OCMW', kind: 'ocmw' });
    insert(store, 'referrals', {
      household_id: from.householdId,
      payer_id: from.payerIds[0] ?? 0,
      referral_partner_id: partnerId,
      follow_up_on: '2026-12-01',
      ...ours,
    });
    const fundId = insert(store, 'funds', {
      school_id: schoolId,
      school_year: '2026-2027',
      source: 'ouderraad',
      amount_cents: 10_000,
      ...ours,
    });
    insert(store, 'grants', {
      request_key: 'k',
      request_sha256: 'x',
      school_id: schoolId,
      fund_id: fundId,
      household_id: from.householdId,
      amount_cents: 100,
      motivation: 'Nodig',
      ...ours,
    });
    addPlan(from.householdId, from.payerIds, from.invoiceIds, '000000000101');
    await api.people.mergeHouseholds({ fromHouseholdId: from.householdId, intoHouseholdId: into.householdId });
    for (const table of ['plans', 'inventories', 'referrals', 'grants']) {
      expect(store.sql.prepare(`SELECT DISTINCT household_id FROM ${table}`).pluck().all()).toEqual([into.householdId]);
    }
  });

  it('stays when a letter was made since, or money came in, or somebody came to owe for the other side', async () => {
    const told = async (build: (into: FamilyIds) => Promise<unknown>, number: string) => {
      const from = family(`Van ${number}`, `F-${number}0`);
      const into = family(`Naar ${number}`, `F-${number}1`);
      await api.people.mergeHouseholds({ fromHouseholdId: from.householdId, intoHouseholdId: into.householdId });
      await build(into);
      const change = await newest(into.householdId);
      await expect(api.people.undoChange(change)).rejects.toMatchObject({
        code: 'REFUSED',
        message: `${change.undoBlockedBy} Er is niets veranderd.`,
      });
      return change.undoBlockedBy;
    };
    expect(await told((into) => sendAndWait(office, [into.householdId], 'brief-aan-allen'), '2')).toContain('bericht');
    const pay = (into: FamilyIds) =>
      api.ledger.bookReceipts({
        requestKey: 'betaling-na-samenvoegen',
        schoolId: office.schoolId,
        controlTotalCents: 1000,
        lines: [
          {
            householdId: into.householdId,
            amountCents: 1000,
            method: 'cash',
            valueDate: '2026-11-19',
            description: '',
            allocations: [],
          },
        ],
      });
    expect(await told(pay, '3')).toContain('geboekt');
    const lend = async (into: FamilyIds) => {
      const page = await api.dossier.page({ householdId: into.householdId });
      const pupilId = into.pupilIds[0] ?? 0;
      const liabilities = page.payers.map(({ payerId }) => ({ payerId, kind: 'joint' as const, shareBp: 10_000 }));
      await api.people.setLiabilities({ pupilId, liabilities });
    };
    expect(await told(lend, '4')).toContain('Wie betaalt');
  });
});

describe('a split', () => {
  it('is undone: pupils, payers and what was written there since come back, and the new household points home', async () => {
    const made = twoSides();
    await api.holds.place({
      householdId: made.householdId,
      reason: 'Afgesproken',
      untilDate: '2026-12-31',
    });
    const before = picture();
    const { householdId } = await api.people.splitHousehold({
      householdId: made.householdId,
      pupilIds: [made.pupilIds[1] ?? 0],
      payerIds: [made.payerIds[1] ?? 0],
      name: 'Gezin Twee',
    });
    const change = await newest(householdId);
    expect(change).toMatchObject({ kind: 'split', householdIds: [made.householdId, householdId], undoBlockedBy: null });
    await api.people.undoChange(change);
    expect(picture()).toEqual(before);
    expect((await api.dossier.page({ householdId })).householdId).toBe(made.householdId);
  });

  it('takes a plan of those who leave along, and is refused when a plan is over both sides', async () => {
    const made = twoSides();
    const leaving = {
      householdId: made.householdId,
      pupilIds: [made.pupilIds[1] ?? 0],
      payerIds: [made.payerIds[1] ?? 0],
      name: 'Gezin Twee',
    };
    const [annsBill = 0, bertsBill = 0] = made.invoiceIds;
    const staying = addPlan(made.householdId, [made.payerIds[0] ?? 0], [annsBill], '000000000101');
    const going = addPlan(made.householdId, [made.payerIds[1] ?? 0], [bertsBill], '000000000202');
    const both = addPlan(made.householdId, made.payerIds, [annsBill, bertsBill], '000000000303');
    await expect(api.people.splitHousehold(leaving)).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('afbetaalplan') as string,
    });
    office.store.sql.prepare("UPDATE plans SET ended_on = '2026-11-20' WHERE id = ?").run(both);
    const { householdId } = await api.people.splitHousehold(leaving);
    const place = (planId: number) =>
      office.store.sql.prepare('SELECT household_id FROM plans WHERE id = ?').pluck().get(planId);
    expect([place(staying), place(going), place(both)]).toEqual([made.householdId, householdId, made.householdId]);
  });
});

describe('moving a pupil', () => {
  it('is undone to who owed before, shares and all', async () => {
    const made = twoSides();
    const other = family('Ander', 'F-10');
    const before = picture();
    await api.people.movePupil({ pupilId: made.pupilIds[0] ?? 0, householdId: other.householdId });
    expect((await newest(made.householdId)).householdChangeId).toBe(
      (await newest(other.householdId)).householdChangeId,
    );
    await api.people.undoChange(await newest(other.householdId));
    expect(picture()).toEqual(before);
  });

  it('stays when who pays was changed since', async () => {
    const made = twoSides();
    const other = family('Ander', 'F-10');
    const pupilId = made.pupilIds[0] ?? 0;
    await api.people.movePupil({ pupilId, householdId: other.householdId });
    const liabilities = [{ payerId: other.payerIds[0] ?? 0, kind: 'split' as const, shareBp: 10_000 }];
    await api.people.setLiabilities({ pupilId, liabilities });
    expect((await newest(other.householdId)).undoBlockedBy).toContain('Wie betaalt, is sindsdien');
  });
});

describe('a separation', () => {
  const separated = async (made: FamilyIds) => {
    const [mother = 0, father = 0] = made.payerIds;
    const liabilities = [mother, father].map((payerId) => ({ payerId, kind: 'split' as const, shareBp: 5000 }));
    const pupils = [{ pupilId: made.pupilIds[0] ?? 0, liabilities, basis: 'agreement' as const }];
    return api.people.separate({ householdId: made.householdId, separatedOn: '2026-11-01', pupils });
  };

  it('is undone, unless somebody paid a share since', async () => {
    const made = twoSides();
    const before = picture();
    const change = await separated(made);
    const bill = addInvoice(office.store, office.schoolId, made.pupilIds[0] ?? 0, {
      number: 'F-9',
      amountCents: 4000,
      issueDate: '2026-11-10',
    });
    expect((await newest(made.householdId)).undoBlockedBy).toBeNull();
    post(office.store, bill, 'receipt', -2000, '2026-11-20', made.payerIds[0] ?? 0);
    expect((await newest(made.householdId)).undoBlockedBy).toContain('geboekt');
    await expect(api.people.undoChange(change)).rejects.toMatchObject({ code: 'REFUSED' });
    expect(picture()).not.toEqual(before);
  });

  it('is undone when only an older bill was paid: that one stayed as it was', async () => {
    const made = twoSides();
    const before = picture();
    const change = await separated(made);
    post(office.store, made.invoiceIds[0] ?? 0, 'receipt', -2000, '2026-11-20');
    await api.people.undoChange(change);
    expect(picture()).toEqual(before);
  });

  it('is undone in the order in which things happened', async () => {
    const made = twoSides();
    const first = await separated(made);
    const second = await separated(made);
    expect(
      (await api.people.changes({ householdId: made.householdId })).map(({ undoBlockedBy }) => undoBlockedBy),
    ).toEqual([null, 'Er is daarna nog iets gewijzigd aan dit gezin. Maak eerst die wijziging ongedaan.']);
    await api.people.undoChange(second);
    await api.people.undoChange(first);
    expect(
      (await api.people.changes({ householdId: made.householdId })).every(({ undoneAt }) => undoneAt !== null),
    ).toBe(true);
  });
});
