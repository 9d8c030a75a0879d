import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';
import { readPdf } from '#test/support/pdf.ts';

// Sofie and Jan have a child at De Wilg; the OCMW can help Sofie.

let application: TestApplication;
let schoolId: number;
let family: FamilyIds;
let ocmw: number;

const open = async (asOf = '2026-11-20') => {
  application = await testApplication(asOf);
  schoolId = addSchool(application.context.store);
  family = addFamily(application.context.store, schoolId, {
    name: 'Gezin Abeel',
    payers: [
      { firstName: 'Sofie', lastName: 'Abeel', email: 'sofie@voorbeeld.example', phone: '0475 12 34 56' },
      { firstName: 'Jan', lastName: 'Den', email: 'jan@voorbeeld.example' },
    ],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '7001', amountCents: 123_45 }] }],
  });
  ocmw = (await application.api.referrals.partners()).find(({ kind }) => kind === 'ocmw')?.referralPartnerId ?? 0;
};
beforeEach(() => open());
afterEach(() => application.close());

const refer = () =>
  application.api.referrals.open({
    payerId: family.payerIds[0] ?? 0,
    referralPartnerId: ocmw,
    followUpOn: '2026-12-11',
  });
const signed = { fileName: 'toestemming.txt', contentBase64: Buffer.from('getekend').toString('base64') };
const words = ({ contentBase64 }: { readonly contentBase64: string }): string =>
  readPdf(Buffer.from(contentBase64, 'base64'))
    .pages.flatMap(({ texts }) => texts)
    .join(' ');

