import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';
import { balanceOf, movementsOf, refusalOf } from './money-support.ts';

let application: TestApplication;
let schoolId: number;

beforeEach(async () => {
  application = await testApplication();
  schoolId = addSchool(application.context.store);
});
afterEach(() => application.close());

/** A family with one pupil and these claims, in order. */
function claims(amounts: readonly number[], at = schoolId): readonly number[] {
  const name = `Gezin ${at}-${amounts.length}-${Math.abs(amounts[0] ?? 0)}`;
  return addFamily(application.context.store, at, {
    name,
    payers: [{ firstName: 'Jan', lastName: name }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: name,
        invoices: amounts.map((amountCents, index) => ({
          number: `${amounts.length}${amounts[0]}${index}`,
          amountCents,
        })),
      },
    ],
  }).invoiceIds;
}

describe('a charge on an invoice', () => {
  it('raises it by kind 38 and leaves one line in the trail', async () => {
    const [invoiceId = 0] = claims([100_00]);
    await application.api.ledger.charge({ invoiceId, amountCents: 12_34, reason: 'verloren boek' });
    expect(balanceOf(application.context.store, invoiceId)).toBe(112_34);
    expect(movementsOf(application.context.store, 'charge')).toMatchObject([
      { kind: 'otherCharge', amountCents: 12_34 },
    ]);
    const told = application.context.store.sql.prepare('SELECT command, detail FROM audit_entries').all();
    expect(told).toEqual([
      { command: 'ledger.charge', detail: `{"entryId":1,"invoiceId":${invoiceId},"amountCents":1234}` },
    ]);
  });

  it('is refused on a credit note and on nothing', async () => {
    const [note = 0] = claims([-40_00]);
    const charge = (invoiceId: number) =>
      application.api.ledger.charge({ invoiceId, amountCents: 1_00, reason: 'verloren boek' });
    expect(await refusalOf(charge(note))).toMatchObject({ code: 'REFUSED', field: 'invoiceId' });
    expect(await refusalOf(charge(9999))).toMatchObject({ code: 'NOT_FOUND', field: 'invoiceId' });
  });
});

describe('related claims', () => {
  const related = async (invoiceId: number): Promise<number[]> =>
    (await application.api.ledger.invoice({ invoiceId })).related.map((claim) => claim.invoiceId);
  const relate = (invoiceId: number, relatedInvoiceId: number) =>
    application.api.ledger.relate({ invoiceId, relatedInvoiceId, reason: 'rechtzetting' });

  it('are seen from both sides, and let go again', async () => {
    const [first = 0, second = 0] = claims([100_00, 20_00]);
    const { relatedClaimId } = await relate(second, first);
    expect([await related(first), await related(second)]).toEqual([[second], [first]]);
    expect((await refusalOf(relate(first, second))).code).toBe('CONFLICT');
    await application.api.ledger.unrelate({ relatedClaimId });
    expect([await related(first), await related(second)]).toEqual([[], []]);
    expect((await refusalOf(application.api.ledger.unrelate({ relatedClaimId }))).code).toBe('NOT_FOUND');
    await relate(first, second);
    expect(await related(first)).toEqual([second]);
  });

  it('may be of two families of one school, or of one family in two schools, and nothing else', async () => {
    const { store } = application.context;
    const [ours = 0] = claims([100_00]);
    const [neighbour = 0] = claims([200_00]);
    const [elsewhere = 0] = claims([300_00], addSchool(store, 'Basisschool De Es'));
    expect(await relate(ours, neighbour)).toEqual({ relatedClaimId: expect.any(Number) });
    expect(await refusalOf(relate(ours, elsewhere))).toMatchObject({ code: 'REFUSED', field: 'relatedInvoiceId' });
    store.sql
      .prepare(
        `UPDATE pupils SET household_id = (SELECT p.household_id FROM pupils p JOIN invoices i ON i.pupil_id = p.id WHERE i.id = ?)
         WHERE id = (SELECT pupil_id FROM invoices WHERE id = ?)`,
      )
      .run(ours, elsewhere);
    expect(await relate(ours, elsewhere)).toEqual({ relatedClaimId: expect.any(Number) });
    expect(await refusalOf(relate(ours, ours))).toMatchObject({ code: 'REFUSED' });
  });
});
