import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

describe('Procedures', () => {
  let screen: Screen;
  const list = () => screen.page.getByRole('table', { name: 'Procedures' }).getByRole('row');
  const named = async (name: string) =>
    (await screen.application.api.dunning.procedures({})).find((procedure) => procedure.name === name);

  beforeAll(async () => {
    screen = await openScreen();
  });
  afterAll(() => screen.close());

  async function openDeHorizon(): Promise<void> {
    await screen.open('/herinneringen?tab=procedures');
    await screen.page.getByRole('link', { name: 'De Horizon' }).first().click();
    await screen.page.getByRole('heading', { name: 'Fase 6' }).waitFor();
  }

  it('lists those of every school with their stages, in use', async () => {
    const { page } = screen;
    await screen.open('/herinneringen?tab=procedures');
    await expect.poll(() => list().count()).toBe(5);
    const first = (await list().nth(1).innerText()).replaceAll(/\s+/g, ' ');
    expect(first).toContain('De Horizon');
    expect(first).toMatch(
      /14 d e-mail.*35 d brief.*60 d gesprek.*90 d brief.*120 d aangetekende brief.*150 d uit handen/,
    );
    expect(first).toContain('in gebruik');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('says of two that match the same bills which is the most careful', async () => {
    const { page } = screen;
    await page.getByRole('tabpanel').getByRole('combobox', { name: 'School' }).click();
    await page.getByRole('option', { name: 'Basisschool De Wilg' }).click();
    await expect.poll(() => list().count()).toBe(3);
    await page.getByRole('button', { name: 'Meegeleverde procedure' }).click();
    await page.getByRole('menuitem', { name: 'Zacht' }).click();
    await page.getByText('"Zacht" is toegevoegd, met haar teksten.').waitFor();
    await page
      .getByText('Past op dezelfde facturen als "De Horizon". Deze is het voorzichtigst en gaat voor.')
      .waitFor();
    await page.getByText('Past op dezelfde facturen als "Zacht". Die is voorzichtiger en gaat voor.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is archived and taken back at once', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Acties voor Zacht' }).click();
    await page.getByRole('menuitem', { name: 'Archiveren' }).click();
    await expect.poll(() => list().count()).toBe(3);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect.poll(() => list().count()).toBe(4);
    await page.getByRole('button', { name: 'Acties voor Zacht' }).click();
    await page.getByRole('menuitem', { name: 'Archiveren' }).click();
    await page.getByLabel('Toon gearchiveerde procedures').click();
    await page.getByText('gearchiveerd', { exact: true }).waitFor();
    expect(await named('Zacht')).toBeUndefined();
  });

  it('keeps the settings of a school', async () => {
    const { page, application } = screen;
    await page.getByLabel('Kleinste bedrag').fill('7,50');
    await page.getByRole('combobox', { name: 'Schoolverlaters' }).click();
    await page.getByRole('option', { name: /niet herinneren/ }).click();
    await page.getByRole('textbox', { name: /Uittreksel hoogstens/ }).fill('5');
    await page.getByRole('button', { name: 'Instellingen bewaren' }).click();
    await page.getByText('De instellingen zijn bewaard.').waitFor();
    const school = (await application.api.schools.list()).find(({ name }) => name === 'Basisschool De Wilg');
    expect(await application.api.dunning.settings({ schoolId: school?.id ?? 0 })).toEqual({
      minimumCents: 7_50,
      schoolLeavers: 'leaveOut',
      statementMaxAgeDays: 5,
    });
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('shows at its stage what is not right while one types, and cannot be saved so', async () => {
    const { page } = screen;
    await openDeHorizon();
    expect(await accessibilityProblems(page)).toEqual([]);
    const save = page.getByRole('button', { name: 'Bewaren' });
    expect(await save.isEnabled()).toBe(false);
    await page.getByLabel('Dagen te laat van fase 2').fill('10');
    await page.getByText('Fase 2 (Brief): komt na 10 dagen, en de fase ervoor na 14.').waitFor();
    await page.getByText('Bewaren kan pas als dit in orde is. Kijk bij fase 2.').waitFor();
    await page.getByRole('combobox', { name: 'Tekst van fase 1' }).click();
    await page.getByRole('option', { name: /Tweede herinnering/ }).click();
    await page.getByText(/Fase 1 \(Contact door de school\): tekst "Tweede herinnering".*ondernemingsnummer/).waitFor();
    expect(await save.isEnabled()).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('asks before unsaved work is left', async () => {
    const { page } = screen;
    await page.getByRole('link', { name: 'Alle procedures' }).click();
    await page.getByText('Wijzigingen niet bewaard').waitFor();
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByRole('heading', { name: 'Fase 6' }).waitFor();
    await page.getByRole('link', { name: 'Alle procedures' }).click();
    await page.getByRole('button', { name: 'Niet bewaren' }).click();
    await page.getByRole('tab', { name: 'Procedures' }).waitFor();
  });

  it('puts stages in another order with the keyboard alone, their days stay in place, and saves a version', async () => {
    const { page, application } = screen;
    await openDeHorizon();
    await tabTo(page, '[aria-label="Naam van fase 3"]', 100);
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Discreet gesprek met de directie is nu fase 2.').waitFor();
    expect(await page.getByLabel('Naam van fase 2').inputValue()).toBe('Discreet gesprek met de directie');
    expect(await page.getByLabel('Dagen te laat van fase 2').inputValue()).toBe('35 dagen');
    // The cursor goes along, so that it can go on.
    await expect
      .poll(() => page.getByLabel('Naam van fase 2').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await tabTo(page, '[aria-label="Fase 2 naar achteren"]', 100);
    await page.keyboard.press('Enter');
    await page.getByText('Discreet gesprek met de directie is nu fase 3.').waitFor();
    await page.getByLabel('Naam van fase 1').fill('Eerste contact');
    await page.keyboard.press('Control+s');
    await page.getByText('Versie 2 is bewaard.').waitFor();
    const saved = await named('De Horizon');
    expect(saved).toMatchObject({ version: 2, validFrom: '2026-11-20' });
    expect(saved?.stages.map(({ name, days }) => [name, days]).slice(0, 3)).toEqual([
      ['Eerste contact', 14],
      ['Brief', 35],
      ['Discreet gesprek met de directie', 60],
    ]);
    const history = await application.api.dunning.procedureHistory({ procedureId: saved?.procedureId ?? 0 });
    expect(history.map(({ version, stages }) => [version, stages[0]?.name])).toEqual([
      [2, 'Eerste contact'],
      [1, 'Contact door de school'],
    ]);
  });

  it('shows the text of a stage for a real household', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Voorbeeld van fase 4' }).click();
    const drawer = page.getByRole('dialog', { name: 'Voorbeeld: Brief van de coördinerend directeur' });
    await drawer.getByText('E-mail', { exact: true }).last().click();
    const mail = drawer.getByRole('document', { name: 'Voorbeeld van de e-mail' });
    await expect
      .poll(() => mail.evaluate((host) => host.shadowRoot?.textContent ?? ''))
      .toMatch(/coördinerend directeur/);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('tells its versions with who and when, and goes on from an older one', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Meer' }).click();
    await page.getByRole('menuitem', { name: 'Versies' }).click();
    const drawer = page.getByRole('dialog', { name: 'Versies' });
    await drawer.getByText('Versie 2 · de nieuwste').waitFor();
    await drawer.getByText(/demoschool/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Verder werken met deze versie' }).last().click();
    expect(await page.getByLabel('Naam van fase 1').inputValue()).toBe('Contact door de school');
    await page.getByText('Niet bewaarde wijzigingen').waitFor();
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('Versie 3 is bewaard.').waitFor();
  });

  it('is made anew, stage by stage', async () => {
    const { page } = screen;
    await screen.open('/procedures/nieuw');
    await page.getByRole('textbox', { name: 'Naam', exact: true }).fill('Opvang');
    await page.getByRole('combobox', { name: 'Tekst van fase 1' }).click();
    await page.getByRole('option', { name: /Vriendelijke herinnering/ }).click();
    await page.getByRole('button', { name: 'Fase toevoegen' }).click();
    await page.getByRole('combobox', { name: 'Kanaal van fase 2' }).click();
    await page.getByRole('option', { name: 'Telefoon' }).click();
    await page.getByRole('button', { name: 'Fase toevoegen' }).click();
    await page.getByRole('button', { name: 'Fase 3 weglaten' }).click();
    await page.getByRole('heading', { name: 'Fase 3' }).waitFor({ state: 'detached' });
    await page.getByLabel('Alleen voor facturen die bijna verjaren').click();
    await page.getByLabel('Als er hoogstens zoveel dagen resten').fill('60');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('Versie 1 is bewaard.').waitFor();
    expect(await named('Opvang')).toMatchObject({
      nearLimitationDays: 60,
      stages: [
        { days: 14, channel: 'email' },
        { days: 35, channel: 'phone', textId: null },
      ],
    });
  });

  it('tells what has become wrong since, in the list and at its stage', async () => {
    const { page, application } = screen;
    const { correspondence } = application.api;
    const text = (await correspondence.texts({})).find(({ name }) => name === 'Tweede herinnering');
    await correspondence.archiveText({ textId: text?.textId ?? 0, archived: true });
    await screen.open('/herinneringen?tab=procedures');
    await page.getByText('1 ding in orde te brengen').first().waitFor();
    await page.getByText('Fase 2 (Brief): de tekst "Tweede herinnering" staat in het archief.').first().waitFor();
    await page.getByRole('link', { name: 'De Horizon' }).first().click();
    await page.getByText('Fase 2 (Brief): de tekst "Tweede herinnering" staat in het archief.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('has no console error, and nothing that the policy refused', () => {
    expect(screen.problems).toEqual([]);
  });
});

describe('Procedures of a new school', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen({ demo: false });
    await screen.application.api.setup.createEmpty({ schoolName: 'De Eik', level: 'primary' });
  });
  afterAll(() => screen.close());

  it('offers the three to begin with, by keyboard', async () => {
    const { page, application } = screen;
    await screen.open('/herinneringen?tab=procedures');
    await page.reload();
    await page.getByText('Nog geen procedure').waitFor();
    await page.getByRole('heading', { name: 'Zacht' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await tabTo(page, 'button:has-text("De Horizon gebruiken")', 100);
    await page.keyboard.press('Enter');
    await page.getByText('"De Horizon" is toegevoegd, met haar teksten.').waitFor();
    await page.getByRole('table', { name: 'Procedures' }).waitFor();
    expect(await application.api.dunning.procedures({})).toMatchObject([{ name: 'De Horizon', problems: [] }]);
    expect(screen.problems).toEqual([]);
  });
});
