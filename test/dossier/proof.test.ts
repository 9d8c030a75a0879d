import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';

// A document that proves something stays in the dossier for as long as what it proves. Acts of limitation and accepted plans
// are proven in their own folders.

let application: TestApplication;
let family: FamilyIds;
let payerId: number;
let pupilId: number;
let documentId: number;

beforeEach(async () => {
  application = await testApplication('2026-11-20');
  const { store } = application.context;
  family = addFamily(store, addSchool(store), {
    name: 'Gezin Abeel',
    payers: [
      { firstName: 'Sofie', lastName: 'Abeel' },
      { firstName: 'Jan', lastName: 'Den' },
    ],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '7001', amountCents: 123_45 }] }],
  });
  [payerId = 0] = family.payerIds;
  [pupilId = 0] = family.pupilIds;
  ({ documentId } = await application.api.dossier.addDocument({
    householdId: family.householdId,
    fileName: 'bewijs.txt',
    contentBase64: Buffer.from('getekend').toString('base64'),
  }));
});
afterEach(() => application.close());

const remove = () => application.api.dossier.removeDocument({ documentId });

/** Why the document stays; it is in the dossier still. */
async function whyItStays(): Promise<unknown> {
  const refusal: unknown = await remove().catch((error: unknown) => error);
  const { documents } = await application.api.dossier.page({ householdId: family.householdId });
  expect(documents).toMatchObject([{ documentId }]);
  return refusal;
}

const refused = (words: string) => ({ code: 'REFUSED', message: expect.stringContaining(words) as string });

describe('a document that proves something', () => {
  it('stays while the division by that judgment stands', async () => {
    const { api } = application;
    const liabilities = family.payerIds.map((id) => ({ payerId: id, kind: 'split' as const, shareBp: 5000 }));
    const { householdChangeId } = await api.people.separate({
      householdId: family.householdId,
      separatedOn: '2026-11-01',
      pupils: [{ pupilId, liabilities, basis: 'judgment' }],
      documentId,
    });
    expect(await whyItStays()).toMatchObject(refused('maak eerst die wijziging ongedaan'));
    await api.people.undoChange({ householdChangeId });
    expect(await remove()).toEqual({ documentId });
  });

  it('stays while the signature under the school rules stands', async () => {
    const { api } = application;
    const signature = { pupilIds: [pupilId], payerId, signedOn: '2026-09-01', rules: 'Schoolreglement 2026-2027' };
    const [saved] = await api.people.saveRulesSignature({ ...signature, proof: { documentId } });
    expect(await whyItStays()).toMatchObject(refused('haal eerst die handtekening weg'));
    await api.people.removeRulesSignature({ rulesSignatureId: saved?.rulesSignatureId ?? 0 });
    expect(await remove()).toEqual({ documentId });
  });

  describe('that information may be given to a partner', () => {
    let referralId: number;
    beforeEach(async () => {
      const { api } = application;
      const [partner] = await api.referrals.partners();
      const { referralPartnerId = 0 } = partner ?? {};
      ({ referralId } = await api.referrals.open({ payerId, referralPartnerId, followUpOn: '2026-12-11' }));
      const given = { referralId, permissionOn: '2026-11-19', what: ['name' as const] };
      await api.referrals.recordPermission({ ...given, proof: { documentId } });
    });

    it('stays while the permission stands', async () => {
      expect(await whyItStays()).toMatchObject(refused('trek eerst die toestemming in'));
      await application.api.referrals.withdrawPermission({ referralId });
      expect(await remove()).toEqual({ documentId });
    });

    it('goes when the referral ended and nothing was given', async () => {
      await application.api.referrals.followUp({ referralId, outcome: 'notReached' });
      expect(await remove()).toEqual({ documentId });
    });

    it('stays for good once something was given on it', async () => {
      await application.api.referrals.share({ referralId });
      await application.api.referrals.withdrawPermission({ referralId });
      expect(await whyItStays()).toMatchObject(refused('is aan een partner iets meegedeeld'));
    });
  });
});
