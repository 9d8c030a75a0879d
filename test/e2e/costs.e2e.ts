import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chargeCosts } from '#main/costs/charge-costs.ts';
import { addSentStage } from '#test/support/stage-event.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

/** Costs are off until the clause of the school rules is filled in, and can be given up one by one. */
describe('costs beside a bill', () => {
  let screen: Screen;
  let schoolId = 0;

  beforeAll(async () => {
    screen = await openScreen();
    const [school] = await screen.application.api.schools.list();
    schoolId = school?.id ?? 0;
  });
  afterAll(() => screen.close());

  it('says where to switch them on when nothing was asked', async () => {
    const { page } = screen;
    await screen.open('/herinneringen?tab=costs');
    await page.getByText('Er zijn geen kosten gevraagd').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Naar de instellingen' }).click();
    await page.getByText('Standaard staat alles uit').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('refuses a clause above the cap of the law and keeps what was typed', async () => {
    const { page } = screen;
    await page.getByRole('checkbox', { name: /De school vraagt kosten/ }).click();
    await page.getByLabel('Clausule, zoals ze in het schoolreglement staat').fill('Na een gratis herinnering …');
    await page.getByLabel('Artikel').fill('Schoolreglement, art. 12');
    await page.getByLabel('Meegedeeld op').fill('05/01/2026');
    await page.keyboard.press('Tab');
    await page.getByRole('radio', { name: /Een schadevergoeding/ }).click();
    const minimum = page.getByLabel('Minimum');
    await minimum.fill('25,00');
    await minimum.press('Tab');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText(/Zo een clausule is nietig/).waitFor();
    expect(await minimum.inputValue()).toBe('25,00');
    await minimum.fill('20,00');
    await minimum.press('Tab');
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('De instellingen van de kosten zijn bewaard.').waitFor();
  });

  it('gives a cost up with a reason', async () => {
    const { page, application } = screen;
    const { context, api } = application;
    const { rows } = await api.ledger.openItems({
      filter: { schoolId, credit: false, minOverdueDays: 30, maxOverdueDays: 120 },
      limit: 1,
    });
    const [bill] = rows;
    const household = await api.dossier.page({ householdId: bill?.householdId ?? 0 });
    const payerId = household.payers[0]?.payerId ?? 0;
    const [invoiceId, amountCents] = [bill?.invoiceId ?? 0, bill?.openCents ?? 0];
    const who = { schoolId, householdId: household.householdId, payerId };
    const runId = addSentStage(context.store, { ...who, invoiceIds: [invoiceId], announcedCents: 20_00 });
    const asked = { ...who, runId, stage: 2, kind: 'lumpSum', channel: 'email' } as const;
    context.store.transaction(() => chargeCosts(context, { ...asked, items: [{ invoiceId, amountCents }] }));
    await screen.open('/herinneringen?tab=costs');
    await page.reload();
    const table = page.getByRole('table', { name: 'Kosten en rente' });
    await table.getByText('openstaand', { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'K-1 kwijtschelden' }).press('Enter');
    await page.getByLabel('Waarom?').fill('Na gesprek');
    await page.keyboard.press('Control+Enter');
    await page.getByText('K-1 is kwijtgescholden.').waitFor();
    await table.getByText('kwijtgescholden', { exact: true }).waitFor();
    // The clause above the cap was refused, as the browser tells.
    expect(screen.problems.filter((problem) => !problem.includes('403'))).toEqual([]);
  });
});
