import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';
import { readPdf } from '#test/support/pdf.ts';
import { addUser, type Api, signedIn } from '#test/support/users.ts';

// The school has € 200,00 to give in 2026-2027. Bert of the secretariat asks, Els the director decides.

let application: TestApplication;
let schoolId: number;
let family: FamilyIds;
let bert: Api;
let els: Api;
let fundId: number;

beforeEach(async () => {
  application = await testApplication();
  const { context } = application;
  schoolId = addSchool(context.store);
  family = addFamily(context.store, schoolId, {
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Sofie', lastName: 'Abeel' }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [
          { number: '7001', amountCents: 100_00 },
          { number: '7002', amountCents: 60_00 },
        ],
      },
    ],
  });
  const ann = signedIn(
    context,
    addUser(context.store, { name: 'Ann', roles: [{ role: 'administrator', schoolId: null }] }),
  );
  bert = signedIn(context, addUser(context.store, { name: 'Bert', roles: [{ role: 'secretary', schoolId }] }));
  els = signedIn(context, addUser(context.store, { name: 'Els', roles: [{ role: 'director', schoolId }] }));
  ({ fundId } = await ann.socialFund.saveFund({
    schoolId,
    schoolYear: '2026-2027',
    source: 'Eigen fonds',
    amountCents: 200_00,
  }));
});
afterEach(() => application.close());

const ask = (cents: readonly number[], requestKey = 'vraag-0001') =>
  bert.socialFund.request({
    requestKey,
    fundId,
    householdId: family.householdId,
    items: cents.map((amountCents, index) => ({ invoiceId: family.invoiceIds[index] ?? 0, amountCents })),
    motivation: 'Loonverlies na ziekte van de moeder.',
  });
const approveFirst = async () => {
  const { rows } = await els.approvals.list({ status: 'waiting' });
  const [first] = rows;
  return els.approvals.approve({ approvalId: first?.approvalId ?? 0, stateSha256: first?.stateSha256 ?? '' });
};
const openOf = async (index: number) =>
  (await els.ledger.invoice({ invoiceId: family.invoiceIds[index] ?? 0 })).openCents;
const fund = async () => (await els.socialFund.funds({}))[0];

describe('a grant of the social fund', () => {
  it('waits for a second person, and is then booked as a remission that the fund pays for', async () => {
    const grant = await ask([80_00, 20_00]);
    expect(grant).toMatchObject({ status: 'waiting', amountCents: 100_00, source: 'Eigen fonds' });
    expect(await openOf(0)).toBe(100_00);
    expect(await fund()).toMatchObject({ grantedCents: 0, waitingCents: 100_00, leftCents: 100_00 });

    const { entryId } = await approveFirst();
    expect(await openOf(0)).toBe(20_00);
    expect(await openOf(1)).toBe(40_00);
    expect(await els.socialFund.grants({})).toMatchObject([{ status: 'granted', entryId }]);
    expect(await fund()).toMatchObject({ grantedCents: 100_00, waitingCents: 0, leftCents: 100_00 });
    const { rows } = await els.ledger.postings({ of: { invoiceId: family.invoiceIds[0] ?? 0 } });
    expect(rows.at(-1)).toMatchObject({
      kind: 'remission',
      amountCents: -80_00,
      description: 'Sociaal fonds: Eigen fonds',
    });
    expect(JSON.stringify(rows)).not.toContain('Loonverlies');
    expect(await signedIn(application.context, 1).ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('is never decided by who asked', async () => {
    await ask([80_00]);
    const { rows } = await bert.approvals.list({ status: 'waiting' });
    await expect(
      bert.approvals.approve({ approvalId: rows[0]?.approvalId ?? 0, stateSha256: rows[0]?.stateSha256 ?? '' }),
    ).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await openOf(0)).toBe(100_00);
  });

  it('goes back with the reason when it is rejected, and can be withdrawn', async () => {
    const { grantId } = await ask([80_00]);
    const { rows } = await els.approvals.list({ status: 'waiting' });
    await els.approvals.reject({ approvalId: rows[0]?.approvalId ?? 0, reason: 'Eerst een gesprek' });
    expect(await bert.socialFund.grants({})).toMatchObject([
      { status: 'rejected', decisionReason: 'Eerst een gesprek' },
    ]);
    expect(await bert.socialFund.withdraw({ grantId })).toMatchObject({ status: 'withdrawn' });
    expect(await fund()).toMatchObject({ leftCents: 200_00 });
  });

  it('is refused above what is left of the fund, above what is open, and for the bill of another family', async () => {
    await ask([100_00, 60_00]);
    await expect(ask([41_00], 'vraag-0002')).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('40,00'),
    });
    await expect(ask([100_01], 'vraag-0003')).rejects.toMatchObject({ code: 'REFUSED' });
    const other = addFamily(application.context.store, schoolId, {
      name: 'Gezin Den',
      payers: [{ firstName: 'Jan', lastName: 'Den' }],
      pupils: [{ firstName: 'Lou', lastName: 'Den', invoices: [{ number: '8001', amountCents: 10_00 }] }],
    });
    await expect(
      bert.socialFund.request({
        requestKey: 'vraag-0004',
        fundId,
        householdId: family.householdId,
        items: [{ invoiceId: other.invoiceIds[0] ?? 0, amountCents: 5_00 }],
        motivation: 'x',
      }),
    ).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await bert.socialFund.grants({})).toHaveLength(1);
  });

  it('asks once, however often the button is pressed', async () => {
    const [one, other] = [await ask([10_00]), await ask([10_00])];
    expect(other.grantId).toBe(one.grantId);
    await expect(ask([11_00])).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is taken back as a whole: the bill is open again and the fund has its money', async () => {
    const { grantId } = await ask([80_00]);
    await approveFirst();
    expect(await els.socialFund.takeBack({ grantId, reason: 'Verkeerd gezin' })).toMatchObject({
      status: 'takenBack',
      decisionReason: 'Verkeerd gezin',
    });
    expect(await openOf(0)).toBe(100_00);
    expect(await fund()).toMatchObject({ grantedCents: 0, leftCents: 200_00 });
    await expect(els.socialFund.takeBack({ grantId, reason: 'Nog eens' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('never lets a fund shrink below what was given', async () => {
    await ask([80_00]);
    await approveFirst();
    const ann = signedIn(application.context, 1);
    const smaller = { fundId, schoolId, schoolYear: '2026-2027', source: 'Eigen fonds', amountCents: 79_00 };
    await expect(ann.socialFund.saveFund(smaller)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(ann.socialFund.saveFund({ ...smaller, fundId: null })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('the report of a year', () => {
  it('tells amounts and no names, and no group so small that it names a family', async () => {
    await ask([80_00]);
    await approveFirst();
    const report = await els.socialFund.yearReport({ schoolYear: '2026-2027' });
    expect(report.rows).toMatchObject([
      { budgetCents: 200_00, grantedCents: 80_00, leftCents: 120_00, families: null, averageCents: null },
    ]);
    expect(report.byBillingGroup).toEqual([{ billingGroup: 'maandrekening', grantedCents: null }]);
    for (const format of ['pdf', 'csv'] as const) {
      const file = await els.socialFund.yearReportFile({ schoolYear: '2026-2027', format });
      const bytes = Buffer.from(file.contentBase64, 'base64');
      const text =
        format === 'pdf'
          ? readPdf(bytes)
              .pages.flatMap(({ texts }) => texts)
              .join(' ')
          : bytes.toString('utf8');
      expect(text).toContain('120,00');
      expect(text).not.toMatch(/Abeel|Sofie|Loonverlies/);
    }
  });
});
