import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RadarRow } from '#shared/limitation/contract.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

describe('Herinneringen, Verjaring', () => {
  let screen: Screen;
  /** The most urgent bill of the demo school of which everybody owes the whole. */
  let urgent: RadarRow;

  beforeAll(async () => {
    screen = await openScreen();
    const { api } = screen.application;
    for (const row of (await api.limitation.radar({ band: 'days30' })).rows) {
      const { owed } = await api.ledger.invoice({ invoiceId: row.invoiceId });
      if (owed.length > 0 && owed.every(({ kind }) => kind === 'joint')) {
        urgent = row;
        break;
      }
    }
    await toRadar();
  });
  afterAll(() => screen.close());

  async function toRadar(band = 'days30'): Promise<void> {
    await screen.open(`/herinneringen?tab=limitation&band=${band}`);
    await screen.page.getByRole('grid', { name: 'Facturen die verjaren' }).waitFor();
  }
  const rows = () => screen.page.getByRole('grid', { name: 'Facturen die verjaren' }).getByRole('row');
  const paper = { name: 'erkenning.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nOndertekend') };

  it('counts the bills per band, the most urgent first, with both clocks beside each other', async () => {
    const { page, application } = screen;
    const { counts } = await application.api.limitation.radar({});
    await page.getByRole('radio', { name: `Tot 30 dagen (${counts.days30})` }).waitFor({ state: 'attached' });
    await expect.poll(() => rows().nth(1).innerText()).toMatch(/dagen voorbij[\s\S]*nog \d+ dagen/);
    await page.getByText('Vraag juridisch advies bij twijfel.').first().waitFor();
    await page.getByText(/Cass\. 28\/06\/2018/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('the keyboard goes through the list, opens a bill, and hears what may still be done', async () => {
    const { page } = screen;
    await tabTo(page, '[role=grid]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: /^Factuur / });
    await panel.getByText('Een gesprek of herinnering stuit de verjaring niet.').waitFor();
    expect(await panel.getByRole('listitem').count()).toBe(6);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('keeps an acknowledgement with its paper on the page of the bill, and shows why it counts', async () => {
    const { page } = screen;
    await screen.open(`/facturen/${urgent.invoiceId}`);
    const card = page.getByRole('region', { name: 'Verjaring' });
    await card.getByText('Wettelijke klok').waitFor();
    await card.getByRole('button', { name: 'Stuiting vastleggen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Stuiting vastleggen' });
    await dialog.getByText(/Een belofte aan de telefoon telt niet/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    await dialog.getByText('Voeg het bewijs toe: zonder bewijs telt het niet.').waitFor();
    await dialog.getByLabel('Op welke dag?').fill('16/11/2026');
    await dialog.locator('input[type=file]').setInputFiles(paper);
    await dialog.getByText('Nieuw bestand: erkenning.pdf').waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('De stuiting is vastgelegd voor 1 factuur.').waitFor();
    await card.getByText('Telt: de termijn loopt opnieuw, tot en met 16/11/2027.').waitFor();
    await card.getByText(/misschien tot en met 16\/11\/2036/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('opens the proof, takes the act back and brings it back', async () => {
    const { page } = screen;
    const card = page.getByRole('region', { name: 'Verjaring' });
    await card.getByRole('button', { name: /^Terugnemen: Schulderkenning/ }).click();
    await page.getByText('De stuiting is teruggenomen.').waitFor();
    await card.getByText('Telt: de termijn loopt opnieuw').waitFor({ state: 'detached' });
    // The notice before it is on its way out.
    await page.getByText('De stuiting is vastgelegd voor 1 factuur.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await card.getByText('Telt: de termijn loopt opnieuw, tot en met 16/11/2027.').waitFor();
    await card.getByRole('button', { name: /^Bewijs openen: Schulderkenning, 16\/11\/2026/ }).waitFor();
  });

  it('that bill leaves the radar, though nothing brings its careful clock back', async () => {
    const { api } = screen.application;
    const { safeClock, clock } = await api.limitation.invoice({ invoiceId: urgent.invoiceId });
    expect([safeClock.lastDay, clock.lastDay]).toEqual([urgent.safeLastDay, '2027-11-16']);
    const { rows: left } = await api.limitation.radar({ householdId: urgent.householdId });
    expect(left.map(({ invoiceId }) => invoiceId)).not.toContain(urgent.invoiceId);
  });

  it('a limited bill waits apart for a decision, which is booked as such', async () => {
    const { page, application } = screen;
    await toRadar('limited');
    await page.getByText('Wie toch nog betaalt, betaalt geldig.', { exact: false }).waitFor();
    const before = (await application.api.limitation.radar({})).counts.limited;
    await rows()
      .nth(1)
      .getByRole('button', { name: /^Wat nu\? Factuur/ })
      .click();
    const panel = page.getByRole('dialog', { name: /^Factuur / });
    await panel.getByText('Herinneren mag niet meer.', { exact: false }).waitFor();
    expect(await panel.getByRole('button', { name: 'Stuiting vastleggen' }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Buiten invordering' }).click();
    const dialog = page.getByRole('dialog', { name: 'Buiten invordering' });
    await expect.poll(() => dialog.getByRole('combobox').first().inputValue()).toBe('Verjaard');
    await dialog.getByLabel('Toelichting').fill('Niet meer te vorderen');
    await dialog.getByRole('button', { name: 'Buiten invordering stellen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await application.api.limitation.radar({})).counts.limited).toBe(before - 1);
  });

  it('the dossier says under a bill how soon it is limited', async () => {
    const { page, application } = screen;
    const { rows: near } = await application.api.limitation.radar({ band: 'days90' });
    const row = near[0];
    await screen.open(`/dossiers/${row?.householdId}`);
    await page.getByRole('heading', { name: 'Facturen', level: 2 }).waitFor();
    const all = page.getByRole('button', { name: /^Alle \d+ facturen tonen/ });
    if (await all.isVisible()) await all.click();
    await page.getByText(`verjaart over ${row?.safeDaysLeft} dagen`).first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('nothing on the console', () => expect(screen.problems).toEqual([]));
});

describe('Verjaring of a school without old bills', () => {
  it('says that there is nothing, and where to go', async () => {
    const screen = await openScreen({ demo: false });
    const { page } = screen;
    await screen.open('/herinneringen?tab=limitation');
    await page.getByRole('heading', { name: 'Geen enkele factuur verjaart binnenkort.' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await screen.close();
  });
});
