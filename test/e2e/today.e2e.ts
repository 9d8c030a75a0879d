import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

/** What waits for a person: a call and a debt settlement, worked from the list. */
describe('the worklist of the day', () => {
  let screen: Screen;
  let householdName = '';
  let payerName = '';

  beforeAll(async () => {
    screen = await openScreen();
    const { api } = screen.application;
    const { rows } = await api.dossier.households({ limit: 5 });
    const page = await api.dossier.page({ householdId: rows[0]?.householdId ?? 0 });
    const [payer] = page.payers;
    const [pupil] = page.pupils;
    if (!payer || !pupil) throw new Error('The demo household has nobody');
    householdName = page.name;
    payerName = `${payer.firstName} ${payer.lastName}`;
    const call = { householdId: page.householdId, schoolId: pupil.schoolId, payerId: payer.payerId };
    await api.today.addTask({ ...call, kind: 'phone', dueDate: '2026-11-18' });
    await api.today.addTask({ ...call, kind: 'talk', dueDate: '2026-11-24' });
  });
  afterAll(() => screen.close());

  it('shows what is late first, each line with its next step', async () => {
    const { page } = screen;
    await page.getByRole('link', { name: 'Vandaag' }).click();
    const urgent = page.getByRole('table', { name: 'Eerst' });
    await urgent.getByText(`Bellen: ${householdName}`).waitFor();
    await page.getByRole('table', { name: 'Daarna' }).getByText(`Gesprek: ${householdName}`).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('puts a call off when nobody answers, with the keyboard alone', async () => {
    const { page } = screen;
    const call = `[aria-label="Bellen: Bellen: ${householdName}"]`;
    await tabTo(page, call, 120);
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Bellen' });
    await drawer.getByText('Vandaag te betalen').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Verschuiven' }).press('Enter');
    await page.getByText('Staat terug op de lijst op 21/11/2026.').waitFor();
    await page.getByRole('table', { name: 'Daarna' }).getByText('al 1 keer geprobeerd').waitFor();
  });

  it('finishes a call with a promise, which holds the reminders and stands in the dossier', async () => {
    const { page, application } = screen;
    await page.locator(`[aria-label="Bellen: Bellen: ${householdName}"]`).click();
    const drawer = page.getByRole('dialog', { name: 'Bellen' });
    await drawer.getByRole('radio', { name: 'Belooft te betalen' }).click();
    const finish = drawer.getByRole('button', { name: 'Afronden' });
    await expect.poll(() => finish.isDisabled()).toBe(true);
    await drawer.getByLabel('Betaalt tegen').fill('01/12/2026');
    await drawer.getByLabel('Betaalt tegen').press('Tab');
    await drawer.getByLabel('Wat is er gezegd?').fill('Betaalt na de premie.');
    await finish.click();
    await page.getByText('Bellen: afgerond.').waitFor();
    await expect.poll(() => page.locator(`[aria-label="Bellen: Bellen: ${householdName}"]`).count()).toBe(0);
    const holds = await application.api.holds.list({ kind: 'promise', scope: 'payer' });
    expect(holds).toMatchObject([{ payerName, untilDate: '2026-12-01' }]);
  });

  it('takes a task off the list with a reason', async () => {
    const { page } = screen;
    await page.locator(`[aria-label="Gesprek voeren: Gesprek: ${householdName}"]`).click();
    await page.getByRole('button', { name: 'Taak schrappen' }).click();
    await page.getByLabel('Waarom?').fill('Al gesproken');
    await page.getByRole('button', { name: 'Schrappen', exact: true }).click();
    await page.getByText('De taak is geschrapt.').waitFor();
  });

  it('leads from an order of the court to the claim statement', async () => {
    const { page, application } = screen;
    const { api } = application;
    const [household] = await api.dossier.search({ text: payerName, limit: 1 });
    const mediator = await api.people.saveThirdPartyPayer({
      thirdPartyPayerId: null,
      details: {
        name: 'Meester Demo, schuldbemiddelaar',
        contactName: null,
        language: 'nl',
        email: null,
        phone: null,
        channel: 'letter',
        street: 'Balieplein 1',
        postalCode: '9000',
        city: 'Gent',
        country: 'BE',
        iban: null,
      },
    });
    expect(mediator.id).toBeGreaterThan(0);
    await screen.open('/herinneringen?tab=settlements');
    await page.reload();
    await page.getByText('Er loopt geen schuldenregeling').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Regeling vastleggen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Regeling vastleggen' });
    await dialog.getByRole('combobox', { name: 'Gezin' }).fill(payerName);
    await page
      .getByRole('option', { name: household?.title ?? '' })
      .first()
      .click();
    await dialog.getByRole('combobox', { name: 'Wie is toegelaten?' }).click();
    await page.getByRole('option', { name: payerName }).click();
    await dialog.getByLabel('Beschikking verstuurd op').fill('16/11/2026');
    await dialog.getByLabel('Beschikking verstuurd op').press('Tab');
    await dialog.getByRole('combobox', { name: 'Schuldbemiddelaar' }).click();
    await page.getByRole('option', { name: mediator.name }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Vastleggen' }).click();
    const drawer = page.getByRole('dialog', { name: 'Collectieve schuldenregeling' });
    await drawer.getByText('Bevroren op de dag van de beschikking').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await drawer.getByRole('button', { name: /^Aangifte van/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^aangifte-schuldvordering-.*\.pdf$/);
    await drawer.getByRole('button', { name: 'Aangifte noteren' }).click();
    await page.getByText('De aangifte is genoteerd.').waitFor();
    await drawer.getByRole('button', { name: 'Schuldeiser toevoegen' }).click();
    const creditors = drawer.getByRole('textbox', { name: /^Schuldeiser \d/ });
    await creditors.last().fill('Bank');
    await drawer
      .getByRole('textbox', { name: /^Bedrag van schuldeiser/ })
      .last()
      .fill('1450');
    await drawer.getByRole('textbox', { name: 'Samen per maand' }).fill('50');
    await drawer.getByRole('table', { name: 'Verdeling per schuldeiser' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Verdeling bewaren' }).click();
    await page.getByText('De verdeling is bewaard.').waitFor();
    await drawer.getByText('Het deel van de school').waitFor();
    const [kept] = await api.settlements.list({});
    expect(kept?.creditors.at(-1)).toEqual({ name: 'Bank', amountCents: 1450_00, schoolId: null });
  });

  it('has nothing to say to the console', () => {
    expect(screen.problems).toEqual([]);
  });
});
