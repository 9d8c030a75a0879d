import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatIban } from '#shared/bank/iban.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Role } from '#shared/access/contract.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

const first = 'BE68539007547034';
const second = 'BE62510007547061';
const password = 'vlierbessen-2026';
const logins = { ann: 'administrator', sofie: 'secretary', zoe: 'care' } as const satisfies Record<string, Role>;

describe('What a dossier tells about money and people, on the demo school', () => {
  let screen: Screen;
  let householdId: number;

  beforeAll(async () => {
    screen = await openScreen();
    const hits = await screen.application.api.dossier.search({ text: 'Gezin Abeel–Den' });
    const hit = hits.find(({ kind }) => kind === 'household');
    if (!hit) throw new Error('The family is not in the demo school');
    householdId = hit.householdId;
  });
  afterAll(() => screen.close());
  beforeEach(openDossier);

  async function openDossier(): Promise<void> {
    await screen.open(`/dossiers/${householdId}`);
    // Also clears the notices of the test before, and asks anew who is there.
    await screen.page.reload();
    await screen.page.getByRole('heading', { name: 'Facturen', level: 2 }).waitFor();
  }

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name, exact: true });
  const menuItem = (name: string) => screen.page.getByRole('menuitem', { name });
  const dialog = () => screen.page.getByRole('dialog');
  const timeline = () => screen.page.getByRole('list', { name: 'Tijdlijn' });
  const main = () => screen.page.getByRole('navigation', { name: 'Hoofdmenu' });

  async function ibans(): Promise<string[]> {
    const accounts = await screen.application.api.bank.payerAccounts({ householdId });
    return accounts.map(({ iban }) => iban);
  }

  async function openAccounts(): Promise<void> {
    await button('Acties voor Anke Abeel').click();
    await menuItem('Rekeningen …').click();
    await dialog().getByRole('heading', { name: 'Rekening toevoegen' }).waitFor();
  }

  it('keeps an account of a payer, and says at the field when it is none', async () => {
    const { page } = screen;
    await openAccounts();
    await dialog().getByText('Van deze betaler is nog geen rekening bekend.').waitFor();
    const iban = dialog().getByLabel('Rekeningnummer (IBAN)');
    await iban.fill('BE68 5390 0754 7035');
    await page.keyboard.press('Control+Enter');
    await dialog().getByText('Dit rekeningnummer klopt niet. Kijk het na.').waitFor();
    expect(await iban.getAttribute('aria-invalid')).toBe('true');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await ibans()).toEqual([]);

    await iban.fill('be68 5390 0754 7034');
    await page.keyboard.press('Control+Enter');
    await dialog()
      .getByText(`Rekening ${formatIban(first)} is bewaard.`)
      .waitFor();
    await dialog().getByText('ingevuld door test op').waitFor();
    expect(await ibans()).toEqual([first]);

    await iban.fill(first);
    await page.keyboard.press('Control+Enter');
    await dialog().getByText('Deze rekening is al bekend van deze betaler.').waitFor();
    expect(await iban.getAttribute('aria-invalid')).toBe('true');
    expect(await ibans()).toEqual([first]);
  });

  it('forgets an account and takes that back, at the same place', async () => {
    const { page } = screen;
    await openAccounts();
    await button(`Rekening ${formatIban(first)} vergeten`).press('Enter');
    const back = button(`Vergeten van ${formatIban(first)} ongedaan maken`);
    await back.waitFor();
    await expect.poll(() => back.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await ibans()).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await button(`Rekening ${formatIban(first)} vergeten`).waitFor();
    expect(await ibans()).toEqual([first]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('puts another account in the place of a known one', async () => {
    const { page } = screen;
    await openAccounts();
    await button(`Rekening ${formatIban(first)} vervangen`).click();
    await dialog()
      .getByRole('heading', { name: `Een andere rekening in de plaats van ${formatIban(first)}` })
      .waitFor();
    const iban = dialog().getByLabel('Rekeningnummer (IBAN)');
    await expect.poll(() => iban.evaluate((element) => element === document.activeElement)).toBe(true);
    await iban.fill(second);
    // Nobody is asked, so nobody would read a reason.
    await expect.poll(() => dialog().getByLabel('Reden').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Vervangen', exact: true }).click();
    await dialog()
      .getByText(`Rekening ${formatIban(second)} is bewaard.`)
      .waitFor();
    expect(await ibans()).toEqual([second]);
    await expect.poll(() => button(`Rekening ${formatIban(first)} vergeten`).count()).toBe(0);
  });

  it('shows all postings of the household, and what they add up to', async () => {
    const { page, application } = screen;
    const of = await application.api.ledger.postings({ of: { householdId }, limit: 1000 });
    await button('Alle boekingen').click();
    await dialog().getByText(`Som van ${of.total} boekingen`).waitFor();
    const words = (await dialog().innerText()).replaceAll(/\s+/g, ' ');
    expect(words).toContain(formatCents(of.balanceCents).replaceAll(/\s/g, ' '));
    const rows = dialog().getByRole('table', { name: 'Boekingen met lopend saldo' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(Math.min(of.total, 200));
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('opens the trail of this dossier', async () => {
    const { page, application } = screen;
    await button('Meer acties voor dit gezin').click();
    await menuItem('Logboek van dit dossier').click();
    const trail = page.getByRole('table', { name: 'Regels van het logboek' });
    await trail.getByText('Rekening van een betaler vergeten').waitFor();
    const { total } = await application.api.audit.list({ householdId });
    await expect.poll(() => trail.locator('tbody tr').count()).toBe(Math.min(total, 50));
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('keeps a note for zorg alone, and marks it', async () => {
    const { page } = screen;
    await page.getByRole('textbox', { name: 'Notitie' }).fill('Vader is in begeleiding bij het CAW.');
    await page.getByRole('checkbox', { name: 'Alleen voor zorg' }).check();
    await page.keyboard.press('Tab');
    await button('Noteren').click();
    const entry = timeline().getByRole('listitem').filter({ hasText: 'begeleiding bij het CAW' });
    await entry.getByText('alleen zorg', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('checkbox', { name: 'Alleen voor zorg' }).isChecked()).toBe(false);
    await page.getByRole('textbox', { name: 'Notitie' }).fill('Belde terug.');
    await page.keyboard.press('Control+Enter');
    const other = timeline().getByRole('listitem').filter({ hasText: 'Belde terug.' });
    await other.waitFor();
    await expect.poll(() => other.getByText('alleen zorg').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  describe('when several people work with it', () => {
    beforeAll(async () => {
      const { api } = screen.application;
      const { pupils } = await api.dossier.page({ householdId });
      for (const schoolId of new Set(pupils.map((pupil) => pupil.schoolId))) {
        await api.approvals.saveThresholds({
          schoolId,
          thresholds: { writeOff: null, remission: null, refund: null, transfer: null, payerAccount: 0 },
        });
      }
      for (const [login, role] of Object.entries(logins)) {
        await api.access.saveUser({
          userId: null,
          login,
          name: login,
          roles: [{ role, schoolId: null }],
          isActive: true,
          password,
        });
        // The first user closes the door behind the one who made it.
        if (login === 'ann') await api.access.signIn({ login, password });
      }
    });

    async function as(login: keyof typeof logins): Promise<void> {
      await screen.application.api.access.signIn({ login, password });
      await openDossier();
      await button(login).waitFor();
    }

    it('asks a second person for an account, says so, and changes nothing yet', async () => {
      const { page } = screen;
      await as('sofie');
      await openAccounts();
      await dialog().getByLabel('Rekeningnummer (IBAN)').fill(first);
      await dialog().getByLabel('Reden').fill('Staat op de brief van moeder');
      await dialog().getByRole('button', { name: 'Toevoegen' }).click();
      await dialog()
        .getByText(`Rekening ${formatIban(first)} ligt klaar voor goedkeuring door een tweede persoon`)
        .waitFor();
      expect(await ibans()).toEqual([second]);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByText('Rekeningnummer wacht op goedkeuring').first().waitFor();
    });

    it('offers the office no social notes and no trail, and does not show what was noted for zorg', async () => {
      const { page } = screen;
      await as('sofie');
      await timeline().getByText('Belde terug.').waitFor();
      await expect.poll(() => timeline().getByText('begeleiding bij het CAW').count()).toBe(0);
      await expect.poll(() => page.getByRole('checkbox', { name: 'Alleen voor zorg' }).count()).toBe(0);
      await button('Meer acties voor dit gezin').click();
      await menuItem('Naam wijzigen …').waitFor();
      await expect.poll(() => menuItem('Logboek van dit dossier').count()).toBe(0);
    });

    it('offers zorg its notes, and neither accounts nor screens that are not for zorg', async () => {
      const { page } = screen;
      await as('zoe');
      await timeline().getByText('begeleiding bij het CAW').waitFor();
      await page.getByRole('checkbox', { name: 'Alleen voor zorg' }).waitFor();
      await main().getByRole('link', { name: 'Teksten' }).waitFor();
      expect(
        await main()
          .getByRole('link', { name: /^(Bank|Importeren)/ })
          .count(),
      ).toBe(0);
      await button('Acties voor Anke Abeel').click();
      await expect.poll(() => menuItem('Gegevens wijzigen …').isDisabled()).toBe(true);
      await expect.poll(() => menuItem('Rekeningen …').count()).toBe(0);
    });
  });

  it('leaves nothing in the console but the refusals that were asked for', () => {
    expect(screen.problems.filter((problem) => !/status of 40[39]/.test(problem))).toEqual([]);
  });
});