describe('partners who can help', () => {
  it('stand there as examples to fill in, and become our own when they are changed', async () => {
    const { api } = application;
    const before = await api.referrals.partners();
    expect(before.length).toBeGreaterThan(3);
    expect(before.every(({ isOwn }) => !isOwn)).toBe(true);
    const own = await api.referrals.savePartner({
      referralPartnerId: ocmw,
      details: { name: 'OCMW Gent', kind: 'ocmw', phone: '09 123 45 67' },
    });
    expect(own).toMatchObject({ name: 'OCMW Gent', isOwn: true, phone: '09 123 45 67' });
    await api.referrals.removePartner({ referralPartnerId: ocmw });
    expect(await api.referrals.partners()).toHaveLength(before.length - 1);
  });

  it('come back as they were when they were taken off the list, and what was sent there stays', async () => {
    const { api } = application;
    const before = await api.referrals.partners();
    const { referralId } = await refer();
    await api.referrals.removePartner({ referralPartnerId: ocmw });
    const all = await api.referrals.partners({ withRemoved: true });
    expect(all).toHaveLength(before.length);
    expect(all.at(-1)).toMatchObject({ referralPartnerId: ocmw, isRemoved: true });
    expect(await api.referrals.list({})).toMatchObject([{ referralId, referralPartnerId: ocmw }]);
    await api.referrals.restorePartner({ referralPartnerId: ocmw });
    expect(await api.referrals.partners()).toEqual(before);
    await expect(api.referrals.restorePartner({ referralPartnerId: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['nl', 'Wie kan helpen?'],
    ['fr', 'Qui peut aider'],
    ['en', 'Who can help?'],
  ] as const)('stand on a page for a parent in %s, without a name, a child or an amount', async (language, title) => {
    const text = words(await application.api.referrals.page({ referralPartnerIds: [ocmw], schoolId, language }));
    expect(text).toContain(title);
    expect(text).toContain('OCMW');
    expect(text).not.toMatch(/Abeel|Noor|Sofie|123,45/);
  });
});

describe('a referral', () => {
  it('stands on the worklist from the day somebody would ask how it went, until it is closed', async () => {
    const { api } = application;
    const waiting = async () => (await api.today.worklist({})).filter(({ kind }) => kind === 'referral');
    await refer();
    expect(await waiting()).toEqual([]);
    const { referralId } = await api.referrals.open({
      payerId: family.payerIds[0] ?? 0,
      referralPartnerId: ocmw,
      followUpOn: '2026-11-20',
    });
    expect(await waiting()).toMatchObject([
      { key: `referral-${referralId}`, dueDate: '2026-11-20', isUrgent: false, householdId: family.householdId },
    ]);
    await api.referrals.followUp({ referralId, outcome: 'helped' });
    expect(await waiting()).toEqual([]);
  });

  it('gives nothing away without a written permission', async () => {
    const { referralId } = await refer();
    await expect(application.api.referrals.share({ referralId })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await application.api.referrals.list({})).toMatchObject([
      { permissionOn: null, shared: [], sharedOn: null },
    ]);
  });

  it('asks permission on paper for exactly what may be given', async () => {
    const { referralId } = await refer();
    const text = words(await application.api.referrals.permissionForm({ referralId, what: ['name', 'phone'] }));
    expect(text).toContain('Sofie Abeel');
    expect(text).toContain('mijn telefoonnummer');
    expect(text).not.toMatch(/e-mailadres$|het bedrag|Noor|Jan|123,45/);
  });

  it('gives what was permitted and nothing of anybody else, and keeps what and when', async () => {
    const { api } = application;
    const { referralId } = await refer();
    await api.referrals.recordPermission({
      referralId,
      permissionOn: '2026-11-19',
      what: ['name', 'openAmount'],
      proof: signed,
    });
    const text = words(await api.referrals.share({ referralId }));
    expect(text).toContain('Sofie Abeel');
    expect(text).toContain('123,45');
    expect(text).not.toMatch(/0475|voorbeeld\.example|Jan|Noor/);
    const [kept] = await api.referrals.list({ householdId: family.householdId });
    expect(kept).toMatchObject({ sharedOn: '2026-11-20', permissionEnded: false });
    expect(kept?.shared).toEqual(['mijn naam', 'het bedrag dat op school openstaat']);
    const { documents } = await api.dossier.page({ householdId: family.householdId });
    expect(documents.map(({ documentId }) => documentId)).toEqual([kept?.permissionDocumentId]);
  });

  it('gives nothing any more when the parent takes the permission back', async () => {
    const { api } = application;
    const { referralId } = await refer();
    await api.referrals.recordPermission({ referralId, permissionOn: '2026-11-19', what: ['name'], proof: signed });
    expect(await api.referrals.withdrawPermission({ referralId })).toMatchObject({ permissionEnded: true });
    await expect(api.referrals.share({ referralId })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('lets a permission end by itself after six months', async () => {
    const { api } = application;
    const { referralId } = await refer();
    await api.referrals.recordPermission({ referralId, permissionOn: '2026-05-19', what: ['name'], proof: signed });
    await expect(api.referrals.share({ referralId })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('refuses a permission of tomorrow and a document of another family', async () => {
    const { api } = application;
    const { referralId } = await refer();
    const given = { referralId, what: ['name' as const] };
    await expect(
      api.referrals.recordPermission({ ...given, permissionOn: '2026-11-21', proof: signed }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    const other = addFamily(application.context.store, schoolId, {
      name: 'Gezin Den',
      payers: [{ firstName: 'Lou', lastName: 'Den' }],
      pupils: [{ firstName: 'Wolf', lastName: 'Den' }],
    });
    const { documentId } = await api.dossier.addDocument({ householdId: other.householdId, ...signed });
    await expect(
      api.referrals.recordPermission({ ...given, permissionOn: '2026-11-20', proof: { documentId } }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'proof' } });
  });

  it('is looked at again on its day, until somebody says how it went', async () => {
    const { api } = application;
    const { referralId } = await refer();
    await expect(api.referrals.followUp({ referralId, outcome: null })).rejects.toMatchObject({ code: 'INVALID' });
    expect(await api.referrals.followUp({ referralId, outcome: null, followUpOn: '2027-01-08' })).toMatchObject({
      followUpOn: '2027-01-08',
      closedOn: null,
    });
    expect(await api.referrals.followUp({ referralId, outcome: 'helped', note: 'Budgetbegeleiding' })).toMatchObject({
      outcome: 'helped',
      closedOn: '2026-11-20',
    });
    expect(await api.referrals.list({})).toEqual([]);
    await expect(api.referrals.followUp({ referralId, outcome: 'helped' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('runs again when it was closed by mistake: on the day that stood there, with its note and its permission', async () => {
    const { api } = application;
    const { referralId } = await refer();
    await api.referrals.recordPermission({ referralId, permissionOn: '2026-11-19', what: ['name'], proof: signed });
    const [running] = await api.referrals.list({});
    await api.referrals.followUp({ referralId, outcome: 'notReached', note: 'Twee keer gebeld' });
    await expect(api.referrals.share({ referralId })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await api.referrals.reopen({ referralId })).toEqual({ ...running, outcomeNote: 'Twee keer gebeld' });
    expect(await api.referrals.reopen({ referralId })).toMatchObject({ outcome: null, closedOn: null });
    await api.referrals.share({ referralId });
    await expect(api.referrals.reopen({ referralId: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is listed for the school of a child of the family', async () => {
    const { api, context } = application;
    const { referralId } = await refer();
    expect(await api.referrals.list({ schoolId })).toMatchObject([{ referralId }]);
    expect(await api.referrals.list({ schoolId: addSchool(context.store, 'Basisschool De Es') })).toEqual([]);
  });
});
