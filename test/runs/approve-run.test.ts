import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '#main/api/router.ts';
import { runOffice, type RunOffice } from '#test/support/run-office.ts';
import { smallFamily } from '#test/support/sending.ts';
import { addUser, signedIn } from '#test/support/users.ts';

let office: RunOffice;

beforeEach(async () => {
  office = await runOffice([{ days: 14, channel: 'phone', text: 'phoneGuide' }]);
});
afterEach(() => office.application.close());

function as(actor: string): RunOffice['api'] {
  return createRouterClient(router, { context: { ...office.context, actor } });
}

async function started(requestKey = 'run'): Promise<number> {
  return (await office.api.runs.start({ requestKey, schoolIds: [office.schoolId] })).runId;
}

async function askFrom(amountCents: number): Promise<void> {
  const thresholds = { writeOff: null, remission: null, refund: null, transfer: null, payerAccount: null };
  await office.api.approvals.saveThresholds({
    schoolId: office.schoolId,
    thresholds: { ...thresholds, run: amountCents },
  });
}

describe('approving a run', () => {
  it('is done at once where the school asks nobody else', async () => {
    office.add(smallFamily(1));
    const runId = await started();
    await expect(office.api.runs.send({ runId })).rejects.toThrow(/nog niet goedgekeurd/);
    expect(await office.api.runs.submit({ runId })).toEqual({ runId, outcome: 'approved' });
    expect((await office.api.runs.page({ runId })).status).toBe('approved');
    expect(await office.api.runs.submit({ runId })).toEqual({ runId, outcome: 'approved' });
  });

  it('asks a second person from the amount of the school; below it nobody', async () => {
    await askFrom(50_00);
    office.add(smallFamily(1, 20_00));
    const small = await started('klein');
    expect(await office.api.runs.submit({ runId: small })).toMatchObject({ outcome: 'approved' });
    await office.api.runs.cancel({ runId: small });
    office.add(smallFamily(2, 40_00));
    const runId = await started('groot');
    expect(await office.api.runs.submit({ runId })).toMatchObject({ outcome: 'waiting' });
    expect(await office.api.runs.submit({ runId })).toMatchObject({ outcome: 'waiting' });
    const { rows } = await office.api.approvals.list({ status: 'waiting' });
    expect(rows).toHaveLength(1);
    const [request] = rows;
    expect(request).toMatchObject({ kind: 'run', amountCents: 60_00 });
    expect(request?.summary).toMatch(/^Herinneringen van 23\/11\/2026: 2 betalers, samen/);
    expect(request?.summary).not.toMatch(/Abeel|Sofie/);
    expect(request?.difference).toMatchObject([{ label: 'Fase 1, telefoon', after: '2' }, { label: 'Samen' }]);
    await expect(office.api.runs.send({ runId })).rejects.toThrow(/nog niet goedgekeurd/);
    const given = { approvalId: request?.approvalId ?? 0, stateSha256: request?.stateSha256 ?? '' };
    await expect(office.api.approvals.approve(given)).rejects.toThrow(/keurt ze niet zelf goed/);
    await as('els').approvals.approve(given);
    const page = await office.api.runs.page({ runId });
    expect(page.status).toBe('approved');
    expect(page.perSchool).toMatchObject([{ approval: 'approved', approvedBy: 'els' }]);
    expect(await office.sendRun(runId)).toMatchObject({ state: 'done' });
  });

  it('of something else than was shown is refused, and shown anew', async () => {
    await askFrom(0);
    office.add(smallFamily(1));
    office.add(smallFamily(2));
    const runId = await started();
    await office.api.runs.submit({ runId });
    const [request] = (await office.api.approvals.list({ status: 'waiting' })).rows;
    const [first] = (await office.api.runs.page({ runId })).proposals;
    const runProposalIds = [first?.runProposalId ?? 0];
    await office.api.runs.change({ runId, runProposalIds, isDropped: true, reason: 'Gebeld' });
    const approvalId = request?.approvalId ?? 0;
    const approve = (stateSha256 = '') => as('els').approvals.approve({ approvalId, stateSha256 });
    await expect(approve(request?.stateSha256)).rejects.toThrow(/intussen veranderd/);
    const again = await office.api.approvals.show({ approvalId });
    expect(again.summary).toMatch(/1 betaler,/);
    await approve(again.stateSha256);
    expect((await office.api.runs.page({ runId })).status).toBe('approved');
  });

  it('is withdrawn when the run is opened again, and asked again after a rejection', async () => {
    await askFrom(0);
    office.add(smallFamily(1));
    const runId = await started();
    await office.api.runs.submit({ runId });
    await office.api.runs.reopen({ runId });
    expect((await office.api.approvals.list({ status: 'waiting' })).total).toBe(0);
    await office.api.runs.submit({ runId });
    const [request] = (await office.api.approvals.list({ status: 'waiting' })).rows;
    await as('els').approvals.reject({ approvalId: request?.approvalId ?? 0, reason: 'Wacht tot maandag' });
    expect((await office.api.runs.page({ runId })).perSchool).toMatchObject([{ approval: 'rejected' }]);
    expect(await office.api.runs.submit({ runId })).toMatchObject({ outcome: 'waiting' });
    expect(await office.api.approvals.waiting()).toMatchObject({ rejectedMine: 0 });
  });

  it('nothing to approve is refused', async () => {
    const runId = await started();
    await expect(office.api.runs.submit({ runId })).rejects.toThrow(/vertrekt niets/);
  });
});

describe('a stage that asks for somebody', () => {
  it('is approved by the one person of a school alone, and by the coordinator where several work', async () => {
    await office.application.close();
    office = await runOffice([{ days: 14, channel: 'phone', text: 'phoneGuide', approver: 'coordinator' }]);
    office.add(smallFamily(1));
    const alone = await started('alleen');
    expect(await office.api.runs.submit({ runId: alone })).toMatchObject({ outcome: 'approved' });
    await office.api.runs.cancel({ runId: alone });

    const anywhere = (role: 'administrator' | 'secretary' | 'director' | 'coordinator') => [{ role, schoolId: null }];
    addUser(office.store, { name: 'Bo', roles: anywhere('administrator') });
    const an = signedIn(office.context, addUser(office.store, { name: 'An', roles: anywhere('secretary') }));
    const dirk = signedIn(office.context, addUser(office.store, { name: 'Dirk', roles: anywhere('director') }));
    const { runId } = await an.runs.start({ requestKey: 'samen', schoolIds: [office.schoolId] });
    // Nobody here is coordinator yet.
    await expect(an.runs.submit({ runId })).rejects.toThrow(/altijd een tweede persoon nodig/);
    const carla = signedIn(office.context, addUser(office.store, { name: 'Carla', roles: anywhere('coordinator') }));
    expect(await an.runs.submit({ runId })).toMatchObject({ outcome: 'waiting' });
    const [request] = (await dirk.approvals.list({ status: 'waiting' })).rows;
    expect(request?.decideBlockedBy).toBe('Een fase in deze run vraagt de goedkeuring van de coördinator.');
    const given = { approvalId: request?.approvalId ?? 0, stateSha256: request?.stateSha256 ?? '' };
    await expect(dirk.approvals.approve(given)).rejects.toThrow(/goedkeuring van de coördinator/);
    await carla.approvals.approve(given);
    expect((await an.runs.page({ runId })).perSchool).toMatchObject([{ approval: 'approved', approvedBy: 'Carla' }]);
  });
});
