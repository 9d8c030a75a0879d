import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

describe('Instellingen, wettelijke bedragen', () => {
  let screen: Screen;

  beforeAll(async () => {
    screen = await openScreen();
    await screen.open('/instellingen?tab=law');
    await screen.page.getByRole('table', { name: 'Wettelijke interest' }).waitFor();
  });
  afterAll(() => screen.close());

  const row = (table: string, name: string | RegExp) =>
    screen.page.getByRole('table', { name: table, exact: true }).getByRole('row', { name });

  it('shows each table with validity, value, source and doubt; what is blank stands out', async () => {
    const { page } = screen;
    expect(await row('Wettelijke interest', /^2026/).innerText()).toMatch(/4,5 %\s+embuild\.be/);
    expect(await row('Wettelijke interest', /^2027/).innerText()).toContain('Nog niet bekend');
    expect(await row('Hoogste interest van boek XIX', /^1ste helft 2026/).innerText()).toContain('niet officieel');
    const slices = (await row('Hoogste schadevergoeding', /vanaf 01\/09\/2023/).innerText()).replaceAll('\u00a0', ' ');
    expect(slices).toContain('boven € 150,00: € 30,00, plus 10 % van wat boven € 150,00 ligt');
    expect(slices).toContain('nooit meer dan € 2.000,00');
    expect(
      await row('Schoolvakanties', /Kerstvakantie/)
        .first()
        .innerText(),
    ).toContain('09/01/2028');
    await page.getByText('Nog niet bekend: wat erop steunt, is geblokkeerd').waitFor();
    expect(await page.getByRole('button', { name: /^Invullen: / }).count()).toBe(11);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('older rows are folded away and can be shown', async () => {
    const { page } = screen;
    expect(await row('Wettelijke interest', /^2015/).count()).toBe(0);
    await page.getByRole('button', { name: 'Toon 10 oudere rijen' }).click();
    await row('Wettelijke interest', /^2015/).waitFor();
    await page.getByRole('button', { name: 'Toon alleen de recente rijen' }).first().click();
    await expect.poll(() => row('Wettelijke interest', /^2015/).count()).toBe(0);
  });

  it('tells when the next step may come: a letter of 23 December', async () => {
    const { page } = screen;
    // The letter of the day itself: Fri 20/11, third working day Wed 25/11.
    await page.getByText('De volgende stap of een kost mag vanaf 09/12/2026.').waitFor();
    await page.getByLabel('Verstuurd of gepost op').fill('23/12/2025');
    await page.getByText('De volgende stap of een kost mag vanaf 12/01/2026.').waitFor();
    await page.getByRole('combobox', { name: 'Verstuurd als' }).click();
    await page.getByRole('option', { name: 'E-mail' }).click();
    await page.getByText('De volgende stap of een kost mag vanaf 07/01/2026.').waitFor();
  });

  it('reckons a cap, interest and limitation', async () => {
    const { page } = screen;
    await page.getByText('Schadevergoeding', { exact: true }).click();
    await page.getByLabel('Te betalen, per factuur').fill('60 + 60 + 60');
    await page.getByText('Hoogstens € 33,00.').waitFor();
    await page.getByLabel('Te betalen, per factuur').fill('zestig');
    await page.getByText('Vul bedragen in, zoals 60 + 45,50.').waitFor();
    await page.getByText('Interest', { exact: true }).click();
    await page.getByLabel('Op het bedrag').fill('180');
    await page.getByLabel('Vanaf', { exact: true }).fill('20/11/2024');
    await page.getByLabel('Tot (betaald op)').fill('10/02/2025');
    await page.getByText('Interest: € 2,08.').waitFor();
    expect(await row('Berekening van de interest', /5,75 %/).innerText()).toMatch(/42/);
    await page.getByLabel('Tot (betaald op)').fill('10/02/2027');
    await page.getByText(/het percentage van 2027 is niet bekend/).waitFor();
    await page.getByText('Verjaring', { exact: true }).click();
    await page.getByLabel('Datum van de factuur').fill('01/09/2026');
    await page.getByLabel('Vervaldatum').fill('30/09/2026');
    await page.getByText('Laatste dag 01/09/2027').waitFor();
    await page.getByText(/Laatste dag 30\/09\/2027, nog 314 dagen/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('with the keyboard: fills in what was blank; the history keeps what stood there', async () => {
    const { page, application } = screen;
    const fillIn = page.getByRole('button', { name: 'Invullen: Wettelijke interest, 2027' });
    await tabTo(page, '[aria-label="Invullen: Wettelijke interest, 2027"]', 200);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Wettelijke interest: rij wijzigen' });
    await dialog.waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('Een percentage zoals 4,5.').waitFor();
    await dialog.getByText('Vul de bron in.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByLabel('Percent per jaar').fill('4,25');
    await dialog.getByLabel('Bron').fill('Belgisch Staatsblad van 15 januari 2027');
    await page.keyboard.press('Control+Enter');
    await page.getByText('De rij is bewaard.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => row('Wettelijke interest', /^2027/).innerText()).toContain('4,25 %');
    await expect.poll(() => fillIn.count()).toBe(0);
    const saved = (await application.api.law.values({ name: 'civilInterest' })).at(-1);
    expect(saved).toMatchObject({ value: 4.25, untilDate: '2027-12-31', isOwn: true });
    await page.getByRole('button', { name: 'Geschiedenis van Wettelijke interest' }).click();
    const history = page.getByRole('dialog');
    await expect.poll(() => history.getByRole('row', { name: /^2027/ }).count()).toBe(2);
    expect(await history.getByRole('row', { name: /^2027/ }).nth(1).innerText()).toMatch(
      /Vervangen[^]*Nog niet bekend/,
    );
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await history.waitFor({ state: 'detached' });
  });

  it('says at the field what the server refuses', async () => {
    const { page, application } = screen;
    await page.getByRole('button', { name: 'Wijzigen: Termijn na de eerste herinnering, vanaf 01/09/2023' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Aantal dagen').fill('10');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('De wet geeft minstens 14 dagen. Er is niets bewaard.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await application.api.law.values({ name: 'reminderTermDays' }))[0]?.value).toBe(14);
    // The browser notes the refusal above; nothing else may stand there.
    expect(screen.problems.filter((problem) => !/status of 422/.test(problem))).toEqual([]);
  });
});
