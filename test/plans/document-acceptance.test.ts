import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApplication, temporaryFolder, type TestApplication } from '#test/support/application.ts';
import { addFamily, addSchool, post } from '#test/support/family.ts';
import { jointFamily, moveableClock, type MoveableClock, request } from './support.ts';

let application: TestApplication;
let clock: MoveableClock;
let schoolId: number;
beforeEach(async () => {
  clock = moveableClock('2026-11-20');
  application = await testApplication('2026-11-20', temporaryFolder(), clock);
  schoolId = addSchool(application.context.store);
});
afterEach(() => application.close());

const paper = { fileName: 'getekend.txt', contentBase64: Buffer.from('getekend op papier').toString('base64') };
const limitedFrom = async (planId: number) =>
  (await application.api.plans.page({ planId })).claims.map((claim) => claim.limitedFrom);

describe('accepting a plan', () => {
  it('starts the clock of every claim again on the day of the signature, for joint debtors together (law 2.2)', async () => {
    const { api } = application;
    const family = jointFamily(application, schoolId, [115_00, 100_00]);
    const [anId = 0, bartId = 0] = family.payerIds;
    const made = await api.plans.make({ ...request(family, schoolId), count: 6 });
    const before = await limitedFrom(made.planId);
    clock.setDate('2026-12-04');
    const accepted = { planId: made.planId, how: 'paper' as const, signedOn: '2026-12-02' };
    const half = await api.plans.recordAcceptance({ ...accepted, payerIds: [anId], proof: paper });
    expect(half).toMatchObject({ state: 'proposed', notAccepted: [bartId] });
    // One of two joint debtors acknowledged it: that counts for both.
    const after = half.claims.map((claim) => claim.limitedFrom);
    expect(after).not.toEqual(before);
    const years = Number(before[0]?.slice(0, 4)) - 2026;
    expect(after).toEqual([`${2026 + years}-12-03`, `${2026 + years}-12-03`]);
    const [signed] = half.signatures;
    expect(signed).toMatchObject({ payerId: anId, how: 'paper', signedOn: '2026-12-02', documentName: 'getekend.txt' });
    const proof = { documentId: signed?.documentId ?? 0 };
    const whole = await api.plans.recordAcceptance({ ...accepted, payerIds: [bartId], how: 'reply', proof });
    expect(whole).toMatchObject({ state: 'live', notAccepted: [] });
    await expect(api.dossier.removeDocument(proof)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(api.plans.recordAcceptance({ ...accepted, payerIds: [anId], proof })).rejects.toMatchObject({
      code: 'CONFLICT',
    });

    for (const { planSignatureId } of whole.signatures) await api.plans.withdrawAcceptance({ planSignatureId });
    const back = await api.plans.withdrawAcceptance({ planSignatureId: signed?.planSignatureId ?? 0 });
    expect(back).toMatchObject({ state: 'proposed', signatures: [], notAccepted: [anId, bartId] });
    expect(await limitedFrom(made.planId)).toEqual(before);
    expect(await api.dossier.removeDocument(proof)).toEqual(proof);
  });

  it('counts only for who signed where each owes a share, and not on what was paid meanwhile', async () => {
    const { api } = application;
    const family = addFamily(application.context.store, schoolId, {
      name: 'Gezin Apart',
      payers: [
        { firstName: 'An', lastName: 'Peeters' },
        { firstName: 'Bart', lastName: 'Wouters' },
      ],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Peeters',
          shares: [6000, 4000],
          invoices: [{ number: 'P-1', amountCents: 100_00 }],
        },
      ],
    });
    const [anId = 0] = family.payerIds;
    const plan = await api.plans.make({ ...request(family, schoolId), payerIds: [anId], count: 3 });
    const before = await limitedFrom(plan.planId);
    const asked = {
      planId: plan.planId,
      payerIds: [anId],
      how: 'paper' as const,
      signedOn: '2026-11-20',
      proof: paper,
    };
    await api.plans.recordAcceptance(asked);
    // The other parent still owes a share on the old clock: the careful date stays.
    expect(await limitedFrom(plan.planId)).toEqual(before);
    const acts = application.context.store.sql
      .prepare('SELECT kind, payer_id, act_date FROM limitation_acts WHERE withdrawn_at IS NULL')
      .raw()
      .all();
    expect(acts).toEqual([['signedPlan', anId, '2026-11-20']]);

    const paid = jointFamily(application, schoolId, [50_00, 60_00], 'Maes');
    const second = await api.plans.make({ ...request(paid, schoolId), count: 2 });
    post(application.context.store, paid.invoiceIds[0] ?? 0, 'receipt', -50_00, '2026-11-20');
    await api.plans.recordAcceptance({ ...asked, planId: second.planId, payerIds: [...paid.payerIds] });
    const restarted = application.context.store.sql
      .prepare('SELECT invoice_id FROM limitation_acts WHERE payer_id = ?')
      .pluck()
      .all(paid.payerIds[0]);
    expect(restarted).toEqual([paid.invoiceIds[1]]);
  });

  it('is refused on a day that has not come or before the plan was made, for a stranger, and without a proof of theirs', async () => {
    const { api } = application;
    const family = jointFamily(application, schoolId, [80_00]);
    const other = jointFamily(application, schoolId, [80_00], 'Maes');
    const [anId = 0] = family.payerIds;
    const { planId } = await api.plans.make({ ...request(family, schoolId), payerIds: [anId], count: 2 });
    clock.setDate('2026-11-25');
    const asked = { planId, payerIds: [anId], how: 'paper' as const, signedOn: '2026-11-24', proof: paper };
    const refused = (change: object) => api.plans.recordAcceptance({ ...asked, ...change });
    await expect(refused({ signedOn: '2026-11-26' })).rejects.toMatchObject({ data: { field: 'signedOn' } });
    await expect(refused({ signedOn: '2026-11-19' })).rejects.toMatchObject({ data: { field: 'signedOn' } });
    await expect(refused({ payerIds: other.payerIds })).rejects.toMatchObject({ data: { field: 'payerIds' } });
    const { documentId } = await api.dossier.addDocument({ householdId: other.householdId, ...paper });
    await expect(refused({ proof: { documentId } })).rejects.toMatchObject({ code: 'REFUSED' });
    const { sql } = application.context.store;
    expect(sql.prepare('SELECT count(*) FROM plan_signatures').pluck().get()).toBe(0);
    expect(sql.prepare('SELECT count(*) FROM limitation_acts').pluck().get()).toBe(0);
    expect(sql.prepare('SELECT count(*) FROM documents').pluck().get()).toBe(1);
  });
});
