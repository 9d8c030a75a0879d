import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

describe('Teksten', () => {
  let screen: Screen;

  beforeAll(async () => {
    screen = await openScreen();
  });
  afterAll(() => screen.close());

  it('lists the shipped texts, ready to use in three languages', async () => {
    const { page } = screen;
    await screen.open('/teksten');
    const rows = page.getByRole('table', { name: 'Teksten' }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(16);
    expect(await page.getByText('Nederlands, Frans, Engels').count()).toBe(15);
    expect(await rows.nth(1).innerText()).toContain('Vriendelijke herinnering');
    expect(await rows.nth(15).innerText()).toContain('Rechtzetting');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('turns a typed variable into a chip, and forgives case and spaces', async () => {
    const { page } = screen;
    await screen.open('/teksten/nieuw');
    await page.getByLabel('Naam').fill('Korte herinnering');
    await page.getByLabel('Onderwerp').fill('Bericht van de school');
    const editor = page.getByRole('textbox', { name: 'Tekst', exact: true });
    await editor.click();
    await page.keyboard.type('Beste $$aanspreking$$ ');
    await page.keyboard.press('Enter');
    await page.keyboard.type('$$Openstaande facturen$$ ');
    expect(await editor.locator('[data-variable="OPENSTAANDE_FACTUREN"]').count()).toBe(1);
    expect(await editor.locator('[data-variable="AANSPREKING"]').count()).toBe(1);
  });

  it('underlines an unknown variable with the nearest one, and replaces it in one click', async () => {
    const { page } = screen;
    const editor = page.getByRole('textbox', { name: 'Tekst', exact: true });
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Graag betalen voor $$BETAAL_VOR$$.');
    const unknown = editor.getByTitle(/Bedoelt u BETAAL_VOOR/);
    await unknown.waitFor();
    expect(await unknown.innerText()).toBe('$$BETAAL_VOR$$');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vervang door BETAAL_VOOR' }).click();
    await page.getByRole('textbox', { name: 'Tekst', exact: true }).locator('[data-variable="BETAAL_VOOR"]').waitFor();
    expect(await page.getByText('Zo kan deze tekst niet vertrekken').count()).toBe(0);
  });

  it('previews the draft with a real household, as mail and as page', async () => {
    const { page } = screen;
    const mail = page.getByRole('document', { name: 'Voorbeeld van de e-mail' });
    const letter = page.getByRole('img', { name: 'Voorbeeld van de brief' });
    await mail.or(letter).waitFor();
    await page.getByText('E-mail', { exact: true }).last().click();
    await expect.poll(() => mail.evaluate((host) => host.shadowRoot?.textContent ?? '')).toMatch(/€/);
    await page.getByText('Brief', { exact: true }).last().click();
    await expect.poll(() => letter.locator('canvas').count()).toBeGreaterThan(0);
  });

  it('shows what each of two payers would get', async () => {
    const { page, application } = screen;
    const { rows } = await application.api.dossier.households({ limit: 200 });
    const alone = rows.filter(({ name }) => rows.filter((row) => row.name.startsWith(name)).length === 1);
    const pages = await Promise.all(alone.map(({ householdId }) => application.api.dossier.page({ householdId })));
    const family = pages.find(
      ({ payers }) => payers.length === 2 && payers.every(({ openCents, email }) => openCents > 0 && email !== null),
    );
    if (!family) throw new Error('The demo has no two payers who both owe');
    const names = family.payers.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
    await page.getByRole('combobox', { name: 'Gezin' }).fill(family.name);
    await page.getByRole('option', { name: family.name }).first().click();
    await page.getByText('E-mail', { exact: true }).last().click();
    for (const name of names) {
      await page.getByRole('combobox', { name: 'Betaler' }).click();
      await page.getByRole('option', { name }).click();
      await page.getByText(`Aan: ${name}`).waitFor();
    }
  });

  it('explains every variable, and puts one where the cursor is', async () => {
    const { page } = screen;
    await page.getByRole('tab', { name: 'Variabelen' }).click();
    await page.getByText('Wat nu te betalen is: vervallen facturen min tegoed.').waitFor();
    const editor = page.getByRole('textbox', { name: 'Tekst', exact: true });
    expect(await editor.locator('[data-variable="CONTACTPERSOON"]').count()).toBe(0);
    await page.getByRole('button', { name: 'contactpersoon', exact: true }).click();
    expect(await editor.locator('[data-variable="CONTACTPERSOON"]').count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('saves, warns before unsaved work is left, and keeps every version', async () => {
    const { page, application } = screen;
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('De tekst is bewaard.').waitFor();
    const saved = (await application.api.correspondence.texts({})).find(({ name }) => name === 'Korte herinnering');
    if (!saved) throw new Error('Not saved');
    expect(saved.problems).toBe(0);
    await page.getByLabel('Onderwerp').fill('Nieuws van de school');
    await page.getByRole('link', { name: 'Alle teksten' }).click();
    await page.getByText('Wijzigingen niet bewaard').waitFor();
    await page.getByRole('button', { name: 'Annuleren' }).click();
    expect(await page.getByLabel('Onderwerp').inputValue()).toBe('Nieuws van de school');
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('Niet bewaarde wijzigingen').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Meer' }).click();
    await page.getByRole('menuitem', { name: 'Versies' }).click();
    await page.getByText('Versie 2').waitFor();
    await page.getByText('Versie 1').waitFor();
    expect(await application.api.correspondence.textHistory({ textId: saved.textId, language: 'nl' })).toHaveLength(2);
  });

  it('starts a new text from a copy, puts it in the archive and takes it back', async () => {
    const { page, application } = screen;
    const named = async (name: string) =>
      (await application.api.correspondence.texts({ withArchived: true })).find((text) => text.name === name);
    await page.keyboard.press('Escape');
    await screen.open('/teksten');
    await page.getByRole('button', { name: 'Acties voor Korte herinnering' }).click();
    await page.getByRole('menuitem', { name: 'Kopie maken' }).click();
    await page.getByRole('heading', { name: 'Korte herinnering (kopie)' }).waitFor();
    expect(await named('Korte herinnering (kopie)')).toMatchObject({ shipped: false, archived: false, problems: 0 });
    await page.getByRole('button', { name: 'Meer' }).click();
    await page.getByRole('menuitem', { name: 'Archiveren' }).click();
    await page.getByText('Deze tekst staat in het archief').waitFor();
    await screen.open('/teksten');
    const rows = page.getByRole('table', { name: 'Teksten' }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(17);
    await page.getByLabel('Toon gearchiveerde teksten').click();
    await expect.poll(() => rows.count()).toBe(18);
    await page.getByRole('button', { name: 'Acties voor Korte herinnering (kopie)' }).click();
    await page.getByRole('menuitem', { name: 'Uit het archief halen' }).click();
    await expect.poll(async () => (await named('Korte herinnering (kopie)'))?.archived).toBe(false);
  });

  it('shows a text of a plan with an invented plan, and says so', async () => {
    const { page, application } = screen;
    const texts = await application.api.correspondence.texts({});
    const idOf = (name: string) => texts.find((text) => text.name === name)?.textId ?? 0;
    const mail = page.getByRole('document', { name: 'Voorbeeld van de e-mail' });
    const words = () => mail.evaluate((host) => host.shadowRoot?.textContent ?? '');
    for (const [name, expected] of [
      ['Afbetaalplan om te tekenen', /VOORBEELD-1.*Schijf 6.*Akkoord/s],
      ['Volgende schijf', /schijf 1 van 6/],
    ] as const) {
      await screen.open(`/teksten/${idOf(name)}`);
      await page.getByText(/^Het plan in dit voorbeeld is verzonnen/).waitFor();
      await page.getByText('E-mail', { exact: true }).last().click();
      await expect.poll(words).toMatch(expected);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });

  it('has no console error, and nothing that the policy refused', () => {
    expect(screen.problems).toEqual([]);
  });
});
