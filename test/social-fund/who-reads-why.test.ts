import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserRole } from '#shared/access/contract.ts';
import { exportColumn } from '#shared/ledger/contract.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';
import { addUser, type Api, signedIn } from '#test/support/users.ts';

// Bert of the secretariat of De Wilg asks the fund for Gezin Abeel, and says why. Who reads that?

const why = 'Loonverlies na ziekte van de moeder.';

let application: TestApplication;
let schoolId: number;
let otherSchool: number;
let family: FamilyIds;
let bert: Api;
let grantId: number;

const user = (name: string, roles: readonly UserRole[]): Api =>
  signedIn(application.context, addUser(application.context.store, { name, roles }));

beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  schoolId = addSchool(store);
  otherSchool = addSchool(store, 'Basisschool De Es');
  family = addFamily(store, schoolId, {
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Sofie', lastName: 'Abeel' }],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: '7001', amountCents: 100_00 }] }],
  });
  const ann = user('Ann', [{ role: 'administrator', schoolId: null }]);
  bert = user('Bert', [{ role: 'secretary', schoolId }]);
  user('Els', [{ role: 'director', schoolId }]);
  const year = { schoolId, schoolYear: '2026-2027', source: 'Eigen fonds' };
  const { fundId } = await ann.socialFund.saveFund({ ...year, amountCents: 200_00 });
  ({ grantId } = await bert.socialFund.request({
    requestKey: 'vraag-0001',
    fundId,
    householdId: family.householdId,
    items: [{ invoiceId: family.invoiceIds[0] ?? 0, amountCents: 80_00 }],
    motivation: why,
  }));
});
afterEach(() => application.close());

/** Everything that a reader of the fund, the approvals and the dossier is told. */
async function readBy(api: Api): Promise<{ grant: string | null; approval: string | null; all: string }> {
  const { householdId } = family;
  const grants = await api.socialFund.grants({});
  const { rows } = await api.approvals.list({});
  const shown = await api.approvals.show({ approvalId: rows[0]?.approvalId ?? 0 });
  const page = await api.dossier.page({ householdId, withClosed: true });
  const timeline = await api.dossier.timeline({ householdId, limit: 500 });
  const postings = await api.ledger.postings({ of: { householdId } });
  expect(shown).toEqual(rows[0]);
  return {
    grant: grants[0]?.motivation ?? null,
    approval: shown.reason,
    all: JSON.stringify([grants, rows, page, timeline, postings]),
  };
}

describe('why a family asked the social fund', () => {
  it.each([
    ['a director of the school, who may decide', 'director'],
    ['a coordinator of the school, who may decide', 'coordinator'],
    ['the role zorg of the school', 'care'],
  ] as const)('is read by %s', async (_who, role) => {
    const api = user('Lezer', [{ role, schoolId }]);
    expect(await readBy(api)).toMatchObject({ grant: why, approval: why });
  });

  it('is read by whoever asked', async () => {
    expect(await readBy(bert)).toMatchObject({ grant: why, approval: why });
  });

  it.each([
    ['another of the secretariat', (): UserRole[] => [{ role: 'secretary', schoolId }]],
    ['an administrator', (): UserRole[] => [{ role: 'administrator', schoolId: null }]],
    [
      'who decides or cares at another school only',
      (): UserRole[] => [
        { role: 'secretary', schoolId },
        { role: 'director', schoolId: otherSchool },
        { role: 'care', schoolId: otherSchool },
      ],
    ],
  ] as const)('is not given to %s, who reads the rest of the request', async (_who, roles) => {
    const api = user('Lezer', roles());
    const { grant, approval, all } = await readBy(api);
    expect({ grant, approval }).toEqual({ grant: null, approval: null });
    expect(all).toContain('80,00 van het sociaal fonds');
    expect(all).not.toContain(why);
  });

  it('is not given to a namesake of who asked', async () => {
    const api = signedIn(
      application.context,
      addUser(application.context.store, { name: 'Bert', login: 'bert2', roles: [{ role: 'secretary', schoolId }] }),
    );
    expect(await readBy(api)).toMatchObject({ grant: null, approval: null });
  });

  it('is not in the answer of a command either', async () => {
    const other = user('Stef', [{ role: 'secretary', schoolId }]);
    expect(await other.socialFund.withdraw({ grantId })).toMatchObject({ status: 'withdrawn', motivation: null });
  });

  it('is in no line of the audit trail, whatever becomes of the request', async () => {
    const els = user('Lezer', [{ role: 'coordinator', schoolId }]);
    const [request] = (await els.approvals.list({})).rows;
    await els.approvals.approve({
      approvalId: request?.approvalId ?? 0,
      stateSha256: request?.stateSha256 ?? '',
    });
    await els.socialFund.takeBack({ grantId, reason: 'Verkeerd gezin' });
    const { entries } = await els.audit.list({});
    expect(entries.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['socialFund.request', 'approvals.approve', 'socialFund.takeBack']),
    );
    expect(JSON.stringify(entries)).not.toContain('Loonverlies');
  });

  it('is in no export of open items', async () => {
    const file = await bert.ledger.exportOpenItems({ format: 'csv', columns: exportColumn.options });
    const text = Buffer.from(file.contentBase64, 'base64').toString('utf8');
    expect(text).toContain('7001');
    expect(text).not.toContain('Loonverlies');
  });

  it('is kept once, so that erasing it leaves no copy', () => {
    const kept = application.context.store.sql.prepare('SELECT reason FROM approvals').pluck().all();
    expect(kept).toEqual(['']);
  });
});
