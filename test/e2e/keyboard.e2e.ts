import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import { openScreen, type Screen, tabTo } from './support/browser.ts';

/** From the first screen to what left, without touching the mouse once. */
describe('the main job with the keyboard alone', () => {
  let screen: Screen;
  let smtp: SmtpServer;

  beforeAll(async () => {
    smtp = await startSmtpServer();
    screen = await openScreen();
    await screen.application.api.correspondence.saveMailSettings({ settings: smtp.settings(), password: null });
  });
  afterAll(async () => {
    await screen.close();
    await smtp.close();
  });

  /** The words of the element that has the focus, or of the option that the field with the focus points at. */
  function focused(): Promise<string> {
    return screen.page.evaluate(() => {
      const active = document.activeElement as HTMLElement | null;
      const option = active?.getAttribute('aria-activedescendant');
      const told = option ? document.getElementById(option) : active;
      return told?.innerText ?? '';
    });
  }

  it('skips to the content, and from there to the buttons at the foot', async () => {
    const { page } = screen;
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Naar de inhoud');
    await page.keyboard.press('Enter');
    await tabTo(page, 'button:has-text("Naar de knoppen onderaan")', 6);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Selecteer unieke leerlingen');
  });

  it('filters on a class from the keyboard and picks every pupil of it once', async () => {
    const { page, application } = screen;
    await page.keyboard.press('Control+k');
    await tabTo(page, 'button:has-text("Klas")');
    await page.keyboard.press('Enter');
    await chooseInMenu('1A');
    await expect.poll(() => page.url()).toContain('className=');
    const unique = await application.api.ledger.selectUnique({ filter: { className: '1A' }, by: 'pupil' });
    await tabTo(page, 'button:has-text("Selecteer unieke leerlingen")');
    await page.keyboard.press('Enter');
    await page.getByText(new RegExp(`^${unique.totals.pupils} leerlingen$`)).waitFor();
  });

  it('walks through the list and leaves one pupil out', async () => {
    const { page, application } = screen;
    const unique = await application.api.ledger.selectUnique({ filter: { className: '1A' }, by: 'pupil' });
    // The running total stands beside its own button; the list is before it.
    await shiftTabTo('[role=grid]');
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await expect
      .poll(() => page.locator('[role=status]').allInnerTexts())
      .toContainEqual(expect.stringMatching(new RegExp(`^${unique.totals.pupils - 1} leerlingen`)));
  });

  it('leaves pupils out of messages and takes that back, and never loses its place', async () => {
    const { page, application } = screen;
    const heldBefore = (await application.api.ledger.openItems({ filter: { held: true } })).totals.invoices;
    await tabTo(page, 'button:has-text("Niet verwerken")');
    const opener = await focused();
    await page.keyboard.press('Enter');
    if (!opener.includes('…')) await chooseInMenu('Niet verwerken …');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe(opener);
    await page.keyboard.press('Enter');
    if (!opener.includes('…')) await chooseInMenu('Niet verwerken …');
    await expect.poll(() => page.getByLabel('Reden').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Gesprek gepland');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Ongedaan maken' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await tabTo(page, 'button:has-text("Ongedaan maken")');
    await page.keyboard.press('Enter');
    await page.getByText('Ongedaan gemaakt.').waitFor();
    expect((await application.api.ledger.openItems({ filter: { held: true } })).totals.invoices).toBe(heldBefore);
  });

  it('goes to the message with the heading in focus, and chooses a text', async () => {
    const { page } = screen;
    await tabTo(page, 'button:has-text("Bericht maken")');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bericht maken' }).waitFor();
    await expect.poll(focused).toBe('Bericht maken');
    await tabTo(page, 'main [role=combobox]', 10);
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox').waitFor();
    for (let pressed = 0; pressed < 20 && !/vriendelijk/i.test(await focused()); pressed += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: 'Berichten' }).waitFor();
  });

  it('looks at one message', async () => {
    const { page } = screen;
    const row = page.getByRole('table', { name: 'Berichten' }).getByRole('row').nth(2);
    const name = await row.getByRole('button').first().innerText();
    await tabTo(page, `table button[aria-pressed]:has-text(${JSON.stringify(name)})`);
    await page.keyboard.press('Enter');
    await expect.poll(() => row.getByRole('button').first().getAttribute('aria-pressed')).toBe('true');
    await page
      .getByRole('document', { name: 'Voorbeeld van de e-mail' })
      .or(page.getByRole('img', { name: 'Voorbeeld van de brief' }))
      .waitFor();
  });

  it('sends after a question, and ends where it can be seen what left', async () => {
    const { page, application } = screen;
    await shiftTabTo('button:has-text("Naar de knoppen onderaan")');
    await page.keyboard.press('Enter');
    await tabTo(page, 'button:has-text("Verzenden")', 5);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await expect.poll(focused).toBe('Nu verzenden');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Postvak uit' }).waitFor({ timeout: 60_000 });
    await expect.poll(focused).toBe('Postvak uit');
    const [batch] = await application.api.correspondence.batches();
    const { messages } = await application.api.correspondence.outbox({
      batchId: batch?.batchId ?? 0,
      channel: 'email',
    });
    expect(messages.length).toBeGreaterThan(0);
    expect(smtp.received.flatMap(({ recipients }) => recipients).toSorted()).toEqual(
      messages.map(({ address }) => address).toSorted(),
    );
  });

  it('drew everything without one console error', () => {
    expect(screen.problems).toEqual([]);
  });

  async function chooseInMenu(name: string): Promise<void> {
    const { page } = screen;
    await page.getByRole('menuitem', { name, exact: true }).waitFor();
    for (let pressed = 0; pressed < 60 && (await focused()) !== name; pressed += 1) {
      await page.keyboard.press('ArrowDown');
    }
    expect(await focused()).toBe(name);
    await page.keyboard.press('Enter');
  }

  async function shiftTabTo(selector: string, atMost = 60): Promise<void> {
    const { page } = screen;
    for (let pressed = 0; pressed < atMost; pressed += 1) {
      if (await page.locator(selector).evaluateAll((found) => found.includes(document.activeElement as never))) return;
      await page.keyboard.press('Shift+Tab');
    }
    throw new Error(`${selector} cannot be reached with Shift+Tab`);
  }
});
