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
    await expect.poll(() => rows.count()).toBe(7);
    expect(await page.getByText('Nederlands, Frans, Engels').count()).toBe(6);
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

  it('has no console error, and nothing that the policy refused', () => {
    expect(screen.problems).toEqual([]);
  });
});
