import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Grouping, grouping } from '#shared/ledger/contract.ts';
import { startSmtpServer, type SmtpServer } from '#test/support/smtp.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

/** Every screen against WCAG 2.2 AA, and those with names also while names are blurred. */
describe('axe on every screen', () => {
  let screen: Screen;
  let smtp: SmtpServer;
  let householdId: number;

  beforeAll(async () => {
    smtp = await startSmtpServer();
    screen = await openScreen();
    const { api } = screen.application;
    await api.correspondence.saveMailSettings({ settings: smtp.settings(), password: null });
    const { rows } = await api.ledger.openItems({ filter: { minOverdueDays: 30 }, limit: 1 });
    householdId = rows[0]?.householdId ?? 0;
    await api.dossier.addNote({ householdId, kind: 'call', body: 'Gebeld: betaalt volgende week.' });
  });
  afterAll(async () => {
    await screen.close();
    await smtp.close();
  });

  /** What axe finds here, and what every screen owes: one title that says nothing, one language, one heading. */
  async function findings(page = screen.page): Promise<string[]> {
    const found = await accessibilityProblems(page);
    if ((await page.title()) !== 'Openstaand') found.push(`title: ${await page.title()}`);
    const language = await page.locator('html').getAttribute('lang');
    if (!/^nl(-|$)/.test(language ?? '')) found.push(`lang: ${language}`);
    const headings = await page.locator('h1').count();
    if (headings !== 1) found.push(`h1: ${headings}`);
    return found;
  }

  async function look(path: string, ready: () => Promise<unknown>): Promise<string[]> {
    await screen.open(path);
    await ready();
    await screen.page.waitForFunction(() => document.querySelector('.mantine-Loader-root') === null);
    return findings();
  }

  const text = (words: string | RegExp) => screen.page.getByText(words).first().waitFor();
  const heading = (name: string | RegExp) => screen.page.getByRole('heading', { name }).first().waitFor();

  async function pickFirstRow(by: Grouping): Promise<string[]> {
    const { page } = screen;
    await screen.open(by === 'invoice' ? '/openstaand' : `/openstaand?grouping=${by}`);
    await page.locator('[role=row][aria-rowindex="2"]').waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Selectie wissen' }).waitFor();
    return findings();
  }

  const dossier = () => look(`/dossiers/${householdId}`, () => text('Gebeld: betaalt volgende week.'));

  async function prepared(): Promise<string[]> {
    const { page, application } = screen;
    await screen.open('/openstaand?className=%221A%22');
    await page.getByRole('button', { name: 'Selecteer unieke leerlingen' }).click();
    await page.getByRole('button', { name: /Bericht maken/ }).click();
    const [first] = await application.api.correspondence.texts({});
    return look(`/bericht?textId=${first?.textId}`, () => page.getByRole('table', { name: 'Berichten' }).waitFor());
  }

  it.each(grouping.options)('Openstaand by %s, with a selection', async (by) => {
    expect(await pickFirstRow(by)).toEqual([]);
  });

  it.each(['Vervallen', 'Kolommen'])('the panel of %s on Openstaand', async (name) => {
    const { page } = screen;
    await screen.open('/openstaand');
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.getByRole('menu').or(page.getByRole('dialog')).first().waitFor();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('Niet verwerken', async () => {
    const { page } = screen;
    await screen.open('/openstaand?held=false');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Niet verwerken …' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Selectie wissen' }).click();
  });

  it('Dossiers', async () => expect(await look('/dossiers', () => heading('Dossiers'))).toEqual([]));
  it('a household', async () => expect(await dossier()).toEqual([]));
  it('Importeren', async () => expect(await look('/importeren', () => heading('Importeren'))).toEqual([]));

  it('Teksten, and the editor', async () => {
    const { page, application } = screen;
    const [first] = await application.api.correspondence.texts({});
    const editor = () => page.locator('[contenteditable=true]').waitFor();
    expect(await look('/teksten', () => text(first?.name ?? ''))).toEqual([]);
    expect(await look(`/teksten/${first?.textId}`, editor)).toEqual([]);
    expect(await look('/teksten/nieuw', editor)).toEqual([]);
  });

  it('Bericht maken: without a selection, with messages, and before they leave', async () => {
    const { page } = screen;
    expect(await look('/bericht', () => text('Naar Openstaand'))).toEqual([]);
    expect(await prepared()).toEqual([]);
    await page.getByRole('button', { name: /^Verzenden/ }).click();
    await page.getByRole('dialog').waitFor();
    expect(await findings()).toEqual([]);
  });

  it('Postvak uit, with what left', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Nu verzenden' }).click();
    await heading('Postvak uit');
    await text(/\d+ verzonden/);
    expect(await findings()).toEqual([]);
  });

  it.each(['school', 'mail', 'about'])('Instellingen, tab %s', async (tab) => {
    const { page } = screen;
    expect(await look(`/instellingen?tab=${tab}`, () => page.getByRole('tabpanel').waitFor())).toEqual([]);
  });

  it('an address that leads nowhere, and a household that does not exist', async () => {
    const { page } = screen;
    await page.goto(`${screen.origin}/#/bestaat-niet`);
    await text('Dit scherm bestaat niet');
    expect(await findings()).toEqual([]);
    await page.goto(`${screen.origin}/#/dossiers/999999`);
    await page.getByRole('alert').waitFor();
    expect(await findings()).toEqual([]);
  });

  it('names blurred: the list, a household, messages, what left', async () => {
    const { page } = screen;
    await screen.open('/openstaand');
    await page.getByRole('button', { name: 'Namen vervagen' }).click();
    expect(await pickFirstRow('invoice')).toEqual([]);
    expect(await dossier()).toEqual([]);
    expect(await prepared()).toEqual([]);
    expect(await look('/postvak-uit', () => heading('Postvak uit'))).toEqual([]);
    const blurred = await page
      .locator('.os-name')
      .evaluateAll((names) => names.map((name) => getComputedStyle(name).filter));
    expect(blurred.every((filter) => filter.includes('blur'))).toBe(true);
  });

  it('the page without a key', async () => {
    const stranger = await screen.page.context().newPage();
    await stranger.goto(screen.origin);
    await stranger.getByText('Open Openstaand opnieuw vanuit het startvenster').waitFor();
    expect(await findings(stranger)).toEqual([]);
    await stranger.close();
  });

  it('the first start, with both choices', async () => {
    const fresh = await openScreen({ demo: false });
    try {
      await fresh.page.getByRole('heading', { name: 'Eerst kijken met de demoschool' }).waitFor();
      await fresh.page.getByRole('heading', { name: 'Met mijn eigen school beginnen' }).waitFor();
      expect(await findings(fresh.page)).toEqual([]);
    } finally {
      await fresh.close();
    }
  });
});
