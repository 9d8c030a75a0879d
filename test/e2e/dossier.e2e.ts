import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

describe('Dossiers, on the demo school', () => {
  let screen: Screen;
  let householdId: number;

  beforeAll(async () => {
    screen = await openScreen();
    householdId = await householdOf('Gezin Abeel–Den');
  });
  afterAll(() => screen.close());

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name, exact: true });
  const menuItem = (name: string) => screen.page.getByRole('menuitem', { name });
  const dialog = () => screen.page.getByRole('dialog');
  const told = (text: string | RegExp) => screen.page.getByRole('alert').filter({ hasText: text }).first();

  async function householdOf(name: string): Promise<number> {
    const hits = await screen.application.api.dossier.search({ text: name });
    const hit = hits.find(({ kind, title }) => kind === 'household' && title === name);
    if (!hit) throw new Error(`${name} is not in the demo school`);
    return hit.householdId;
  }

  function household(withClosed = false): Promise<HouseholdPage> {
    return screen.application.api.dossier.page({ householdId, withClosed });
  }

  async function newestSummary(): Promise<string | undefined> {
    const { entries } = await screen.application.api.dossier.timeline({ householdId, limit: 1 });
    return entries[0]?.summary;
  }

  describe('the list', () => {
    beforeEach(() => screen.open('/dossiers'));

    it('shows the households with the most overdue first', async () => {
      const { rows, total } = await screen.application.api.dossier.households({ limit: 1 });
      await screen.page.getByText(`${total} gezinnen hebben iets openstaan`).waitFor();
      const first = screen.page.getByRole('row').nth(1);
      const words = (await first.innerText()).replaceAll(/\s+/g, ' ');
      expect(words).toContain(rows[0]?.name);
      expect(words).toContain(formatCents(rows[0]?.overdueCents ?? 0).replaceAll(/\s/g, ' '));
      expect(await accessibilityProblems(screen.page)).toEqual([]);
    });

    it('finds a household as you type and opens it with the keyboard alone', async () => {
      const { page } = screen;
      await tabTo(page, '[aria-label="Zoek een dossier"]');
      await page.keyboard.type('abeel den');
      await page.getByRole('option', { name: /Gezin Abeel–Den/ }).waitFor();
      await page.locator('main [role=listbox][aria-busy=false]').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Gezin Abeel–Den', level: 1 }).waitFor();
      await page.goBack();
      await expect.poll(() => page.getByLabel('Zoek een dossier').inputValue()).toBe('abeel den');
    });

    it('says what to try when nothing is found', async () => {
      await screen.page.getByLabel('Zoek een dossier').fill('zzzzqqq');
      await screen.page.getByText('Niets gevonden voor “zzzzqqq”').waitFor();
      expect(await screen.page.getByRole('option').count()).toBe(0);
    });
  });

  describe('one household', () => {
    beforeEach(async () => {
      await screen.open(`/dossiers/${householdId}`);
      // Also clears the notices of the test before.
      await screen.page.reload();
      await screen.page.getByRole('heading', { name: 'Facturen', level: 2 }).waitFor();
    });

    it('says who owes what, in words and in amounts', async () => {
      const { page } = screen;
      const { totals } = await household();
      const words = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
      expect(words).toContain('2 leerlingen in 2 scholen');
      expect(words).toContain('2 betalers, hoofdelijk');
      expect(words).toContain(formatCents(totals.openCents).replaceAll(/\s/g, ' '));
      expect(words).toContain(formatCents(totals.overdueCents).replaceAll(/\s/g, ' '));
      await page.getByText('Elk van beiden is het volledige saldo verschuldigd.').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('is there in one go: what comes slowly does not push away what somebody is about to click', async () => {
      const { page } = screen;
      const slow = /\/(signals\/list|holds\/list|plans\/list|limitation\/radar)/;
      await page.route(slow, async (route) => {
        await setTimeout(1000);
        await route.continue();
      });
      await page.reload();
      await page.getByRole('heading', { name: 'Facturen', level: 2 }).waitFor();
      const rows = page.getByRole('region', { name: 'Leerlingen' }).getByRole('listitem');
      const before = await rows.first().boundingBox();
      await setTimeout(1500);
      expect(await rows.first().boundingBox()).toEqual(before);
      await page
        .getByText(/verjaart over/)
        .first()
        .waitFor();
      await page.unroute(slow);
    });

    it('shows what was paid when asked', async () => {
      const { page } = screen;
      const { closedInvoices, invoices } = await household();
      await page.getByRole('switch', { name: `Toon betaalde (${closedInvoices})` }).check({ force: true });
      await button(`Alle ${closedInvoices + invoices.length} facturen tonen`).click();
      const rows = page.getByRole('table', { name: 'Facturen' }).getByRole('row');
      await expect.poll(() => rows.count()).toBe(closedInvoices + invoices.length + 1);
    });

    it('leaves an invoice out with a reason, takes that back, and tells both in the timeline', async () => {
      const { page } = screen;
      const [invoice] = (await household()).invoices;
      await page.getByLabel(`Factuur ${invoice?.number} selecteren`).check();
      await button('Niet verwerken …').click();
      await button('Opschorten').click();
      await dialog().getByText('Vul dit in.').waitFor();
      await dialog().getByLabel('Reden').fill('Betwist door vader');
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('table', { name: 'Facturen' }).getByText('Betwist door vader').waitFor();
      expect((await household()).invoices[0]?.hold?.reason).toBe('Betwist door vader');
      expect(await newestSummary()).toContain('niet verwerken: Betwist door vader');

      await button(`Opnieuw verwerken: ${invoice?.number}`).click();
      await page.getByText('1 factuur weer te verwerken.').waitFor();
      expect((await household()).invoices[0]?.hold).toBeNull();
      await button('Ongedaan maken').last().click();
      await expect.poll(async () => (await household()).invoices[0]?.hold?.reason).toBe('Betwist door vader');
    });

    it('writes down a talk, and a step with a date that can be finished', async () => {
      const { page } = screen;
      await page.locator('label', { hasText: /^Gesprek$/ }).click();
      await page.getByRole('textbox', { name: 'Notitie' }).fill('Moeder wisselt van werk en vraagt spreiding.');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('list', { name: 'Tijdlijn' }).getByText('Moeder wisselt van werk').waitFor();
      expect(await newestSummary()).toBe('Moeder wisselt van werk en vraagt spreiding.');

      const before = (await household()).nextSteps.length;
      await button('Volgende stap').click();
      await dialog().getByLabel('Wat moet er gebeuren?').fill('Terugbellen');
      await dialog().getByLabel('Wanneer?').fill('20/11/2026');
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await button('“Terugbellen” is gedaan').waitFor();
      expect((await household()).nextSteps).toHaveLength(before + 1);
      await button('“Terugbellen” is gedaan').click();
      await expect.poll(async () => (await household()).nextSteps.length).toBe(before);
    });

    it('keeps an infobol and removes it again', async () => {
      const { page } = screen;
      await button('Acties voor Jef Abeel').click();
      await menuItem('Infobol toevoegen …').click();
      await dialog().getByLabel('Nota').fill('Enkel bellen na 16 uur.');
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      const note = button('Infobol van Jef wijzigen: Enkel bellen na 16 uur.');
      await note.click();
      await button('Infobol verwijderen').click();
      await note.waitFor({ state: 'detached' });
      expect((await household()).pupils.find(({ firstName }) => firstName === 'Jef')?.infoNote).toBeNull();
    });

    it('corrects a payer, and puts what is wrong at the field', async () => {
      const { page } = screen;
      await button('Acties voor Anke Abeel').click();
      await menuItem('Gegevens wijzigen …').click();
      const email = dialog().getByLabel('E-mail', { exact: true });
      await email.fill('anke zonder at');
      await dialog().getByRole('button', { name: 'Bewaren' }).click();
      await dialog().getByText('Dit is geen e-mailadres.').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await email.fill('anke.nieuw@voorbeeld.example');
      await page.keyboard.press('Control+Enter');
      await page.getByText('anke.nieuw@voorbeeld.example').waitFor();

      await button('Acties voor Anke Abeel').click();
      await menuItem('E-mail komt terug').click();
      await page.getByText('E-mail kwam terug: er gaat een brief tot het adres verbeterd is.').waitFor();
      expect((await household()).payers.find(({ firstName }) => firstName === 'Anke')?.emailBounced).toBe(true);
    });

    it('lets an OCMW receive the messages of a payer', async () => {
      const { page } = screen;
      await button('Acties voor Bram Den').click();
      await menuItem('Gegevens wijzigen …').click();
      await dialog().getByLabel('Betaler-derde').first().click();
      await page.getByRole('option', { name: 'Nieuwe betaler-derde …' }).click();
      const third = page.getByRole('dialog', { name: 'Betaler-derde' });
      await third.getByLabel('Naam van de dienst of persoon').fill('OCMW Lindenhove (verzonnen)');
      expect(await accessibilityProblems(page)).toEqual([]);
      await third.getByRole('button', { name: 'Bewaren' }).click();
      await third.waitFor({ state: 'detached' });
      await dialog().getByRole('button', { name: 'Bewaren' }).click();
      await page.getByText('Berichten gaan naar OCMW Lindenhove (verzonnen).').waitFor();
    });

    it('divides what parents owe only when the shares are together 100 %', async () => {
      const { page } = screen;
      await button('Acties voor Noor Abeel').click();
      await menuItem('Wie betaalt …').click();
      await dialog().getByLabel('Gesplitst').check();
      const share = dialog().getByLabel('Aandeel van Anke Abeel');
      await share.fill('60');
      await dialog().getByText('De aandelen zijn samen 110 % en moeten samen 100 % zijn.').waitFor();
      expect(await dialog().getByRole('button', { name: 'Bewaren' }).isDisabled()).toBe(true);
      await dialog().getByLabel('Aandeel van Bram Den').fill('40');
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Anke en Bram, gesplitst 60–40').waitFor();
      await page.getByText('per leerling verschillend').waitFor();
    });

    it('keeps a document, shows it, and brings it back after removing', async () => {
      const { page } = screen;
      const buffer = Buffer.from('Afspraak: elke maand 20 euro.');
      await page.locator('input[type=file]').setInputFiles({ name: 'afspraak.txt', mimeType: 'text/plain', buffer });
      await button('afspraak.txt openen').click();
      await dialog().getByText('Afspraak: elke maand 20 euro.').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await button('afspraak.txt verwijderen').click();
      await button('afspraak.txt verwijderen').waitFor({ state: 'detached' });
      await button('Ongedaan maken').last().click();
      await button('afspraak.txt verwijderen').waitFor();
      expect((await household()).documents.map(({ fileName }) => fileName)).toEqual(['afspraak.txt']);
    });

    it('refuses a document that is not what its name says, and keeps the page', async () => {
      const { page } = screen;
      await page.locator('input[type=file]').setInputFiles({
        name: 'brief.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 255, 255]),
      });
      await told('Dat is niet gelukt').waitFor();
      expect((await household()).documents.map(({ fileName }) => fileName)).not.toContain('brief.pdf');
      // The refusal itself is an answer with an error status, which Chromium writes to its console.
      screen.problems.length = 0;
    });

    it('starts a message for the whole household', async () => {
      const { page } = screen;
      await button('Bericht maken').click();
      await page.waitForURL(/#\/bericht/);
      const kept = await page.evaluate(() => sessionStorage.getItem('openstaand-selection'));
      expect(JSON.parse(kept ?? '')).toEqual({ grouping: 'household', keys: [householdId] });
    });

    it('says exactly what moves before two households become one, and follows the old address', async () => {
      const { page } = screen;
      const other = await householdOf('Gezin Abeel–Olm');
      const pupils = (await screen.application.api.dossier.page({ householdId: other })).pupils;
      await button('Meer acties voor dit gezin').click();
      await menuItem('Samenvoegen met ander gezin …').click();
      await page.keyboard.type('abeel olm');
      await dialog().locator('[role=listbox][aria-busy=false]').waitFor();
      await dialog()
        .getByRole('option', { name: /Gezin Abeel–Olm/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      const names = pupils.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', ');
      await dialog().getByText(`leerlingen: ${names}`).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await dialog().getByRole('button', { name: 'Samenvoegen' }).click();
      await page
        .getByText(`${2 + pupils.length} leerlingen`)
        .first()
        .waitFor();
      await screen.open(`/dossiers/${other}`);
      await page.waitForURL(new RegExp(`#/dossiers/${householdId}$`));
    });

    it('splits a household, or says which payer stands on both sides', async () => {
      const { page } = screen;
      await button('Meer acties voor dit gezin').click();
      await menuItem('Gezin splitsen …').click();
      await dialog()
        .getByLabel(/^Jef Abeel/)
        .check();
      await dialog().getByRole('button', { name: 'Splitsen' }).click();
      await dialog()
        .getByText(/Een betaler hoort bij één gezin\./)
        .waitFor();
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      expect(screen.problems.filter((problem) => !problem.includes('status of 403'))).toEqual([]);
      screen.problems.length = 0;
    });

    it('renames a household', async () => {
      const { page } = screen;
      await button('Meer acties voor dit gezin').click();
      await menuItem('Naam wijzigen …').click();
      await dialog().getByLabel('Naam').fill('Gezin Abeel en Den');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Gezin Abeel en Den', level: 1 }).waitFor();
      expect(screen.problems).toEqual([]);
    });
  });
});
