import { afterEach, describe, expect, it } from 'vitest';
import { addFamily, addSchool, type Family } from '#test/support/family.ts';
import { type RunOffice, runDay, runOffice } from '#test/support/run-office.ts';
import { smallFamily } from '#test/support/sending.ts';
import { addUser, signedIn } from '#test/support/users.ts';

let office: RunOffice;
afterEach(() => office.application.close());

function draft(requestKey = 'sleutel', schoolIds = [office.schoolId]) {
  return office.api.runs.start({ requestKey, schoolIds });
}

function counts(): Record<string, number> {
  const tables = ['runs', 'run_schools', 'run_proposals', 'run_exclusions', 'messages', 'tasks', 'stage_events'];
  return Object.fromEntries(
    tables.map((table) => [table, office.store.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number]),
  );
}

/** A school like the first, with the same procedure. */
async function secondSchool(name = 'Middenschool De Es'): Promise<number> {
  const schoolId = addSchool(office.store, name);
  office.store.sql.prepare("UPDATE schools SET enterprise_number = '0417497106' WHERE id = ?").run(schoolId);
  await office.api.dunning.addShipped({ schoolId, shippedKey: 'deHorizon' });
  return schoolId;
}

const couple = (lastName: string, amountCents: number, shares?: readonly number[]): Family => ({
  name: `Gezin ${lastName}`,
  payers: [
    { firstName: 'Els', lastName, channel: 'letter' },
    { firstName: 'Marc', lastName, channel: 'letter' },
  ],
  pupils: [
    {
      firstName: 'An',
      lastName,
      ...(shares ? { shares } : {}),
      invoices: [{ number: `F-${lastName}`, amountCents }],
    },
  ],
});

