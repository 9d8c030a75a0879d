import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatCents } from '#shared/money/cents.ts';
import type { LoanTerms } from '#shared/plans/shapes.ts';
import { testApplication, temporaryFolder, type TestApplication } from '#test/support/application.ts';
import { addFamily, addSchool, post } from '#test/support/family.ts';
import { readPaper } from './document-support.ts';
import { jointFamily, moveableClock, type MoveableClock, receive, request } from './support.ts';

let application: TestApplication;
let clock: MoveableClock;
let schoolId: number;
beforeEach(async () => {
  clock = moveableClock('2026-11-20');
  application = await testApplication('2026-11-20', temporaryFolder(), clock);
  schoolId = addSchool(application.context.store);
  const settings = { toleranceDays: 5, remindDaysBefore: null, proposedDays: 30, allowsInterest: true };
  await application.api.plans.saveSettings({ schoolId, settings, billingGroups: [] });
});
afterEach(() => application.close());

type Preview = Parameters<TestApplication['api']['plans']['previewDocument']>[0];

const preview = async (asked: Preview) =>
  readPaper((await application.api.plans.previewDocument(asked)).contentBase64).texts;
const paperOf = async (planId: number, payerId: number) =>
  readPaper((await application.api.plans.document({ planId, payerId })).contentBase64).texts;

/** What it says, without the reference and codes (a plan gets them when it is kept) and what stands on every page. */
function said(texts: readonly string[]): string {
  const perPage =
    /^(Vragen\?|Gespreid betalen|Pagina |Wanneer u betaalt \(vervolg\)|Basisschool De Wilg$|\d+ \w+ 2026$)/;
  return texts
    .filter((text) => !perPage.test(text))
    .join(' ')
    .replaceAll(/(\+\+\+[\d/]+\+\+\+|krijgt u zodra het plan bewaard is|Hier komt de code) /g, '');
}

describe('the preview of a paper', () => {
  const linear: LoanTerms = { method: 'linear', monthlyPercent: 0.62, order: 'interestFirst' };
  const annuity: LoanTerms = { method: 'annuity', yearlyPercent: 3, order: 'principalFirst' };

  it.each([
    ['of a plan without interest', null],
    ['of a linear loan', linear],
    ['of an annuity that pays principal first', annuity],
  ])('%s is what is made: bills, interest, instalments and total', async (_what, interest) => {
    const family = jointFamily(application, schoolId, [1200_00, 800_00]);
    const [anId = 0] = family.payerIds;
    const asked = { ...request(family, schoolId), count: 12, dayOfMonth: 5, interest };
    const before = await preview({ ...asked, payerId: anId });
    const plan = await application.api.plans.make(asked);
    const after = await paperOf(plan.planId, anId);
    expect(said(before)).toBe(said(after));

    const words = after.join(' ');
    for (const { amountCents } of plan.instalments) expect(words).toContain(spaced(amountCents));
    expect(words).toContain(`Ik erken dat ik ${spaced(plan.totalCents)} nog moet betalen`);
    // The bills stand there as the family knows them; the interest is named apart.
    for (const cents of [1200_00, 800_00]) expect(words).toContain(spaced(cents));
    const interestCents = plan.totalCents - 2000_00;
    expect(interestCents > 0).toBe(interest !== null);
    const named = `${spaced(interestCents)} in totaal. Er komen geen andere kosten bij.`;
    expect(words).toContain(interest === null ? 'Er komen geen kosten en geen interest bij.' : named);
    expect(after.includes('Samen, met de afgesproken interest')).toBe(interest !== null);
  });

  it('of a loan is refused for what the loan itself is refused for', async () => {
    const apart = addFamily(application.context.store, schoolId, {
      name: 'Gezin Samen',
      payers: [
        { firstName: 'Els', lastName: 'Samen' },
        { firstName: 'Jo', lastName: 'Samen' },
      ],
      pupils: [{ firstName: 'Lou', lastName: 'Samen', invoices: [{ number: 'S-1', amountCents: 90_00 }] }],
    });
    const [elsId = 0] = apart.payerIds;
    const asked = { ...request(apart, schoolId), payerIds: [elsId], payerId: elsId, interest: linear };
    await expect(preview({ ...asked, count: 3 })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'interest' },
    });
    await expect(preview({ ...asked, monthlyCents: 30_00 })).rejects.toMatchObject({ data: { field: 'count' } });
  });

  it('of a change is what the changed plan says', async () => {
    const { api } = application;
    const family = jointFamily(application, schoolId, [100_00, 115_00]);
    const [anId = 0] = family.payerIds;
    const { planId } = await api.plans.make({ ...request(family, schoolId), count: 6 });
    clock.setDate('2026-12-03');
    const [paidId = 0, invoiceId = 0] = family.invoiceIds;
    post(application.context.store, paidId, 'receipt', -100_00, '2026-12-03');
    const terms = { invoiceIds: [invoiceId], startsOn: '2027-01-10', count: 4, note: 'Belt als het niet lukt.' };
    const { householdId, payerIds } = family;
    const before = await preview({ ...terms, planId, householdId, schoolId, payerIds: [...payerIds], payerId: anId });
    await api.plans.change({ ...terms, planId, reason: 'Minder loon' });
    const after = await paperOf(planId, anId);
    expect(said(before)).toBe(said(after));
    expect(after.join(' ')).toContain('U betaalt € 115,00 in 4 schijven');
    // What is paid is no part of what is agreed now.
    expect(after.join(' ')).not.toContain('Peeters-1');
  });
});

