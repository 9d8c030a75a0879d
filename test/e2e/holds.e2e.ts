import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HoldRow } from '#shared/holds/contract.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

describe('Opschorten, on the demo school', () => {
  let screen: Screen;
  let householdId = 0;
  beforeAll(async () => {
    screen = await openScreen();
    const { rows } = await screen.application.api.dossier.households({ limit: 500 });
    const pages = await Promise.all(
      rows.slice(0, 60).map((row) => screen.application.api.dossier.page({ householdId: row.householdId })),
    );
    const page = pages.find(({ payers, invoices }) => payers.length === 2 && invoices.every(({ hold }) => !hold));
    householdId = page?.householdId ?? 0;
  });
  afterAll(() => screen.close());

  const { button, dialog } = {
    button: (name: string | RegExp) => screen.page.getByRole('button', { name, exact: true }),
    dialog: () => screen.page.getByRole('dialog'),
  };
  const list = (): Promise<HoldRow[]> => screen.application.api.holds.list({});
  const wide = async () => (await list()).filter(({ scope }) => scope !== 'invoice');
  const chooseKind = async (name: string): Promise<void> => {
    await dialog().getByRole('combobox', { name: 'Soort' }).click();
    await screen.page.getByRole('option', { name, exact: true }).click();
  };

  it('lists what is held with whom, why and how long, and narrows it in the address', async () => {
    const { page } = screen;
    const all = await list();
    await screen.open('/herinneringen?tab=holds');
    const rows = page.getByRole('table', { name: 'Opschortingen' }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(all.length + 1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('searchbox', { name: 'Zoek in de opschortingen' }).fill(all[0]?.invoiceNumber ?? '');
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByRole('searchbox', { name: 'Zoek in de opschortingen' }).fill('bestaat niet');
    await page.getByText('Niets past bij deze filters').waitFor();
    await button('Wis filters').click();
    await button('Soort').click();
    await page.getByRole('menuitem', { name: 'Budgetbeheer' }).click();
    await page.getByText('Niets past bij deze filters').waitFor();
    expect(page.url()).toContain('holdKind=budgetManagement');
    await button('Filter wissen: Soort').click();
    await expect.poll(() => rows.count()).toBe(all.length + 1);
  });

  it('holds a household from its dossier with the keyboard, where everybody sees it at the top', async () => {
    const { page } = screen;
    await screen.open(`/dossiers/${householdId}`);
    await tabTo(page, 'button[aria-label="Meer acties voor dit gezin"]');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Opschorten …' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Opschorten …');
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    await expect.poll(() => page.getByLabel('Reden').evaluate((field) => field === document.activeElement)).toBe(true);
    await dialog().getByRole('radio', { name: 'Heel het gezin' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.type('Sociaal fonds kijkt dit na');
    await chooseKind('Sociaal dossier');
    await dialog().getByText('Zorg, OCMW of het sociaal fonds volgt dit gezin op.').waitFor();
    await expect.poll(() => dialog().getByLabel('Geen kosten of intrest').isChecked()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Opgeschort.').waitFor();
    await page.getByText('Sociaal fonds kijkt dit na · tot iemand het opheft').waitFor();
    expect(await wide()).toMatchObject([{ scope: 'household', kind: 'socialFile', householdId }]);
    const { invoices } = await screen.application.api.dossier.page({ householdId });
    await page.getByRole('table', { name: 'Facturen' }).getByText('Sociaal dossier').first().waitFor();
    expect(invoices.every(({ hold }) => hold?.kind === 'socialFile')).toBe(true);
    await expect
      .poll(() => page.locator('body').innerText())
      .toContain('Heel het gezin opgeschort (sociaal dossier): Sociaal fonds kijkt dit na');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('shows it in Openstaand and on the page of each bill', async () => {
    const { page } = screen;
    await screen.open(`/openstaand?held=true&householdId=${householdId}`);
    await page.getByRole('grid').getByText('Sociaal dossier').first().waitFor();
    const { invoices } = await screen.application.api.dossier.page({ householdId });
    await screen.open(`/facturen/${invoices[0]?.invoiceId}`);
    const notice = page.getByRole('list', { name: 'Opgeschort' });
    await expect.poll(() => notice.innerText()).toContain('Heel het gezin');
    await button('Opschorten …').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('changes and lifts it from the list, and takes the lift back', async () => {
    const { page } = screen;
    await screen.open('/herinneringen?tab=holds&holdScope=household');
    await page.getByRole('button', { name: /^Wijzigen: Sociaal dossier/ }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog().getByLabel('Reden').fill('Sociaal fonds beslist in januari');
    await dialog().getByLabel('Opnieuw bekijken op').fill('15/01/2027');
    await page.keyboard.press('Tab');
    await button('Bewaren').click();
    await page.getByText('De opschorting is aangepast.').waitFor();
    await page.getByText('bekijken op 15/01/2027').waitFor();
    expect(await wide()).toMatchObject([{ reason: 'Sociaal fonds beslist in januari', reviewDate: '2027-01-15' }]);
    await page.getByRole('button', { name: /^Opheffen: Sociaal dossier/ }).click();
    await page.getByText('Niet meer opgeschort.').waitFor();
    expect(await wide()).toEqual([]);
    await button('Ongedaan maken').click();
    await page.getByText('Ongedaan gemaakt.').waitFor();
    expect(await wide()).toMatchObject([{ scope: 'household', reason: 'Sociaal fonds beslist in januari' }]);
  });

  it('asks until when a promise holds, and says so at the field', async () => {
    const { page } = screen;
    await screen.open(`/dossiers/${householdId}`);
    const { payers } = await screen.application.api.dossier.page({ householdId });
    const name = `${payers[0]?.firstName} ${payers[0]?.lastName}`;
    await button(new RegExp(`${name}`))
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Opschorten …' }).click();
    await dialog()
      .getByRole('radio', { name: `Alleen ${name}` })
      .waitFor();
    await chooseKind('Betaalbelofte');
    await dialog().getByLabel('Reden').fill('Betaalt na het loon');
    await button('Opschorten').click();
    await dialog().getByText('Vul dit in.').waitFor();
    expect((await wide()).map(({ scope }) => scope)).toEqual(['household']);
    await dialog().getByLabel('Tot en met').fill('05/12/2026');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Betaalt na het loon · tot en met 05/12/2026').waitFor();
    expect(await wide()).toContainEqual(
      expect.objectContaining({
        scope: 'payer',
        kind: 'promise',
        payerId: payers[0]?.payerId,
        untilDate: '2026-12-05',
      }),
    );
  });

  it('freezes a whole school for the holidays, and says what that does', async () => {
    const { page } = screen;
    await screen.open('/herinneringen?tab=holds');
    await button('Hele school bevriezen …').click();
    await dialog()
      .getByText(/vertrekt er voor deze school geen enkele herinnering/)
      .waitFor();
    expect(await dialog().getByLabel('Reden').inputValue()).toBe('Schoolvakantie');
    await dialog().getByLabel('Tot en met').fill('03/01/2027');
    await page.keyboard.press('Tab');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    // A notice of the test before may still stand there.
    await expect
      .poll(wide)
      .toContainEqual(expect.objectContaining({ scope: 'school', reason: 'Schoolvakantie', untilDate: '2027-01-03' }));
    const { totals } = await screen.application.api.ledger.openItems({ filter: { held: false } });
    const { totals: everything } = await screen.application.api.ledger.openItems({});
    expect(totals.invoices).toBeLessThan(everything.invoices);
    await button('Ongedaan maken').last().click();
    await expect.poll(async () => (await wide()).some(({ scope }) => scope === 'school')).toBe(false);
  });

  it('says what to do when nobody is held', async () => {
    const { page, application } = screen;
    await application.api.holds.lift({ holdIds: (await list()).map(({ holdId }) => holdId) });
    await screen.open('/herinneringen?tab=holds');
    await page.reload();
    await page.getByText('Niemand is opgeschort').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await button('Naar Openstaand').click();
    await page.getByRole('heading', { name: 'Openstaande facturen' }).waitFor();
  });

  it('leaves nothing in the console', () => {
    expect(screen.problems).toEqual([]);
  });
});
