import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addSchool, type FamilyIds, insert } from '#test/support/family.ts';
import { addBeuk } from './booking.ts';

let application: TestApplication;
let api: TestApplication['api'];
let family: FamilyIds;

beforeAll(async () => {
  application = await testApplication('2026-11-20');
  ({ api } = application);
  const schoolId = addSchool(application.context.store);
  family = addBeuk(application, schoolId, [10_000, 3000, -500], [6000, 4000]);
  insert(application.context.store, 'payer_references', {
    structured_reference: makeStructuredReference('9000001001'),
    school_id: schoolId,
    payer_id: family.payerIds[1] ?? 0,
  });
});
afterAll(() => application.close());

describe('where money would go', () => {
  it('of claims that are given, without a store: the oldest, then pro rata (acceptance)', async () => {
    const before = application.context.store.sql.prepare('SELECT count(*) FROM postings').pluck().get();
    const claims = [
      { invoiceId: 1, openCents: 4500, dueDate: '2026-09-15' },
      { invoiceId: 2, openCents: 6000, dueDate: '2026-10-15' },
      { invoiceId: 3, openCents: 6000, dueDate: '2026-10-15' },
    ];
    expect(await api.ledger.allocate({ amountCents: 10_500, claims })).toEqual({
      allocations: [
        { invoiceId: 1, amountCents: 4500, openAfterCents: 0, rule: 'dueDate' },
        { invoiceId: 2, amountCents: 3000, openAfterCents: 3000, rule: 'proRata' },
        { invoiceId: 3, amountCents: 3000, openAfterCents: 3000, rule: 'proRata' },
      ],
      creditCents: 0,
      skipped: [],
    });
    expect(application.context.store.sql.prepare('SELECT count(*) FROM postings').pluck().get()).toBe(before);
  });

  it('of a reference however it is written: what is named and the rest to credit (acceptance)', async () => {
    const claims = [
      { invoiceId: 1, openCents: 18_000, dueDate: '2026-10-15', structuredReference: '123456789002' },
      { invoiceId: 2, openCents: 5000, dueDate: '2026-09-15' },
    ];
    expect(
      await api.ledger.allocate({ amountCents: 20_000, structuredReference: '+++123/4567/89002+++', claims }),
    ).toMatchObject({
      allocations: [{ invoiceId: 1, amountCents: 18_000, rule: 'reference' }],
      creditCents: 2000,
      skipped: [{ invoiceId: 2, sentence: 'De betaler noemde iets anders.' }],
    });
    expect(
      await api.ledger.allocate({ amountCents: 5000, structuredReference: '+++010/8068/17183+++', claims }),
    ).toMatchObject({
      allocations: [{ invoiceId: 2, rule: 'dueDate' }],
    });
  });

  it('of a payer as it stands: up to the own share, and never to a credit', async () => {
    const [first, second, credit] = family.invoiceIds;
    const [, father = 0] = family.payerIds;
    expect(await api.ledger.allocate({ amountCents: 10_000, payerId: father })).toEqual({
      allocations: [
        { invoiceId: first, amountCents: 4000, openAfterCents: 6000, rule: 'dueDate' },
        { invoiceId: second, amountCents: 1200, openAfterCents: 1800, rule: 'dueDate' },
      ],
      creditCents: 4800,
      skipped: [{ invoiceId: credit, sentence: 'Dit is zelf een tegoed.' }],
    });
  });

  it('of a payer’s own reference: all invoices of that payer, without saying who', async () => {
    expect(
      await api.ledger.allocate({ amountCents: 4100, structuredReference: makeStructuredReference('9000001001') }),
    ).toMatchObject({
      allocations: [
        { invoiceId: family.invoiceIds[0], amountCents: 4000, rule: 'reference' },
        { invoiceId: family.invoiceIds[1], amountCents: 100, rule: 'reference' },
      ],
    });
  });

  it('asks for something to divide it over', async () => {
    await expect(api.ledger.allocate({ amountCents: 100 })).rejects.toMatchObject({ code: 'INVALID' });
    const claims = [1, 1].map((invoiceId) => ({ invoiceId, openCents: 100, dueDate: '2026-10-15' }));
    await expect(api.ledger.allocate({ amountCents: 100, claims })).rejects.toMatchObject({
      data: { field: 'claims' },
    });
  });
});
