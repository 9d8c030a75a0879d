import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFamily, type FamilyIds } from '#test/support/family.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

/** What the school itself can give, and who else can help. */
describe('help for a family that cannot pay', () => {
  let screen: Screen;
  let family: FamilyIds;

  beforeAll(async () => {
    screen = await openScreen({ demo: 'withoutHelp' });
    const { api, context } = screen.application;
    const [school] = await api.schools.list();
    if (!school) throw new Error('The demo group has no school');
    family = addFamily(context.store, school.id, {
      name: 'Gezin Hendrickx',
      payers: [{ firstName: 'Leen', lastName: 'Hendrickx', phone: '0470 00 00 03' }],
      pupils: [
        {
          firstName: 'Mats',
          lastName: 'Hendrickx',
          invoices: [{ number: 'HEN-1', amountCents: 120_00, dueDate: '2026-10-15' }],
        },
      ],
    });
    // One person works here: nobody else could decide.
    const thresholds = await api.approvals.thresholds({ schoolId: school.id });
    await api.approvals.saveThresholds({ schoolId: school.id, thresholds: { ...thresholds, grant: null } });
  });
  afterAll(() => screen.close());

  const inDossier = () => screen.open(`/dossiers/${family.householdId}`);

  it('begins with what there is to give this school year', async () => {
    const { page } = screen;
    await screen.open('/hulp?tab=socialFund');
    await page.getByRole('heading', { name: 'Voor 2026-2027 is er nog geen fonds' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fonds toevoegen' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Fonds toevoegen' });
    await dialog.getByLabel('Fonds of bron').fill('Ouderraad');
    await dialog
      .getByLabel(/^School\b/)
      .first()
      .click();
    await page.getByRole('option').first().click();
    await dialog.getByLabel('Budget').fill('500');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('table', { name: 'Fondsen' })
      .getByRole('row', { name: /Ouderraad.*€ 500,00/ })
      .waitFor();
  });

  it('is asked from the dossier, against what is left, with a motivation for who decides', async () => {
    const { page } = screen;
    await inDossier();
    await page.getByRole('button', { name: 'Sociaal fonds vragen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sociaal fonds vragen' });
    await dialog.getByLabel('Bedrag voor factuur HEN-1').fill('150');
    await dialog.getByText('Meer dan er openstaat.').waitFor();
    await dialog.getByLabel('Bedrag voor factuur HEN-1').fill('80');
    await dialog.getByText('Samen € 80,00, van € 500,00 die nog vrij is.').waitFor();
    await dialog.getByLabel('Motivatie').fill('Werk verloren in de zomer.');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('€ 80,00 is gegeven en geboekt.').waitFor();
    await page.getByRole('region', { name: 'Sociaal fonds' }).getByText('Gegeven').waitFor();
  });

  it('shows why only in the details, and can be taken back with a reason', async () => {
    const { page } = screen;
    await screen.open('/hulp?tab=socialFund');
    await page.getByRole('table', { name: 'Vragen en tussenkomsten' }).waitFor();
    await page.getByRole('table', { name: 'Jaarverslag' }).getByText('te weinig').first().waitFor();
    expect(await page.getByText('Werk verloren in de zomer.').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Verslag (CSV)' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole('button', { name: 'Tussenkomst voor Gezin Hendrickx openen' }).click();
    const drawer = page.getByRole('dialog', { name: 'Tussenkomst van het sociaal fonds' });
    await drawer.getByText('Werk verloren in de zomer.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Tussenkomst terugnemen' }).click();
    await page.getByLabel('Waarom?').fill('Verkeerd gezin');
    await page.keyboard.press('Control+Enter');
    await drawer.getByText('Teruggenomen', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('row', { name: /Ouderraad.*€ 500,00.*€ 0,00.*€ 0,00.*€ 500,00/ })
      .first()
      .waitFor();
  });

  it('sends a parent to somebody who can help, and gives nothing without a signed permission', async () => {
    const { page } = screen;
    await inDossier();
    await page.getByRole('button', { name: 'Doorverwijzen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Doorverwijzen' });
    await dialog.getByLabel('Partner').first().click();
    await page.getByRole('option', { name: /^OCMW/ }).click();
    await dialog.getByLabel('Navragen op').first().fill('20/11/2026');
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Doorverwijzen' }).click();
    await page.getByRole('button', { name: /^Doorverwijzing van Leen Hendrickx naar OCMW/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Doorverwijzing' });
    await drawer.getByText('Er is geen toestemming. Er mag niets doorgegeven worden.').waitFor();
    expect(await drawer.getByRole('button', { name: 'Gegevens doorgeven (bestand)' }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    const form = page.waitForEvent('download');
    await drawer.getByRole('button', { name: 'Formulier maken (PDF)' }).click();
    expect((await form).suggestedFilename()).toMatch(/\.pdf$/);
    await drawer.getByLabel('Getekend op').first().fill('19/11/2026');
    await drawer
      .locator('input[type="file"]')
      .setInputFiles({ name: 'toestemming.txt', mimeType: 'text/plain', buffer: Buffer.from('getekend') });
    await drawer.getByRole('button', { name: 'Toestemming bewaren' }).click();
    const given = page.waitForEvent('download');
    await drawer.getByRole('button', { name: 'Gegevens doorgeven (bestand)' }).click();
    await given;
    await drawer.getByText('Doorgegeven op').waitFor();
    await drawer.getByRole('button', { name: 'Toestemming intrekken' }).click();
    await page.getByRole('dialog').last().getByRole('button', { name: 'Toestemming intrekken' }).click();
    await drawer.getByText(/Er mag niets meer doorgegeven worden/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('comes back on its day, and is closed in two clicks', async () => {
    const { page } = screen;
    await screen.open('/vandaag');
    await page.getByText('Doorverwijzing opvolgen: Gezin Hendrickx').waitFor();
    await screen.open('/hulp?tab=referrals');
    const ask = page.getByRole('button', { name: /^Hoe ging het met Leen Hendrickx bij OCMW/ });
    await page.getByText('voorbeeld: vul aan').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await ask.focus();
    await page.keyboard.press('Enter');
    const close = () => page.getByRole('menuitem', { name: 'Geholpen: afsluiten', exact: true }).click();
    await close();
    await ask.waitFor({ state: 'detached' });
    // A slip is taken back from the notice, and later from the list.
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await ask.click();
    await close();
    await ask.waitFor({ state: 'detached' });
    await page.getByLabel('Ook afgesloten tonen').check();
    await page.getByRole('button', { name: /^Doorverwijzing van Leen Hendrickx naar OCMW .* heropenen$/ }).click();
    await ask.waitFor();
    await page.getByText('De doorverwijzing loopt opnieuw').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await ask.click();
    await close();
    await ask.waitFor({ state: 'detached' });
    await inDossier();
    await page.getByRole('button', { name: /^Doorverwijzing van Leen Hendrickx naar OCMW/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Doorverwijzing' });
    await drawer.getByRole('button', { name: 'Heropenen' }).click();
    await drawer.getByRole('button', { name: /^Hoe ging het met Leen Hendrickx/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('takes a partner off the list, and puts it back from the notice or from the list', async () => {
    const { page } = screen;
    await screen.open('/hulp?tab=referrals');
    const name = 'X-Stra (Antwerpen)';
    const remove = page.getByRole('button', { name: `${name}: verwijderen` });
    await remove.focus();
    await page.keyboard.press('Enter');
    await remove.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await remove.click();
    await remove.waitFor({ state: 'detached' });
    await page.getByLabel('Ook verwijderde tonen').check();
    const restore = page.getByRole('button', { name: `${name}: terugzetten` });
    await restore.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await restore.focus();
    await page.keyboard.press('Enter');
    await remove.waitFor();
    await page.getByText(`${name} staat terug in de lijst.`).waitFor();
  });

  it('gives a parent a page with who can help, after the examples are filled in', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'OCMW van uw gemeente: wijzigen' }).click();
    await page.getByLabel('Telefoon').fill('09 000 00 00');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('09 000 00 00').waitFor();
    await page.getByRole('button', { name: 'Blad voor de ouder' }).click();
    const dialog = page.getByRole('dialog', { name: 'Blad voor de ouder' });
    await dialog.getByLabel('OCMW van uw gemeente').check();
    await dialog.getByText('Frans').click();
    expect(await accessibilityProblems(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Blad maken (PDF)' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  });

  it('leaves nothing in the console', () => {
    expect(screen.problems).toEqual([]);
  });
});
