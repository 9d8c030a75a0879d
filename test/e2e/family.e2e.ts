import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { formatStructuredReference } from '#shared/bank/structured-reference.ts';
import { codaFile } from '#test/support/coda.ts';
import { readPdf } from '#test/support/pdf.ts';
import { accessibilityProblems, openScreen, type Screen, testDay } from './support/browser.ts';

// Two separated parents at two addresses, three children in two schools: one talk, one plan, and what becomes of it.

describe('one family, one plan', () => {
  let screen: Screen;
  let day: PlainDate = testDay;
  let householdId = 0;
  let planId = 0;
  let sequence = 400;
  let balanceCents = 1_000_000;

  const api = () => screen.application.api;
  const button = (name: string | RegExp) => screen.page.getByRole('button', { name, exact: true });
  const plan = () => api().plans.page({ planId });
  /** Stage of the reminder that a run of that day would propose for the parents of the plan, for a bill of the plan. */
  const reminded = async () => {
    const { claims, payers } = await plan();
    const ids = new Set(claims.map(({ invoiceId }) => invoiceId));
    const who = new Set(payers.map(({ payerId }) => payerId));
    const { proposals } = await api().dunning.preview({ asOf: day });
    return proposals.filter(
      ({ payerId, items }) => who.has(payerId) && items.some(({ invoiceId }) => ids.has(invoiceId)),
    ).length;
  };
  const goTo = async (date: PlainDate, path: string) => {
    day = date;
    await screen.open(path);
    await screen.page.reload();
  };

  beforeAll(async () => {
    screen = await openScreen({ clock: { today: () => day, now: () => `${day}T09:00:00.000Z` } });
    const hits = await api().dossier.search({ text: 'Vlier–Eik' });
    householdId = hits.find(({ kind }) => kind === 'household')?.householdId ?? 0;
  });
  afterAll(() => screen.close());

  it('begins with what is feasible, and ends in one amount a month over the bills of three children', async () => {
    const { page } = screen;
    const { payers, pupils } = await api().dossier.page({ householdId });
    expect(new Set(payers.map(({ street }) => street)).size).toBe(2);
    expect(pupils).toHaveLength(3);
    expect(new Set(pupils.map(({ schoolId }) => schoolId)).size).toBe(2);
    await screen.open(`/dossiers/${householdId}/plan`);
    await button('Wat is haalbaar?').click();
    const drawer = page.getByRole('dialog', { name: 'Wat is haalbaar?' });
    await drawer.getByLabel('Loon: bedrag').fill('300,00');
    await drawer.getByRole('button', { name: 'Dit bedrag gebruiken' }).click();
    await drawer.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel('Bedrag per maand').last().inputValue()).toBe('150,00');
    await page.getByLabel('Gezin ging akkoord op').fill('20/11/2026');
    await page.keyboard.press('Tab');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Het plan ligt als voorstel klaar/).waitFor();
    const { rows } = await api().plans.list({ householdId, text: '' });
    planId = rows[0]?.planId ?? 0;
    const { claims, isCombined } = await plan();
    expect(isCombined).toBe(true);
    expect(new Set(claims.map(({ schoolId }) => schoolId)).size).toBe(2);
    expect(new Set(claims.map(({ pupilName }) => pupilName)).size).toBe(3);
  });

  it('stands on one paper per parent: every instalment with its date, amount and reference, and not a word of the other address', async () => {
    const { payers, instalments, structuredReference, totalCents } = await plan();
    const { payers: people } = await api().dossier.page({ householdId });
    for (const { payerId } of payers) {
      const { contentBase64 } = await api().plans.document({ planId, payerId });
      const text = readPdf(Buffer.from(contentBase64, 'base64'))
        .pages.flatMap(({ texts }) => texts)
        .join(' ');
      expect(text.replaceAll(/\s/g, '')).toContain(
        formatStructuredReference(structuredReference).replaceAll(/\s/g, ''),
      );
      const other = people.find((one) => one.payerId !== payerId);
      expect(text).not.toContain(other?.street ?? 'x');
      expect(text).not.toContain(other?.email ?? 'x@x');
    }
    expect(instalments.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(totalCents);
  });

  it('signed, it lives: the clock begins again and nobody is reminded', async () => {
    const { page } = screen;
    await button('Getekend …').click();
    const dialog = page.getByRole('dialog', { name: 'Plan getekend' });
    const paper = { name: 'getekend.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nGetekend') };
    await dialog.locator('input[type=file]').setInputFiles(paper);
    await dialog.getByText('Nieuw bestand: getekend.pdf').waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Het plan loopt zoals afgesproken/).waitFor();
    const { state, claims } = await plan();
    expect(state).toBe('live');
    // A year from the signature; what is due later keeps its own, later day.
    const days = claims.map(({ limitedFrom }) => limitedFrom ?? '');
    expect(days.toSorted()[0]).toBe('2027-11-21');
    expect(days.length).toBeGreaterThan(3);
    expect(await reminded()).toBe(0);
  });

  it('the bank brings the first instalment, which is booked on the bills in their order', async () => {
    const { page } = screen;
    await goTo('2026-12-07', '/bank');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'december.cod', mimeType: '', buffer: await statement() });
    await page.getByRole('button', { name: '1 nieuwe lijn inlezen' }).click();
    await page.getByText(/is ingelezen/).waitFor();
    await expect.poll(async () => (await plan()).receivedCents).toBe(150_00);
    const { claims, instalments } = await plan();
    expect(instalments[0]).toMatchObject({ status: 'paid', paidCents: 150_00 });
    expect(claims.reduce((sum, { startCents, openCents }) => sum + startCents - openCents, 0)).toBe(150_00);
    expect(claims.at(-1)?.openCents).toBe(claims.at(-1)?.startCents);
  });

  it('a second one that does not come is first a soft signal, and a broken plan on the right day', async () => {
    const { page } = screen;
    const { instalments, toleranceDays } = await plan();
    expect([instalments[1]?.dueDate, toleranceDays]).toEqual(['2027-01-05', 5]);
    await goTo('2027-01-09', `/afbetaalplannen/${planId}`);
    await page.getByText(/^De schijf van 05\/01\/2027 is nog niet ontvangen/).waitFor();
    expect(await plan()).toMatchObject({ state: 'live', missedOn: '2027-01-05', breachesOn: '2027-01-10' });
    expect(await reminded()).toBe(0);
    await goTo('2027-01-10', '/vandaag');
    await page.getByRole('link', { name: /^Plan openen: Afbetaalplan niet gevolgd: .*Vlier–Eik/ }).click();
    await page.getByText(/150,00 minder ontvangen dan afgesproken/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await plan()).toMatchObject({ state: 'breached', breachedByCents: 150_00 });
    expect(await reminded()).toBeGreaterThan(0);
  });

  it('is alive again when the money comes after all', async () => {
    const { page } = screen;
    await goTo('2027-01-14', '/bank');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'januari.cod', mimeType: '', buffer: await statement() });
    await page.getByRole('button', { name: '1 nieuwe lijn inlezen' }).click();
    await page.getByText(/is ingelezen/).waitFor();
    await expect.poll(async () => (await plan()).receivedCents).toBe(300_00);
    await goTo('2027-01-14', `/afbetaalplannen/${planId}`);
    await page.getByText(/^Het plan loopt zoals afgesproken/).waitFor();
    expect(await plan()).toMatchObject({ state: 'live', breachedByCents: 0 });
    expect(await reminded()).toBe(0);
    expect(await api().ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('leaves nothing in the console', () => expect(screen.problems).toEqual([]));

  /** A statement of the account of the plan with one instalment, as the bank gives it. */
  async function statement(): Promise<Buffer> {
    const { schoolId, structuredReference, payers } = await plan();
    const account = (await api().bank.accounts()).find((one) => one.schoolId === schoolId);
    sequence += 1;
    const bytes = codaFile({
      statements: [
        {
          iban: account?.iban ?? '',
          sequence,
          openingCents: balanceCents,
          date: day,
          movements: [{ amountCents: 150_00, name: payers[0]?.name ?? '', reference: structuredReference }],
        },
      ],
    });
    balanceCents += 150_00;
    return Buffer.from(bytes);
  }
});
