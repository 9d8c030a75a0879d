import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCents } from '#shared/money/cents.ts';
import { writeOffCommand } from '#main/ledger/write-off.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addInvoice, addSchool, type FamilyIds } from '#test/support/family.ts';
import { addAbeel, addHalves, askFrom, balanceOf, movementsOf, receiveFrom, refusalOf } from './money-support.ts';

let application: TestApplication;
let schoolId: number;
let abeel: FamilyIds;
let invoiceId: number;

beforeEach(async () => {
  application = await testApplication();
  const { store } = application.context;
  schoolId = addSchool(store);
  abeel = addAbeel(store, schoolId);
  invoiceId = addInvoice(store, schoolId, abeel.pupilIds[0] ?? 0, { number: '2026-1', amountCents: 1500_00 });
});
afterEach(() => application.close());

const balance = (id = invoiceId): number => balanceOf(application.context.store, id);
const activeHolds = (): number =>
  application.context.store.sql.prepare('SELECT count(*) FROM holds WHERE lifted_at IS NULL').pluck().get() as number;

function writeOff(amountCents: number, id = invoiceId) {
  return application.api.ledger.writeOff({
    items: [{ invoiceId: id, amountCents }],
    ground: 'uncollectable',
    reason: 'onvindbaar',
  });
}

describe('a write-off', () => {
  it('P-6: of 500,00 on 1.500,00 leaves 1.000,00 open, written off and not paid', async () => {
    await writeOff(500_00);
    expect(balance()).toBe(1000_00);
    expect(movementsOf(application.context.store, 'writeOff')).toEqual([
      { invoiceId, kind: 'writeOff', amountCents: -500_00, payerId: null, householdId: abeel.householdId },
    ]);
    const page = await application.api.ledger.invoice({ invoiceId });
    expect(page).toMatchObject({ openCents: 1000_00, writtenOffCents: 500_00, paidCents: 0, remittedCents: 0 });
  });

  it('keeps why it was given up, as a fact and in words', async () => {
    await writeOff(500_00);
    const entry = application.context.store.sql
      .prepare("SELECT ground, description, reason FROM journal_entries WHERE kind = 'writeOff'")
      .get();
    expect(entry).toEqual({
      ground: 'uncollectable',
      description: 'Buiten invordering: oninbaar',
      reason: 'onvindbaar',
    });
  });

  it('never takes more than is open', async () => {
    const refusal = await refusalOf(writeOff(1500_01));
    expect(refusal).toMatchObject({ code: 'REFUSED', field: 'items.0.amountCents' });
    expect(refusal.sentence).toContain('€ 1.500,00');
    expect(refusal.sentence).toContain('€ 1.500,01');
    expect(balance()).toBe(1500_00);
  });

  it('lifts the hold of an invoice on which nothing is left, and leaves it on one that stays open', async () => {
    const other = addInvoice(application.context.store, schoolId, abeel.pupilIds[0] ?? 0, {
      number: '2026-2',
      amountCents: 80_00,
    });
    await application.api.holds.place({ invoiceIds: [invoiceId, other], reason: 'betwisting' });
    await application.api.ledger.writeOff({
      items: [
        { invoiceId, amountCents: 1500_00 },
        { invoiceId: other, amountCents: 30_00 },
      ],
      ground: 'limited',
      reason: 'verjaard',
    });
    expect([balance(), balance(other), activeHolds()]).toEqual([0, 50_00, 1]);
  });

  it('waits for a second person from the amount of the school on, and changes nothing meanwhile', async () => {
    askFrom(application.context.store, schoolId, 'writeOff', 100_00);
    await application.api.holds.place({ invoiceIds: [invoiceId], reason: 'betwisting' });
    expect((await writeOff(1500_00)).outcome).toBe('waiting');
    expect([balance(), activeHolds()]).toEqual([1500_00, 1]);
    expect((await writeOff(99_99)).outcome).toBe('booked');
  });

  it('shows what it will change, without names of people', async () => {
    await application.api.holds.place({ invoiceIds: [invoiceId], reason: 'betwisting' });
    const plan = writeOffCommand.plan(application.context, {
      items: [{ invoiceId, amountCents: 1500_00 }],
      ground: 'tooSmall',
      reason: 'x',
    });
    expect(plan.summary).toBe(`${formatCents(1500_00)} buiten invordering op 2026-1`);
    expect(plan.difference).toEqual([
      { label: 'Openstaand op 2026-1', before: formatCents(1500_00), after: formatCents(0) },
      { label: 'Niet verwerken', before: '1', after: 'opgeheven' },
      { label: 'Grond', before: '', after: 'te klein om te vorderen' },
    ]);
    expect(plan.householdId).toBe(abeel.householdId);
  });

  it('refuses an invoice that is named twice, and invoices of two schools', async () => {
    const { store } = application.context;
    const twice = application.api.ledger.writeOff({
      items: [
        { invoiceId, amountCents: 100 },
        { invoiceId, amountCents: 100 },
      ],
      ground: 'other',
      reason: 'x',
    });
    expect(await refusalOf(twice)).toMatchObject({ code: 'INVALID', field: 'items.1.invoiceId' });
    const otherSchoolId = addSchool(store, 'Basisschool De Es');
    const other = addFamily(store, otherSchoolId, {
      name: 'Den',
      pupils: [{ firstName: 'Sam', lastName: 'Den', invoices: [{ number: '2026-7', amountCents: 10_00 }] }],
    });
    const mixed = application.api.ledger.writeOff({
      items: [
        { invoiceId, amountCents: 100 },
        { invoiceId: other.invoiceIds[0] ?? 0, amountCents: 100 },
      ],
      ground: 'other',
      reason: 'x',
    });
    expect((await refusalOf(mixed)).sentence).toContain('verschillende scholen');
    expect(balance()).toBe(1500_00);
  });

  it('of shares lowers the shares that are open, never the one that was paid', async () => {
    const { store } = application.context;
    const { invoiceId: shared, father, mother } = addHalves(store, schoolId);
    receiveFrom(store, shared, father, 120_00);
    await writeOff(70_00, shared);
    expect(movementsOf(store, 'writeOff')).toMatchObject([{ payerId: mother, amountCents: -70_00 }]);
    const page = await application.api.ledger.invoice({ invoiceId: shared });
    expect(page.owed.map(({ payerId, openCents }) => [payerId, openCents])).toEqual([
      [father, 0],
      [mother, 50_00],
    ]);
  });
});

describe('a remission', () => {
  it('gives a part away by the social fund, shown apart from what was paid', async () => {
    await application.api.ledger.remit({
      items: [{ invoiceId, amountCents: 300_00 }],
      source: 'socialFund',
      reason: 'toegekend op 12/11',
    });
    expect(await application.api.ledger.invoice({ invoiceId })).toMatchObject({
      openCents: 1200_00,
      remittedCents: 300_00,
      writtenOffCents: 0,
      paidCents: 0,
    });
    expect(
      application.context.store.sql
        .prepare("SELECT source FROM journal_entries WHERE kind = 'remission'")
        .pluck()
        .get(),
    ).toBe('socialFund');
  });

  it('never gives away more than is open', async () => {
    const items = [{ invoiceId, amountCents: 1500_01 }];
    const remitting = application.api.ledger.remit({ items, source: 'decision', reason: 'x' });
    expect((await refusalOf(remitting)).code).toBe('REFUSED');
    expect(balance()).toBe(1500_00);
  });
});
