import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFamily, type FamilyIds } from '#test/support/family.ts';
import { readPdf } from '#test/support/pdf.ts';
import { addSentStage } from '#test/support/stage-event.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

describe('Handing over', () => {
  let screen: Screen;
  let family: FamilyIds;

  beforeAll(async () => {
    screen = await openScreen();
    const { store } = screen.application.context;
    const schoolId = (await screen.application.api.schools.list())[0]?.id ?? 0;
    family = addFamily(store, schoolId, {
      name: 'Gezin Wintergroen',
      payers: [
        { firstName: 'Marit', lastName: 'Wintergroen' },
        { firstName: 'Tjorven', lastName: 'Kastelein' },
      ],
      pupils: [
        {
          firstName: 'Ilse',
          lastName: 'Wintergroen',
          invoices: [
            { number: 'WG-1', amountCents: 140_00, paidCents: 15_00 },
            { number: 'WG-2', amountCents: 60_00 },
          ],
        },
      ],
    });
    addSentStage(store, {
      schoolId,
      householdId: family.householdId,
      payerId: family.payerIds[0] ?? 0,
      invoiceIds: family.invoiceIds.slice(0, 1),
    });
    await screen.open('/herinneringen?tab=handOver');
  });
  afterAll(() => screen.close());

  const dialog = () => screen.page.getByRole('dialog');
  const choose = async (label: string, option: string): Promise<void> => {
    await dialog().getByRole('combobox', { name: label, exact: true }).click();
    await screen.page.getByRole('option', { name: option }).first().click();
  };
  const opened = async (name: string, act: () => Promise<void>): Promise<Buffer> => {
    const download = screen.page.waitForEvent('download');
    await act();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^overdracht-\\d+\\.${name}$`));
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };

  it('begins without a partner, and adds one with the keyboard', async () => {
    const { page } = screen;
    await page.getByText('Er is niets uit handen gegeven').waitFor();
    expect(await page.getByRole('button', { name: 'Nieuwe overdracht' }).isEnabled()).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    await tabTo(page, 'button:has-text("Partner toevoegen")', 100);
    await page.keyboard.press('Enter');
    await dialog().getByRole('textbox', { name: 'Naam' }).waitFor();
    await page.keyboard.type('Incasso Noord');
    await choose('Soort', 'Incassokantoor');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('De partner is bewaard.').waitFor();
    await page.getByText(/inschrijving bij de FOD Economie: vul het nummer in/).waitFor();
    await page.getByText(/Er is geen verwerkersovereenkomst/).waitFor();
  });

  it('shows every condition that is not met with what to do, and lets nothing through', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Nieuwe overdracht' }).click();
    await dialog().getByRole('combobox', { name: 'Gezin' }).fill('Wintergroen');
    await page
      .getByRole('option', { name: /Wintergroen/ })
      .first()
      .click();
    await choose('Betaler', 'Marit Wintergroen');
    await choose('Aan wie', 'Incasso Noord');
    const checks = dialog().getByRole('region', { name: 'Mag dit overgedragen worden?' });
    await checks.getByText(/FOD Economie: vul het nummer in/).waitFor();
    await checks
      .getByText(
        'Voor 1 van de 2 facturen kreeg deze betaler nog geen kosteloze eerste herinnering; die blijft achter.',
      )
      .waitFor();
    await expect.poll(() => checks.getByText('nog te doen').count()).toBe(2);
    await dialog()
      .getByRole('row', { name: /WG-2.*Blijft achter/ })
      .waitFor();
    expect(await dialog().getByRole('button', { name: 'Dossier bekijken' }).isEnabled()).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
    await choose('Betaler', 'Tjorven Kastelein');
    await checks.getByText(/Er vertrok nog geen kosteloze eerste herinnering naar deze betaler/).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('opens once the partner is in order, shows the file, and hands it over', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Acties voor Incasso Noord' }).click();
    await page.getByRole('menuitem', { name: 'Wijzigen' }).click();
    await dialog().getByRole('textbox', { name: 'Inschrijving bij de FOD Economie' }).fill('301234');
    await dialog().getByLabel('Verwerkersovereenkomst van').fill('01/09/2026');
    await page.keyboard.press('Tab');
    await dialog().getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('klaar om aan over te dragen').waitFor();
    await page.getByRole('button', { name: 'Nieuwe overdracht' }).click();
    await dialog().getByRole('combobox', { name: 'Gezin' }).fill('Wintergroen');
    await page
      .getByRole('option', { name: /Wintergroen/ })
      .first()
      .click();
    await choose('Betaler', 'Marit Wintergroen');
    await choose('Aan wie', 'Incasso Noord');
    await expect.poll(() => dialog().getByText('nog te doen').count()).toBe(0);
    await dialog().getByText('€ 125,00 op 1 factuur kan overgedragen worden.').waitFor();
    await dialog().getByRole('button', { name: 'Dossier bekijken' }).click();
    await expect.poll(() => dialog().locator('canvas').count(), { timeout: 15_000 }).toBeGreaterThan(1);
    expect(await screen.application.api.handOver.list({})).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog().getByRole('textbox', { name: 'Referentie' }).fill('2026/118');
    await dialog().getByRole('button', { name: 'Overdragen' }).click();
    await page.getByText(/Het dossier is overgedragen/).waitFor();
    expect(await screen.application.api.handOver.list({})).toMatchObject([
      { payerName: 'Marit Wintergroen', reference: '2026/118', totalCents: 125_00, openCents: 125_00 },
    ]);
  });

  it('gives the file as it was handed over, to read and to save', async () => {
    const { page } = screen;
    const drawer = page.getByRole('dialog', { name: 'Overdracht' });
    await drawer.getByRole('button', { name: 'PDF bekijken' }).click();
    const viewer = page.getByRole('dialog', { name: /^overdracht-\d+\.pdf$/ });
    await expect.poll(() => viewer.locator('canvas').count(), { timeout: 15_000 }).toBeGreaterThan(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await viewer.getByRole('button', { name: 'Sluiten' }).last().click();
    await viewer.waitFor({ state: 'detached' });
    const pdf = await opened('pdf', () => drawer.getByRole('button', { name: 'PDF opslaan' }).click());
    const text = readPdf(pdf)
      .pages.flatMap(({ texts }) => texts)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    for (const words of [
      '2026/118',
      'Marit Wintergroen',
      'Incasso Noord',
      '301234',
      'WG-1',
      '€ 125,00',
      '15/10/2027',
      '01/10/2027',
    ]) {
      expect(text).toContain(words);
    }
    for (const words of ['WG-2', 'Tjorven', 'Kastelein']) expect(text).not.toContain(words);
    const csv = await opened('csv', () => drawer.getByRole('button', { name: 'CSV opslaan' }).click());
    expect(csv.toString('utf8')).toMatch(/^\uFEFFSoort;Datum;Factuur;/);
  });

  it('takes another reference, and takes the file back with a reason', async () => {
    const { page } = screen;
    const drawer = page.getByRole('dialog', { name: 'Overdracht', exact: true });
    await drawer.getByRole('textbox', { name: 'Referentie' }).fill('IN-77');
    await page.keyboard.press('Enter');
    await page.getByText('De referentie is bewaard.').waitFor();
    await drawer.getByRole('button', { name: 'Terugnemen' }).click();
    const ask = page.getByRole('dialog', { name: 'Overdracht terugnemen' });
    await ask.getByText(/brieven gaan niet meer naar Incasso Noord/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await ask.getByRole('textbox', { name: 'Waarom neemt u het terug?' }).fill('Er is een afspraak');
    await page.keyboard.press('Control+Enter');
    await page.getByText('De overdracht is teruggenomen.').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    const row = page.getByRole('table', { name: 'Overdrachten' }).getByRole('row').nth(1);
    await expect.poll(() => row.innerText()).toMatch(/IN-77[\s\S]*teruggenomen op 20\/11\/2026/);
    await tabTo(page, 'button[aria-label="Openen: overdracht van Marit Wintergroen"]', 100);
    await page.keyboard.press('Enter');
    await drawer.getByText(/Er is een afspraak/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('removes a partner that has nothing in hands', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Acties voor Incasso Noord' }).click();
    await page.getByRole('menuitem', { name: 'Verwijderen' }).click();
    await dialog()
      .getByText(/Vroegere overdrachten blijven staan/)
      .waitFor();
    await dialog().getByRole('button', { name: 'Verwijderen' }).click();
    await page.getByText('Nog geen partner.').waitFor();
  });

  it('has no console error, and nothing that the policy refused', () => {
    expect(screen.problems).toEqual([]);
  });
});
