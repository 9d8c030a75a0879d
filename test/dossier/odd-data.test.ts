import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds } from '#test/support/family.ts';

// What an older export or another hand left in the data must never keep a dossier shut.

let application: TestApplication;
let family: FamilyIds;
beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  family = addFamily(store, addSchool(store), {
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Sofie', lastName: 'Abeel' }],
    pupils: [{ firstName: 'Noor', lastName: 'Abeel', invoices: [{ number: 'F-1', amountCents: 100 }] }],
  });
});
afterEach(() => application.close());

describe('a payer with data that a form would refuse', () => {
  it.each([
    ['two addresses in one cell', 'email', 'sofie@voorbeeld.example; jan@voorbeeld.example'],
    ['no address at all', 'email', 'geen'],
    ['no last name', 'last_name', ''],
    ['a long telephone number', 'phone', '0'.repeat(60)],
    ['a long street', 'street', 'x'.repeat(300)],
    ['a country in full', 'country', 'België'],
    ['a long first name', 'first_name', 'x'.repeat(300)],
  ])('is shown: %s', async (_what, column, value) => {
    const { sql } = application.context.store;
    sql.prepare(`UPDATE payers SET ${column} = ? WHERE id = ?`).run(value, family.payerIds[0]);
    const page = await application.api.dossier.page({ householdId: family.householdId });
    expect(page.payers).toHaveLength(1);
    expect(Object.values(page.payers[0] ?? {})).toContain(value);
  });
});

describe('a school with data that a form would refuse', () => {
  it.each([
    ['a short term', 'payment_term_days', 7],
    ['a wrong account number', 'iban', 'BE00'],
    ['an odd KBO number', 'enterprise_number', '123'],
  ])('is listed: %s', async (_what, column, value) => {
    application.context.store.sql.prepare(`UPDATE schools SET ${column} = ?`).run(value);
    expect(Object.values((await application.api.schools.list())[0] ?? {})).toContain(value);
  });
});

describe('a body with data that a form would refuse', () => {
  it('is listed', async () => {
    application.context.store.sql
      .prepare("INSERT INTO third_party_payers (name, email, country, phone) VALUES ('', 'geen', 'België', ?)")
      .run('0'.repeat(60));
    expect(await application.api.people.thirdPartyPayers()).toMatchObject([{ email: 'geen', country: 'België' }]);
  });
});
