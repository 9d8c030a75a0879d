import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool } from '#test/support/family.ts';

let application: TestApplication;

beforeAll(async () => {
  application = await testApplication();
  const { store } = application.context;
  const schoolId = addSchool(store);
  addFamily(store, schoolId, {
    name: 'Gezin Populier',
    payers: [{ firstName: 'Ilse', lastName: 'Kastanje', email: 'ilse@voorbeeld.be', phone: '+32 475 12 34 56' }],
    pupils: [
      {
        firstName: 'Zoë',
        lastName: 'Populier',
        className: '3A',
        invoices: [{ number: 'A-1', amountCents: 1000, structuredReference: '202500123437' }],
      },
      { firstName: 'Jef', lastName: 'Linde', className: '1B', invoices: [{ number: 'B-1', amountCents: 2000 }] },
    ],
  });
  addFamily(store, schoolId, {
    name: 'Gezin Lariks',
    payers: [{ firstName: 'Karim', lastName: 'Lariks' }],
    pupils: [
      { firstName: 'Fien', lastName: 'Lariks', className: '3A', invoices: [{ number: 'C-1', amountCents: 3000 }] },
    ],
  });
});
afterAll(() => application.close());

const found = async (search: string): Promise<(string | null)[]> =>
  (await application.api.ledger.openItems({ filter: { search }, sort: { key: 'number', descending: false } })).rows.map(
    (row) => row.number,
  );

describe('searching in the list', () => {
  it.each([
    ['the child', 'zoe', ['A-1']],
    ['the household: all its children', 'populier', ['A-1', 'B-1']],
    ['a payer: all children of the household', 'kastanje', ['A-1', 'B-1']],
    ['the e-mail address', 'ilse@voorbeeld.be', ['A-1', 'B-1']],
    ['the phone number', '0475/12.34.56', ['A-1', 'B-1']],
    ['the structured reference', '+++202/5001/23437+++', ['A-1']],
    ['the invoice number', 'b-1', ['B-1']],
    ['the class', '3a', ['A-1', 'C-1']],
    ['a parent and a class together', 'ilse 3a', ['A-1']],
    ['a word that fits and one that does not', 'zoe lariks', []],
    ['nothing but punctuation: everything', '***', ['A-1', 'B-1', 'C-1']],
  ])('finds by %s', async (_, search, numbers) => {
    expect(await found(search)).toEqual(numbers);
  });

  it('finds nothing of the search before it', async () => {
    await found('zoe');
    expect(await found('fien')).toEqual(['C-1']);
  });
});
