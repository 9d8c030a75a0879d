import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFamily, addInvoice, addSchool, type FamilyIds } from '#test/support/family.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
let abeel: FamilyIds;
let ozturk: FamilyIds;

beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  const schoolId = addSchool(store, 'Basisschool De Wilg');
  abeel = addFamily(store, schoolId, {
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Ann', lastName: 'Abeel', email: 'ann@voorbeeld.example', phone: '+32 470 12 34 56' }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        className: '3A',
        invoices: [{ number: '2026-10412', amountCents: 8450, structuredReference: '202500123437' }],
      },
    ],
  });
  ozturk = addFamily(store, schoolId, {
    name: 'Gezin Öztürk',
    payers: [{ firstName: 'Zoë', lastName: 'Öztürk', phone: '09/222.33.44' }],
    pupils: [{ firstName: 'Émile', lastName: 'Öztürk', className: '5B' }],
  });
});
afterEach(() => application.close());

async function found(text: string): Promise<string[]> {
  const hits = await application.api.dossier.search({ text });
  return hits.map(({ kind, title }) => `${kind}: ${title}`);
}

describe('search as you type', () => {
  it('finds a family by the beginning of its name, household first', async () => {
    expect(await found('abe')).toEqual(['household: Gezin Abeel', 'pupil: Abeel, Noor', 'payer: Abeel, Ann']);
  });

  it('says where a hit belongs', async () => {
    const [household, pupil] = await application.api.dossier.search({ text: 'abeel' });
    expect(household).toMatchObject({ householdId: abeel.householdId, subtitle: 'Noor (3A)' });
    expect(pupil).toMatchObject({
      entityId: abeel.pupilIds[0],
      householdId: abeel.householdId,
      title: 'Abeel, Noor',
      subtitle: '3A · Basisschool De Wilg · Gezin Abeel',
    });
  });

  it.each([
    ['accents left out', 'ozturk emile', ['pupil: Öztürk, Émile']],
    ['capitals', 'ÖZTÜRK ZOË', ['payer: Öztürk, Zoë']],
    ['a class and a name in any order', '3a noor', ['pupil: Abeel, Noor']],
    ['an amount that is open', '84,50', ['invoice: Factuur 2026-10412']],
    ['an amount with its sign', '€ 84,50', ['invoice: Factuur 2026-10412']],
    ['another amount', '84,51', []],
    ['a number that is no amount', '8450', []],
    ['a reference as printed', '+++202/5001/23437+++', ['invoice: Factuur 2026-10412']],
    ['a reference in bare digits', '202500123437', ['invoice: Factuur 2026-10412']],
    ['the beginning of a reference', '202/5001', ['invoice: Factuur 2026-10412']],
    ['an invoice number', '2026-10412', ['invoice: Factuur 2026-10412']],
    ['an e-mail address', 'ann@voorbeeld.example', ['payer: Abeel, Ann']],
    ['a mobile number with country code', '+32 470 12 34 56', ['payer: Abeel, Ann']],
    ['a mobile number with dots', '0470/12.34.56', ['payer: Abeel, Ann']],
    ['a landline', '092223344', ['payer: Öztürk, Zoë']],
    ['a word nobody has', 'peeters', []],
    ['signs only', '"*(', []],
    ['operators of the index', 'abeel OR ozturk', []],
  ])('understands %s', async (_what, text, hits) => {
    expect(await found(text)).toEqual(hits);
  });

  it('no longer finds a household that was merged, but finds its pupil in the other', async () => {
    await application.api.people.mergeHouseholds({
      fromHouseholdId: ozturk.householdId,
      intoHouseholdId: abeel.householdId,
    });
    const hits = await application.api.dossier.search({ text: 'ozturk' });
    expect(hits.map(({ kind, householdId }) => [kind, householdId])).toEqual([
      ['pupil', abeel.householdId],
      ['payer', abeel.householdId],
    ]);
  });

  it('leaves withdrawn invoices and removed payers out', async () => {
    const { sql } = application.context.store;
    sql.prepare("UPDATE invoices SET withdrawn_at = '2026-11-01T00:00:00.000Z'").run();
    sql.prepare("UPDATE payers SET removed_at = '2026-11-01T00:00:00.000Z'").run();
    expect(await found('2026-10412')).toEqual([]);
    expect(await found('ann')).toEqual([]);
  });

  it('keeps places for every kind when there is too much of one', async () => {
    const { store } = application.context;
    for (let index = 0; index < 30; index += 1) {
      addFamily(store, 1, {
        name: `Gezin Maes ${index}`,
        payers: [{ firstName: 'Els', lastName: 'Maes' }],
        pupils: [{ firstName: 'Jef', lastName: 'Maes' }],
      });
    }
    const kinds = (await application.api.dossier.search({ text: 'maes', limit: 10 })).map(({ kind }) => kind);
    expect(kinds).toHaveLength(10);
    expect(new Set(kinds)).toEqual(new Set(['household', 'pupil', 'payer']));
  });

  it('puts the invoice with exactly that number first', async () => {
    const pupilId = abeel.pupilIds[0] ?? 0;
    for (const number of ['77-123', '77-12', '77-1']) {
      addInvoice(application.context.store, 1, pupilId, { number, amountCents: 100 });
    }
    expect(await found('77-1')).toEqual(['invoice: Factuur 77-1', 'invoice: Factuur 77-12', 'invoice: Factuur 77-123']);
  });
});
