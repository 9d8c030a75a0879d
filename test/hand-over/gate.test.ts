import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FamilyIds } from '#test/support/family.ts';
import { insert, post } from '#test/support/family.ts';
import { abeel, den, firstPayer, handOverOffice, type HandOverOffice, lawyer, termOver } from './office.ts';

let office: HandOverOffice;
let family: FamilyIds;

beforeEach(async () => {
  office = await handOverOffice();
  family = office.add(abeel);
});
afterEach(() => office.application.close());

const gate = (partnerId: number | null = office.partnerId, payerId = firstPayer(family)) =>
  office.api.handOver.gate({ payerId, schoolId: office.schoolId, partnerId });
const unmet = async (partnerId?: number | null) =>
  (await gate(partnerId)).checks.filter(({ met }) => !met).map(({ code }) => code);
const sentenceOf = async (code: string, partnerId?: number | null) =>
  (await gate(partnerId)).checks.find((check) => check.code === code)?.sentence;

/** The reminder was posted on 23 November; the third working day is the 26th, so the term lasts until 9 December. */
async function remindedAndOver(): Promise<void> {
  await office.remind();
  office.setClock(termOver);
}

describe('the gate before a hand-over (law.md 1.8)', () => {
  it('opens when the free reminder was sent, its term is over, and a lawyer has an agreement', async () => {
    await remindedAndOver();
    const { allowed, totalCents, invoices, checks } = await gate();
    expect(checks.filter(({ met }) => !met)).toEqual([]);
    expect(checks.map(({ code }) => code)).toEqual([
      'firstReminder',
      'termElapsed',
      'noHold',
      'notLimited',
      'partner',
      'agreement',
      'costsWithinCaps',
      'nothingPending',
      'somethingDue',
    ]);
    expect(allowed).toBe(true);
    expect(totalCents).toBe(160_00);
    expect(invoices).toMatchObject([
      { number: '2026-101', cents: 100_00, included: true, sentence: 'Gaat mee.' },
      { number: '2026-102', cents: 60_00, included: true },
    ]);
  });

  it('asks a collector for its registration, and exempts lawyers and bailiffs', async () => {
    await remindedAndOver();
    const saved = (kind: 'collector' | 'bailiff', registrationNumber: string | null) =>
      office.api.handOver.savePartner({ ...lawyer, name: 'Inning', kind, registrationNumber });
    const without = await saved('collector', null);
    expect(await unmet(without.partnerId)).toEqual(['partner']);
    expect(await sentenceOf('partner', without.partnerId)).toMatch(/FOD Economie: vul het nummer in/);
    await expect(
      office.api.handOver.make({
        payerId: firstPayer(family),
        schoolId: office.schoolId,
        partnerId: without.partnerId,
      }),
    ).rejects.toThrow(/Er is niets overgedragen.*FOD Economie/);
    expect(await unmet((await saved('collector', '301234')).partnerId)).toEqual([]);
    expect(await unmet((await saved('bailiff', null)).partnerId)).toEqual([]);
  });

  it('stays shut after a dispute of yesterday, with what to do', async () => {
    await remindedAndOver();
    office.setClock('2026-12-15');
    await office.api.holds.place({
      payerId: firstPayer(family),
      kind: 'dispute',
      reason: 'Betwist de opvang',
      fromDate: '2026-12-14',
    });
    expect(await unmet()).toEqual(['noHold', 'somethingDue']);
    expect(await sentenceOf('noHold')).toBe(
      'Alles is opgeschort (betwisting). Los eerst op waarom, of hef de opschorting op.',
    );
    await expect(
      office.api.handOver.make({ payerId: firstPayer(family), schoolId: office.schoolId, partnerId: office.partnerId }),
    ).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringMatching(/Alles is opgeschort/) });
  });

  it.each(['payer', 'household', 'school'] as const)('stays shut under a hold of the whole %s', async (scope) => {
    await remindedAndOver();
    const held = {
      payer: { payerId: firstPayer(family) },
      household: { householdId: family.householdId },
      school: { schoolId: office.schoolId },
    }[scope];
    await office.api.holds.place({ ...held, kind: 'other', reason: 'Even wachten' });
    expect((await gate()).allowed).toBe(false);
    expect(await unmet()).toContain('noHold');
  });

  it('is not shut by a hold on the other parent', async () => {
    await remindedAndOver();
    await office.api.holds.place({ payerId: family.payerIds[1] ?? 0, kind: 'dispute', reason: 'Andere ouder' });
    expect((await gate()).allowed).toBe(true);
  });

  it('leaves one disputed bill behind and lets the others go', async () => {
    await remindedAndOver();
    await office.api.holds.place({ invoiceIds: [family.invoiceIds[1] ?? 0], kind: 'dispute', reason: 'Niet geleverd' });
    const { allowed, totalCents, invoices, checks } = await gate();
    expect(allowed).toBe(true);
    expect(totalCents).toBe(100_00);
    expect(invoices[1]).toMatchObject({ included: false, sentence: 'Opgeschort: betwisting.' });
    expect(checks.find(({ code }) => code === 'noHold')).toEqual({
      code: 'noHold',
      met: true,
      sentence: 'Voor 1 van de 2 facturen geldt een opschorting; die blijft achter.',
      invoiceIds: [family.invoiceIds[1]],
    });
  });

  it('asks for the first reminder before anything else', async () => {
    office.setClock(termOver);
    expect(await unmet()).toEqual(['firstReminder', 'termElapsed', 'somethingDue']);
    expect(await sentenceOf('firstReminder')).toMatch(/Stuur ze eerst/);
  });

  it('waits for the last day of the term, and opens the day after it (1.3)', async () => {
    await office.remind();
    office.setClock('2026-12-09');
    expect(await unmet()).toEqual(['termElapsed', 'somethingDue']);
    expect(await sentenceOf('termElapsed')).toContain('loopt nog tot en met 09/12/2026');
    office.setClock('2026-12-10');
    expect((await gate()).allowed).toBe(true);
  });

  it('does not count a reminder that came back', async () => {
    await remindedAndOver();
    office.store.sql
      .exec(`INSERT INTO stage_events (school_id, run_id, payer_id, invoice_id, procedure_version_id, stage, channel,
      on_date, term_last_day, amount_cents, message_id, voids_id, void_reason, created_at)
      SELECT school_id, run_id, payer_id, invoice_id, procedure_version_id, stage, channel, on_date, term_last_day,
        amount_cents, message_id, id, 'De e-mail kwam terug.', created_at FROM stage_events`);
    expect(await unmet()).toContain('firstReminder');
  });

  it('does not count a reminder that went to somebody in the place of the payer', async () => {
    const bodyId = insert(office.store, 'third_party_payers', {
      name: 'OCMW Gent',
      street: 'Onderbergen 86',
      postal_code: '9000',
      city: 'Gent',
    });
    office.store.sql.prepare('UPDATE payers SET third_party_payer_id = ?').run(bodyId);
    await remindedAndOver();
    expect(office.store.sql.prepare('SELECT count(*) FROM stage_events').pluck().get()).toBe(4);
    expect(await unmet()).toContain('firstReminder');
  });

  it('leaves a bill behind that is limited (verjaard)', async () => {
    await remindedAndOver();
    office.setClock('2027-10-15');
    expect((await gate()).allowed).toBe(true);
    office.setClock('2027-10-16');
    const { allowed, invoices } = await gate();
    expect(allowed).toBe(false);
    expect(invoices[0]?.sentence).toBe('Verjaard sinds 16/10/2027.');
  });

  it('asks for a partner, and for an agreement whose day has come (7)', async () => {
    await remindedAndOver();
    expect(await unmet(null)).toEqual(['partner', 'agreement']);
    const none = await office.api.handOver.savePartner({ ...lawyer, name: 'Geen', agreementOn: null });
    expect(await unmet(none.partnerId)).toEqual(['agreement']);
    expect(none.problems).toEqual([expect.stringMatching(/verwerkersovereenkomst/)]);
    const later = await office.api.handOver.savePartner({ ...lawyer, name: 'Later', agreementOn: '2027-01-01' });
    expect(await unmet(later.partnerId)).toEqual(['agreement']);
  });

  it('waits for a message that is still to leave, and for a call that is still to be done', async () => {
    await remindedAndOver();
    const { schoolId } = office;
    const { householdId } = family;
    const task = await office.api.today.addTask({
      householdId,
      schoolId,
      payerId: firstPayer(family),
      kind: 'phone',
      dueDate: '2026-12-20',
    });
    expect(await unmet()).toEqual(['nothingPending']);
    await office.api.today.cancelTask({ taskId: task.taskId, reason: 'Niet nodig' });
    expect(await unmet()).toEqual([]);
    const { jobId } = await office.api.correspondence.send({
      selection: { grouping: 'household', keys: [householdId] },
      textId: office.textId('statementOfAccount'),
      requestKey: 'overzicht',
    });
    await office.api.jobs.wait({ jobId });
    expect(await unmet()).toEqual(['nothingPending']);
    expect(await sentenceOf('nothingPending')).toMatch(/wacht nog een eerder bericht/);
  });

  it('asks to settle a credit first, and says when nothing is due', async () => {
    await remindedAndOver();
    const credited = office.add({
      ...abeel,
      pupils: [{ firstName: 'Mies', lastName: 'Abeel', invoices: [{ number: '2026-301', amountCents: 5_00 }] }],
    });
    expect((await gate(office.partnerId, credited.payerIds[0])).checks).toContainEqual(
      expect.objectContaining({ code: 'firstReminder', met: false }),
    );
    post(office.store, family.invoiceIds[1] ?? 0, 'receipt', -70_00, '2026-12-01');
    expect(await unmet()).toEqual(['somethingDue']);
    expect(await sentenceOf('somethingDue')).toContain('€\u00a010,00 tegoed');
    post(office.store, family.invoiceIds[1] ?? 0, 'refund', 10_00, '2026-12-02');
    expect((await gate()).totalCents).toBe(100_00);
    post(office.store, family.invoiceIds[0] ?? 0, 'receipt', -100_00, '2026-12-03');
    const { checks, allowed } = await gate();
    expect(allowed).toBe(false);
    expect(checks[0]).toMatchObject({ code: 'somethingDue', met: false });
  });

  it('takes the share of a split payer only', async () => {
    const split = office.add(den);
    await remindedAndOver();
    expect((await gate(office.partnerId, split.payerIds[0])).totalCents).toBe(120_00);
    expect((await gate(office.partnerId, split.payerIds[1])).totalCents).toBe(80_00);
  });
});
