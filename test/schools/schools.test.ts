import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SchoolDetails } from '#shared/schools/contract.ts';
import { ensureBillingGroup, ensureSite } from '#main/schools/queries.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

const wilg: SchoolDetails = {
  name: 'Basisschool De Wilg',
  boardName: 'Scholengroep De Boomgaard',
  level: 'primary',
  enterpriseNumber: '0000000196',
  iban: 'be49 9990 0000 0171',
  bic: '',
  accountHolder: 'De Wilg vzw',
  street: 'Voorbeeldlaan 1',
  postalCode: '9999',
  city: 'Wilgenbeke',
  phone: '',
  email: null,
  contactName: 'Martine Voorbeeld',
  contactPhone: '09 000 10 01',
  contactEmail: 'rekeningen@voorbeeld.example',
  paymentTermDays: 14,
  addressWindow: 'right',
};
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const jpeg = Buffer.from('ffd8ffe000104a464946', 'hex');

let application: TestApplication;
beforeEach(async () => {
  application = await testApplication();
});
afterEach(() => application.close());

function auditedCommands(): unknown[] {
  return application.context.store.sql.prepare('SELECT command FROM audit_entries ORDER BY id').pluck().all();
}

describe('a school', () => {
  test('is kept with its account number and KBO number in one spelling, and empty fields as nothing', async () => {
    const school = await application.api.schools.create(wilg);
    expect(school).toMatchObject({
      name: 'Basisschool De Wilg',
      iban: 'BE49999000000171',
      enterpriseNumber: '0000.000.196',
      bic: null,
      phone: null,
      logo: null,
      sites: [],
      billingGroups: [],
    });
    expect(await application.api.schools.list()).toEqual([school]);
    expect(auditedCommands()).toEqual(['schools.create']);
  });

  test('can change, and the trail keeps the old account number beside the new one', async () => {
    const { id } = await application.api.schools.create(wilg);
    const changed = await application.api.schools.update({
      schoolId: id,
      details: { ...wilg, iban: 'BE38999000000272', paymentTermDays: 30 },
    });
    expect(changed).toMatchObject({ iban: 'BE38999000000272', paymentTermDays: 30 });
    const [line] = (await application.api.audit.list({ command: 'schools.update' })).entries;
    expect(line?.changes).toEqual([
      { field: 'rekeningnummer', before: 'BE49999000000171', after: 'BE38999000000272' },
      { field: 'betaaltermijn in dagen', before: '14', after: '30' },
    ]);
  });

  test.each([
    ['iban', { ...wilg, iban: 'BE49999000000172' }],
    ['enterpriseNumber', { ...wilg, enterpriseNumber: '12345' }],
    ['name', { ...wilg, name: '  ' }],
    ['contactEmail', { ...wilg, contactEmail: 'martine' }],
    ['paymentTermDays', { ...wilg, paymentTermDays: 0 }],
    ['accountHolder', { ...wilg, accountHolder: 'x'.repeat(71) }],
  ])('is refused with the field that is wrong: %s', async (field, details) => {
    await expect(application.api.schools.create(details)).rejects.toMatchObject({ code: 'INVALID', data: { field } });
    expect(await application.api.schools.list()).toEqual([]);
  });

  test('needs a name of its own', async () => {
    await application.api.schools.create(wilg);
    await expect(application.api.schools.create({ ...wilg, name: 'basisschool de wilg' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { field: 'name' },
    });
    expect(await application.api.schools.list()).toHaveLength(1);
  });

  test('that does not exist is not found', async () => {
    await expect(application.api.schools.update({ schoolId: 99, details: wilg })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(application.api.schools.setLogo({ schoolId: 99, contentBase64: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a logo', () => {
  test('is kept as what its first bytes say it is, shown as a data: address, and can be removed', async () => {
    const { id: schoolId } = await application.api.schools.create(wilg);
    const set = (bytes: Buffer): ReturnType<typeof application.api.schools.setLogo> =>
      application.api.schools.setLogo({ schoolId, contentBase64: bytes.toString('base64') });
    expect((await set(png)).logo).toBe(`data:image/png;base64,${png.toString('base64')}`);
    expect((await set(jpeg)).logo).toBe(`data:image/jpeg;base64,${jpeg.toString('base64')}`);
    expect((await application.api.schools.setLogo({ schoolId, contentBase64: null })).logo).toBeNull();
  });

  test.each([
    ['a script that calls itself an image', Buffer.from('<svg onload="alert(1)"/>')],
    ['an empty file', Buffer.alloc(0)],
    ['more than 1 MB', Buffer.concat([png, Buffer.alloc(1_000_001)])],
  ])('is refused when it is %s, and the one before stays', async (_, bytes) => {
    const { id: schoolId } = await application.api.schools.create(wilg);
    const { logo } = await application.api.schools.setLogo({ schoolId, contentBase64: png.toString('base64') });
    await expect(
      application.api.schools.setLogo({ schoolId, contentBase64: bytes.toString('base64') }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'contentBase64' } });
    expect((await application.api.schools.list())[0]?.logo).toBe(logo);
  });
});

describe('sites and billing groups', () => {
  test('are made on first use and found again whatever the capitals and spaces', async () => {
    const { store } = application.context;
    const { id } = await application.api.schools.create(wilg);
    const opvang = ensureBillingGroup(store, id, 'Opvang');
    expect(ensureBillingGroup(store, id, '  opvang ')).toBe(opvang);
    expect(ensureBillingGroup(store, id, 'Één')).toBe(ensureBillingGroup(store, id, 'één'));
    const site = ensureSite(store, id, 'Kerkpad');
    expect(ensureSite(store, id, 'KERKPAD')).toBe(site);
    expect((await application.api.schools.list())[0]).toMatchObject({
      sites: [{ id: site, name: 'Kerkpad' }],
      billingGroups: [{ id: opvang, name: 'Opvang' }, { name: 'Één' }],
    });
  });

  test('of another school are others', async () => {
    const { store } = application.context;
    const first = await application.api.schools.create(wilg);
    const second = await application.api.schools.create({ ...wilg, name: 'Middenschool De Linde', level: 'secondary' });
    expect(ensureBillingGroup(store, first.id, 'opvang')).not.toBe(ensureBillingGroup(store, second.id, 'opvang'));
  });
});