describe('the paper of a loan that pauses', () => {
  it('still says which interest was agreed', async () => {
    const { api } = application;
    const family = jointFamily(application, schoolId, [1200_00]);
    const [anId = 0] = family.payerIds;
    const interest: LoanTerms = { method: 'linear', monthlyPercent: 0.62, order: 'interestFirst' };
    const plan = await api.plans.make({ ...request(family, schoolId), count: 12, interest });
    await receive(application, family, plan.instalments[0]?.amountCents ?? 0);
    await api.plans.pause({ planId: plan.planId, months: 1, reason: 'Even geen werk' });
    const words = (await paperOf(plan.planId, anId)).join(' ');
    expect(words).toContain(`0,62 % per maand: ${spaced(plan.totalCents - 1200_00)} in totaal`);
    expect(words).toContain(`Ik erken dat ik ${spaced(plan.totalCents - (plan.instalments[0]?.amountCents ?? 0))} nog`);
  });
});

describe('what was agreed in words', () => {
  it('stands on the paper of each payer in a section of its own, as it was typed', async () => {
    const family = jointFamily(application, schoolId, [80_00]);
    const [anId = 0, bartId = 0] = family.payerIds;
    const note = 'In juli en augustus wordt er niet betaald.\nBelt als het niet lukt.';
    const { planId } = await application.api.plans.make({ ...request(family, schoolId), count: 2, note });
    application.context.store.sql.prepare("UPDATE payers SET language = 'fr' WHERE id = ?").run(bartId);
    const ofAn = await paperOf(planId, anId);
    expect(ofAn).toContain('Wat we nog afspraken');
    expect(ofAn).toEqual(
      expect.arrayContaining(['In juli en augustus wordt er niet betaald.', 'Belt als het niet lukt.']),
    );
    expect(ofAn.indexOf('Wat we nog afspraken')).toBeLessThan(ofAn.indexOf('Goed om te weten'));
    const ofBart = await paperOf(planId, bartId);
    expect(ofBart).toEqual(expect.arrayContaining(['Ce que nous avons encore convenu', 'Belt als het niet lukt.']));
  });

  it('is no section when nothing was', async () => {
    const family = jointFamily(application, schoolId, [80_00]);
    const { planId } = await application.api.plans.make({ ...request(family, schoolId), count: 2 });
    expect(await paperOf(planId, family.payerIds[0] ?? 0)).not.toContain('Wat we nog afspraken');
  });
});

/** As it is read from the paper. */
function spaced(cents: number): string {
  return formatCents(cents).replaceAll('\u00a0', ' ');
}
