import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRoot } from '#main/adapters/app-root.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

const demoFile = (name: string): string => join(appRoot, 'resources', 'demo', name);
const school = {
  boardName: 'Scholengroep De Boomgaard',
  level: 'secondary',
  enterpriseNumber: null,
  iban: null,
  bic: null,
  accountHolder: null,
  street: '',
  postalCode: '',
  city: '',
  phone: null,
  email: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
  paymentTermDays: 14,
  addressWindow: 'right',
} as const;

describe('Importeren, from an empty school to who owes what', () => {
  let screen: Screen;

  beforeAll(async () => {
    screen = await openScreen({ demo: false });
    await screen.application.api.setup.createEmpty({
      boardName: school.boardName,
      schoolName: 'Basisschool De Wilg',
      level: 'primary',
    });
    await screen.application.api.schools.create({ ...school, name: 'Middenschool De Linde' });
    await screen.page.reload();
    await screen.open('/importeren');
  });
  afterAll(() => screen.close());

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name, exact: true });
  const heading = (name: string) => screen.page.getByRole('heading', { name });
  const choose = (files: Parameters<ReturnType<Screen['page']['locator']>['setInputFiles']>[0]) =>
    screen.page.locator('input[type=file]').setInputFiles(files);

  async function openTotals() {
    const { totals } = await screen.application.api.ledger.openItems({});
    return totals;
  }

  it('says what to start with when nothing was read in yet', async () => {
    await screen.page.getByText('Nog niets ingelezen').waitFor();
    expect(await accessibilityProblems(screen.page)).toEqual([]);
  });

  it('refuses what is no list, in Dutch, and keeps the screen', async () => {
    await choose({ name: 'foto.xlsx', mimeType: 'image/png', buffer: Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]) });
    await screen.page.getByText('foto.xlsx is niet gelezen').waitFor();
    expect(await screen.application.api.imports.list()).toEqual([]);
    await screen.page.getByText('Sleep hier een of meer exportbestanden').waitFor();
    // The refusal itself is an answer with an error status, which Chromium writes to its console.
    screen.problems.length = 0;
  });

  it('reads pupils and then invoices, one file after the other, and shows each column with its meaning', async () => {
    const { page, application } = screen;
    await choose([demoFile('leerlingen-lpv.xlsx'), demoFile('openstaande-facturen.csv')]);
    await heading('Wat staat er in elke kolom?').waitFor();
    await page.getByText('Bestand 1 van 2: leerlingen-lpv.xlsx').waitFor();
    expect(await page.getByLabel('Soort lijst', { exact: true }).first().inputValue()).toBe('Leerlingen en betalers');
    expect(await page.getByLabel('Betekenis van Stamnr.').first().inputValue()).toBe('leerlingnummer');
    // The keyboard stands at the title of the step.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Wat staat er in elke kolom?');
    expect(await accessibilityProblems(page)).toEqual([]);

    await button('Nakijken').click();
    await page.getByRole('tab', { name: 'Nieuw (640)' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Wat er zou veranderen');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect((await application.api.dossier.search({ text: 'Gezin' })).length).toBe(0);

    await button('Inlezen').click();
    await heading('Ingelezen').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await button('Verder met openstaande-facturen.csv').click();

    await page.getByText('Bestand 2 van 2: openstaande-facturen.csv').waitFor();
    expect(await page.getByLabel('Rij met de koppen').inputValue()).toBe('6');
    expect(await page.getByLabel('Tekenset', { exact: true }).first().inputValue()).toBe('Windows (1252)');
    await button('Nakijken').click();
    await page.getByText(/Het totaal in het bestand .* klopt met de som van de rijen\./).waitFor();
    await button('Inlezen').click();
    await heading('Ingelezen').waitFor();
    const totals = await openTotals();
    expect(totals.openCents).toBe(10_484_936);
    await button('Naar Openstaand').click();
    await page.getByRole('grid').waitFor();
  });

  it('says that a file was read in before, and that it changes nothing', async () => {
    const { page } = screen;
    const before = await openTotals();
    await screen.open('/importeren');
    await choose(demoFile('openstaande-facturen.csv'));
    await page.getByText(/Dit bestand is al eens ingelezen/).waitFor();
    await button('Nakijken').click();
    await page.getByText('Alles in dit bestand is al bekend').waitFor();
    expect(await button('Inlezen').isDisabled()).toBe(true);
    expect(await openTotals()).toEqual(before);
  });

  it('never loses the mapping, and says what still has to be pointed out', async () => {
    const { page } = screen;
    await button('Terug naar de kolommen').click();
    const number = page.getByLabel('Betekenis van Factuurnr.').first();
    await number.click();
    await page.getByRole('option', { name: 'omschrijving' }).click();
    const reference = page.getByLabel('Betekenis van OGM').first();
    await reference.click();
    await page.getByRole('option', { name: 'extern nummer' }).click();
    await reference.click();
    await page.getByRole('option', { name: 'omschrijving' }).click();
    await page.getByText(/Duid nog aan .*: factuurnummer\./).waitFor();
    await page.getByText('Twee kolommen hebben dezelfde betekenis: omschrijving.').waitFor();
    expect(await button('Nakijken').isDisabled()).toBe(true);
    await reference.click();
    await page.getByRole('option', { name: 'gestructureerde mededeling' }).click();
    await number.click();
    await page.getByRole('option', { name: 'factuurnummer' }).click();
    expect(await button('Nakijken').isEnabled()).toBe(true);
  });

  it('keeps the mapping under a name and recognises the next file by it; what vanished is asked, never assumed', async () => {
    const { page } = screen;
    await page.getByLabel('Onthoud deze indeling').check();
    await page.getByLabel('Naam van de indeling').fill('Openstaande posten');
    const lines = (await readFile(demoFile('openstaande-facturen.csv'), 'latin1')).split('\r\n');
    // An export of later: one invoice is gone, one was paid in part.
    const [, , , , , , gone = '', partlyPaid = ''] = lines;
    const later = lines
      .filter((line) => line !== gone && !line.startsWith('Totaal'))
      .map((line) => (line === partlyPaid ? line.replace('0,00;38,20', '8,20;30,00') : line));
    await button('Ander bestand').click();
    await choose({ name: 'later.csv', mimeType: 'text/csv', buffer: Buffer.from(later.join('\r\n'), 'latin1') });
    await page.getByText('later.csv', { exact: true }).waitFor();
    await page.getByLabel('Onthoud deze indeling').check();
    await page.getByLabel('Naam van de indeling').fill('Openstaande posten');
    await button('Nakijken').click();
    await page.getByRole('tab', { name: 'Gewijzigd (1)' }).click();
    await page.getByText(/38,20 → .*30,00/).waitFor();
    await page.getByRole('tab', { name: 'Niet meer in de lijst (1)' }).click();
    const settled = page.getByLabel('2024-10002 is elders betaald');
    expect(await settled.isChecked()).toBe(false);
    await settled.check();
    expect(await accessibilityProblems(page)).toEqual([]);
    const before = await openTotals();
    await button('Inlezen').click();
    await heading('Ingelezen').waitFor();
    const after = await openTotals();
    expect(before.openCents - after.openCents).toBe(6925 + 820);
    expect((await screen.application.api.imports.profiles()).map(({ name }) => name)).toEqual(['Openstaande posten']);
  });

  it('takes an import back after saying what disappears, and shows it as undone', async () => {
    const { page, application } = screen;
    const before = await openTotals();
    await button('Ongedaan maken').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/1 gewijzigde rij krijgt/).waitFor();
    await dialog.getByText(/1 factuur staat weer open/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText(/Deze import is ongedaan gemaakt op/).waitFor();
    const after = await openTotals();
    expect(after.openCents - before.openCents).toBe(6925 + 820);
    await button('Alle imports').click();
    await page.getByRole('table', { name: 'Eerdere imports' }).getByText('ongedaan gemaakt').waitFor();
    const list = await application.api.imports.list();
    expect(list.map(({ undoneAt }) => undoneAt === null)).toEqual([false, true, true]);
    // Pupils with invoices on them cannot be taken back; the list says why.
    await page.getByText(list.find(({ kind }) => kind === 'pupils')?.undoBlockedBy ?? '(no reason)').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('reads the cost category of each bill, and says of which row the name is unknown', async () => {
    const { page, application } = screen;
    await application.api.maximumBill.saveCategory({ name: 'Daguitstap en sport', cap: 'sharp' });
    const rows = [
      'Factuurnr;Stamnr;School;Notagroep;Factuurdatum;Openstaand;Categorie',
      'U-1;2200004;Basisschool De Wilg;uitstap;09/11/2026;12,50;Daguitstap en Sport',
      'U-2;1900005;Basisschool De Wilg;uitstap;09/11/2026;12,50;daguitstap en sport',
      'U-3;2200006;Basisschool De Wilg;uitstap;09/11/2026;12,50;Zwemen',
    ];
    await choose({ name: 'uitstap.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
    await heading('Wat staat er in elke kolom?').waitFor();
    expect(await page.getByLabel('Betekenis van Categorie').first().inputValue()).toBe('kostenrubriek');
    await button('Nakijken').click();
    await page.getByText('Kostenrubriek “Zwemen” staat niet in je lijst', { exact: false }).waitFor();
    await page.getByText('1 kostenrubriek staat niet in je lijst: Zwemen.', { exact: false }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await button('Inlezen').click();
    await heading('Ingelezen').waitFor();
    const { rows: counted } = await application.api.maximumBill.list({ schoolYear: '2026-2027' });
    expect(counted.map(({ billedCents }) => billedCents)).toEqual([1250, 1250]);
    await button('Alle imports').click();
  });

  it('can be done with the keyboard alone, once a file is chosen', async () => {
    const { page } = screen;
    await choose(demoFile('openstaande-facturen.xlsx'));
    await heading('Wat staat er in elke kolom?').waitFor();
    await tabTo(page, 'button:has-text("Nakijken")', 120);
    await page.keyboard.press('Enter');
    await page.getByRole('tab').first().waitFor();
    await tabTo(page, '[role=tab]');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, 'button:has-text("Terug naar de kolommen")', 120);
    await page.keyboard.press('Enter');
    await heading('Wat staat er in elke kolom?').waitFor();
    expect(screen.problems).toEqual([]);
  });
});
