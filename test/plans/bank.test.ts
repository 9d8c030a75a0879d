import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accept, bankOffice, type BankOffice, coda, importGiven, linesOf } from '#test/bank/banking.ts';
import { insert, type FamilyIds } from '#test/support/family.ts';

describe('money at the bank with the reference of a plan', () => {
  let office: BankOffice;
  let family: FamilyIds;
  beforeEach(async () => {
    office = await bankOffice();
    family = office.add({
      name: 'Gezin Abeel',
      payers: [{ firstName: 'An', lastName: 'Abeel' }],
      pupils: [
        {
          firstName: 'Noor',
          lastName: 'Abeel',
          invoices: [
            { number: '1001', amountCents: 80_00 },
            { number: '1002', amountCents: 40_00, dueDate: '2026-09-15' },
          ],
        },
      ],
    });
  });
  afterEach(() => office.close());

  const make = (change: object = {}) =>
    office.api.plans.make({
      requestKey: 'bank-plan',
      householdId: family.householdId,
      schoolId: office.schoolId,
      payerIds: [...family.payerIds],
      invoiceIds: [...family.invoiceIds],
      startsOn: '2026-11-20',
      count: 3,
      ...change,
    });
  const entries = () =>
    office.context.store.sql
      .prepare(
        'SELECT plan_id AS planId, payer_id AS payerId, third_party_payer_id AS thirdPartyPayerId FROM journal_entries',
      )
      .all();

  it('is booked by itself on the claims in the order of the plan, not of their due date (P-3)', async () => {
    const plan = await make();
    await importGiven(office, coda([{ amountCents: 90_00, reference: plan.structuredReference, name: 'ABEEL AN' }]));
    const [line] = await linesOf(office, 'booked');
    expect(line).toBeDefined();
    const page = await office.api.plans.page({ planId: plan.planId });
    expect(page.claims.map(({ openCents }) => openCents)).toEqual([0, 30_00]);
    expect(page.instalments.map(({ status, paidCents }) => [status, paidCents])).toEqual([
      ['paid', 40_00],
      ['paid', 40_00],
      ['partly', 10_00],
    ]);
    expect(entries()).toEqual([{ planId: plan.planId, payerId: family.payerIds[0], thirdPartyPayerId: null }]);
    expect(await office.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('is of the body that pays the plan, unless the payer is known to have paid', async () => {
    const thirdPartyPayerId = insert(office.context.store, 'third_party_payers', { name: 'OCMW Gent' });
    const plan = await make({ thirdPartyPayerId });
    const reference = plan.structuredReference;
    await importGiven(
      office,
      coda([
        { amountCents: 40_00, reference, name: 'STAD GENT SOCIALE DIENST' },
        { amountCents: 30_00, reference, name: 'ABEEL AN' },
      ]),
    );
    expect(await linesOf(office, 'open')).toEqual([]);
    expect(entries()).toMatchObject([{ thirdPartyPayerId }, { thirdPartyPayerId: null }]);
    const kinds = office.context.store.sql
      .prepare('SELECT kind FROM postings WHERE entry_id IS NOT NULL ORDER BY id')
      .pluck()
      .all();
    expect(kinds).toEqual(['receiptViaThirdParty', 'receipt']);
  });

  it('asks a person when more came than is open, and keeps the rest as credit', async () => {
    const plan = await make();
    await importGiven(office, coda([{ amountCents: 150_00, reference: plan.structuredReference, name: 'ABEEL AN' }]));
    const [line] = await linesOf(office, 'open');
    expect(line?.proposal).toMatchObject({ rule: 'planReference', confidence: 'likely', creditCents: 30_00 });
    await accept(office, line ? [line] : []);
    expect(await office.api.plans.page({ planId: plan.planId })).toMatchObject({ state: 'completed', balanceCents: 0 });
  });
});