describe('S-16: a run is started once', () => {
  it('is the same run when the button is pressed again', async () => {
    office = await runOffice();
    office.add(smallFamily(1));
    const first = await draft();
    const after = counts();
    expect(await draft()).toEqual(first);
    expect(counts()).toEqual(after);
    expect(after).toMatchObject({ runs: 1, run_proposals: 1, messages: 0, tasks: 0, stage_events: 0 });
  });

  it('refuses the same key for other schools', async () => {
    office = await runOffice();
    const other = await secondSchool();
    await draft();
    await expect(draft('sleutel', [office.schoolId, other])).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('names the run that is not finished, and begins another when that one is put away', async () => {
    office = await runOffice();
    const other = await secondSchool();
    const { runId } = await draft();
    await expect(draft('tweede', [other, office.schoolId])).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining(`(nr. ${runId})`) as string,
    });
    await draft('derde', [other]);
    await office.api.runs.cancel({ runId });
    expect((await draft('tweede')).runId).not.toBe(runId);
    await expect(office.api.runs.cancel({ runId })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('after 21 days without a run proposes everything due meanwhile, one stage per payer', async () => {
    office = await runOffice();
    for (let number = 1; number <= 3; number += 1) office.add(smallFamily(number));
    office.setClock('2026-12-14');
    const { proposals } = await office.api.runs.page(await draft());
    expect(proposals.map(({ stage }) => stage)).toEqual([1, 1, 1]);
  });
});

describe('a draft', () => {
  it('keeps what a person dropped or changed when it is decided again', async () => {
    office = await runOffice();
    for (const number of [1, 2, 3]) office.add(smallFamily(number));
    const run = await draft();
    const [first, second] = (await office.api.runs.page(run)).proposals;
    const [firstId = 0, secondId = 0] = [first?.runProposalId, second?.runProposalId];
    await expect(office.api.runs.change({ ...run, runProposalIds: [firstId], isDropped: true })).rejects.toMatchObject({
      code: 'INVALID',
    });
    await office.api.runs.change({ ...run, runProposalIds: [firstId], isDropped: true, reason: 'Betaalt vrijdag' });
    await office.api.runs.change({ ...run, runProposalIds: [secondId], channel: 'letter' });
    office.add(smallFamily(4));
    await office.api.runs.refresh(run);
    const { proposals, totals } = await office.api.runs.page(run);
    const byId = new Map(proposals.map((proposal) => [proposal.runProposalId, proposal]));
    expect(byId.get(firstId)).toMatchObject({ isDropped: true, choiceReason: 'Betaalt vrijdag' });
    expect(byId.get(secondId)).toMatchObject({ isDropped: false, effectiveChannel: 'letter' });
    expect(totals).toMatchObject({ proposals: 3, dropped: 1, letters: 1, emails: 2, cents: 75_00 });
    await office.api.runs.change({ ...run, runProposalIds: [firstId, secondId], isDropped: false, channel: null });
    expect((await office.api.runs.page(run)).totals).toMatchObject({ proposals: 4, dropped: 0, letters: 0, emails: 4 });
  });

  it('loses who is held from the list, and tells why, when it is decided again', async () => {
    office = await runOffice();
    const [held, other] = [office.add(smallFamily(1)), office.add(smallFamily(2))];
    const run = await draft();
    await office.api.holds.place({ payerId: held.payerIds[0] ?? 0, kind: 'dispute', reason: 'Betwist' });
    await office.api.runs.refresh(run);
    const page = await office.api.runs.page(run);
    expect(page.proposals.map(({ householdId }) => householdId)).toEqual([other.householdId]);
    expect(page.exclusions.map(({ householdId, reason }) => [householdId, reason])).toEqual([
      [held.householdId, 'held'],
    ]);
  });

  it('does not take changes for a payer of another run, nor once it was submitted', async () => {
    office = await runOffice();
    office.add(smallFamily(1));
    const run = await draft();
    await office.api.runs.submit(run);
    const [row] = (await office.api.runs.page(run)).proposals;
    const change = { ...run, runProposalIds: [row?.runProposalId ?? 0], channel: 'letter' as const };
    await expect(office.api.runs.change(change)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(office.api.runs.refresh(run)).rejects.toMatchObject({ code: 'CONFLICT' });
    await office.api.runs.reopen(run);
    expect(await office.api.runs.change(change)).toEqual({ changed: 1 });
    await expect(
      office.api.runs.change({ ...change, runProposalIds: [row?.runProposalId ?? 0, 99] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts what a couple owes together once, and the shares of separated parents both', async () => {
    office = await runOffice();
    office.add(couple('Samen', 80_00));
    office.add(couple('Apart', 50_00, [6000, 4000]));
    const run = await draft();
    const { totals, perSchool, proposals } = await office.api.runs.page(run);
    expect(proposals.map(({ totalCents }) => totalCents).toSorted((a, b) => a - b)).toEqual([
      20_00, 30_00, 80_00, 80_00,
    ]);
    expect(totals.cents).toBe(130_00);
    expect(perSchool.map(({ cents }) => cents)).toEqual([130_00]);
    expect((await office.api.runs.list())[0]?.totals).toEqual(totals);
  });
});

describe('a run over several schools', () => {
  it('keeps the procedure of each, and shows each user the own school only', async () => {
    office = await runOffice([{ days: 10, channel: 'letter', name: 'Brief' }]);
    const other = await secondSchool();
    office.add(smallFamily(1));
    addFamily(office.store, other, smallFamily(2));
    const { runId } = await draft('samen', [office.schoolId, other]);
    const page = await office.api.runs.page({ runId });
    expect(page.proposals.map(({ schoolId, procedureName, channel }) => [schoolId, procedureName, channel])).toEqual([
      [office.schoolId, 'Proef', 'letter'],
      [other, 'De Horizon', 'email'],
    ]);
    expect(page.perSchool.map(({ schoolId, proposals }) => [schoolId, proposals])).toEqual([
      [office.schoolId, 1],
      [other, 1],
    ]);
    // When somebody of one of the schools looks at it
    addUser(office.store, { name: 'Beheer', roles: [{ role: 'administrator', schoolId: null }] });
    const colleague = signedIn(
      office.context,
      addUser(office.store, { name: 'Es', roles: [{ role: 'secretary', schoolId: other }] }),
    );
    const own = await colleague.runs.page({ runId });
    expect(own.proposals.map(({ schoolId }) => schoolId)).toEqual([other]);
    expect(own.perSchool.map(({ schoolId }) => schoolId)).toEqual([other]);
    expect(own.schools).toEqual(['Middenschool De Es']);
    expect(own.totals).toMatchObject({ proposals: 1, cents: 25_00 });
    expect((await colleague.runs.list()).map(({ schools, totals }) => [schools, totals.proposals])).toEqual([
      [['Middenschool De Es'], 1],
    ]);
    expect((await colleague.dunning.preview()).proposals.map(({ schoolId }) => schoolId)).toEqual([other]);
    // Then it is not theirs to change as a whole, nor to look into the other's part
    await expect(colleague.runs.refresh({ runId })).rejects.toMatchObject({ code: expect.any(String) as string });
    const elsewhere = page.proposals.find(({ schoolId }) => schoolId === office.schoolId)?.runProposalId ?? 0;
    await expect(colleague.runs.previewMessage({ runId, runProposalId: elsewhere })).rejects.toBeDefined();
  });
});

describe('what a run asks to be looked at', () => {
  it('asks for a statement first, and goes on when somebody says why', async () => {
    office = await runOffice();
    office.add(smallFamily(1));
    await office.api.dunning.saveSettings({ schoolId: office.schoolId, statementMaxAgeDays: 7 });
    const run = await draft();
    const page = await office.api.runs.page(run);
    expect(page.bankConcerns.map(({ reason }) => reason)).toEqual(['noStatement']);
    expect(page.blockers).toContain('Er is nog geen rekeninguittreksel ingelezen.');
    await office.api.runs.overrideBank({ ...run, reason: 'De bank levert pas morgen' });
    const after = await office.api.runs.page(run);
    expect(after.bankOverride).toBe('De bank levert pas morgen');
    expect(after.blockers).not.toContain('Er is nog geen rekeninguittreksel ingelezen.');
  });

  it('blocks a first reminder without KBO number, an e-mail without mail server and a school without account', async () => {
    office = await runOffice();
    office.add(smallFamily(1));
    office.store.sql.exec('UPDATE schools SET enterprise_number = NULL, iban = NULL');
    const { blockers } = await office.api.runs.page(await draft());
    expect(blockers.join('\n')).toMatch(/geen ondernemingsnummer \(KBO\)/);
    expect(blockers.join('\n')).toMatch(/geen rekeningnummer/);
    expect(blockers.join('\n')).toMatch(/mailserver/);
  });

  it('says that nothing leaves, that a procedure cannot be used, and that it is night', async () => {
    office = await runOffice();
    const empty = await draft();
    expect((await office.api.runs.page(empty)).blockers).toContain('In deze run vertrekt niets.');
    await office.api.runs.cancel(empty);
    office.add(smallFamily(1));
    office.store.sql.exec("UPDATE texts SET archived_at = '2026-11-22T08:00:00.000Z'");
    office.setClock(runDay, '20:30');
    const { blockers, advice } = await office.api.runs.page(await draft('tweede'));
    expect(blockers.join('\n')).toMatch(/Procedure De Horizon\. Fase 1 .*archief/);
    expect(blockers.join('\n')).toMatch(/alleen tussen 08:00 en 20:00/);
    expect(advice.length).toBeGreaterThan(0);
  });

  it('puts first what needs a look, and names the address', async () => {
    office = await runOffice();
    office.add(smallFamily(1));
    const bounced = office.add(smallFamily(2));
    office.store.sql
      .prepare("UPDATE payers SET email_bounced_at = '2026-11-01T08:00:00.000Z' WHERE id = ?")
      .run(bounced.payerIds[0]);
    const { proposals } = await office.api.runs.page(await draft());
    expect(
      proposals.map(({ effectiveChannel, address, exceptions }) => [
        effectiveChannel,
        address,
        exceptions.map(({ code }) => code),
      ]),
    ).toEqual([
      ['letter', 'Wilgenlaan 1, 9000 Gent', ['emailBounced']],
      ['email', 'ouder1@voorbeeld.example', []],
    ]);
  });
});
