import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

/** A primary school says which costs count, fills in the amount of the year, and credits what is too much before it reminds. */
describe('the maximum bill, from the first category to the credit', () => {
  let screen: Screen;
  let schoolId = 0;
  const schoolYear = '2026-2027';

  beforeAll(async () => {
    screen = await openScreen({ demo: 'withoutHelp' });
    const schools = await screen.application.api.schools.list();
    schoolId = schools.find(({ level }) => level === 'primary')?.id ?? 0;
  });
  afterAll(() => screen.close());

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name, exact: true });
  const list = () => screen.application.api.maximumBill.list({ schoolYear, schoolId });
  async function accessible(): Promise<void> {
    expect(await accessibilityProblems(screen.page)).toEqual([]);
  }

  it('says what the first step is, and gives examples of it', async () => {
    const { page } = screen;
    await screen.open('/hulp?tab=maximumBill');
    await page.getByRole('heading', { name: 'Nog niets dat meetelt' }).waitFor();
    await accessible();
    await page.getByRole('link', { name: 'Kostenrubrieken instellen' }).click();
    await button('Voorbeeldrubrieken toevoegen').click();
    await page.getByRole('cell', { name: 'Daguitstap en sport', exact: true }).waitFor();
    await page.getByRole('combobox', { name: 'Rubriek van maandrekening' }).click();
    await page.getByRole('option', { name: 'Daguitstap en sport' }).click();
    const hasCategory = async (): Promise<boolean> =>
      (await screen.application.api.maximumBill.billingGroups({ schoolId })).some(
        ({ costCategoryId }) => costCategoryId !== null,
      );
    await expect.poll(hasCategory).toBe(true);
    await accessible();
  });

  it('blocks what no amount is filled in for, with where to do that', async () => {
    const { page } = screen;
    await screen.open('/hulp?tab=maximumBill');
    await page
      .getByText(/^Maximumfactuur lager: .*niet bekend/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Wettelijke bedragen openen' }).waitFor();
    await accessible();
    const { api } = screen.application;
    const year = { fromDate: '2026-09-01', untilDate: '2027-08-31', source: 'omzendbrief', doubt: '' };
    await api.law.saveValue({ ...year, name: 'maximumBillPrimary', value: 5_00 });
    await api.law.saveValue({ ...year, name: 'maximumBillNursery', value: 5_00 });
    expect((await list()).blocked).toBe(0);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Te crediteren', exact: true }).waitFor();
    await accessible();
  });

  it('credits for chosen pupils with the keyboard, after the exact amounts were shown', async () => {
    const { page } = screen;
    const [first] = (await list()).rows;
    const bill = first?.proposal[0];
    await tabTo(page, `[aria-label^="${first?.pupilName}: "]`, 120);
    await page.keyboard.press('Space');
    await button('Crediteren voor 1 leerling …').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('cell', { name: bill?.number ?? '', exact: true }).waitFor();
    await accessible();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/is gecrediteerd\.$/).waitFor();
    const after = (await list()).rows.find(({ pupilId }) => pupilId === first?.pupilId);
    expect(after).toMatchObject({ creditedCents: after?.excessCents, proposal: [] });
    expect(await screen.application.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('tells what may still be asked before it is billed', async () => {
    const { page } = screen;
    await button('Hoeveel mag er nog?').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Gezin' }).fill('Abeel–Den');
    await page
      .getByRole('option', { name: /Abeel–Den/ })
      .first()
      .click();
    await dialog.getByRole('textbox', { name: 'Bedrag dat u wilt aanrekenen' }).fill('20,00');
    await dialog.getByText('Hiervan mag niet gevraagd worden').waitFor();
    await accessible();
    await page.keyboard.press('Escape');
  });

  it('divides a bill over categories on its own page, and refuses what is not what was charged', async () => {
    const { page } = screen;
    const row = (await list()).rows.find(({ proposal }) => proposal.length > 0);
    await screen.open(`/facturen/${row?.proposal[0]?.invoiceId}`);
    await button('Lijnen toevoegen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Omschrijving van lijn 1' }).fill('Soep');
    await dialog.getByRole('textbox', { name: 'Bedrag van lijn 1' }).fill('0,01');
    await accessible();
    await page.keyboard.press('Control+Enter');
    await dialog.getByText(/De lijnen zijn samen .*maak de bedragen gelijk/).waitFor();
    const { totalCents } = await screen.application.api.ledger.invoice({
      invoiceId: row?.proposal[0]?.invoiceId ?? 0,
    });
    await dialog.getByRole('textbox', { name: 'Bedrag van lijn 1' }).fill(String(totalCents / 100).replace('.', ','));
    await page.keyboard.press('Control+Enter');
    await page.getByRole('cell', { name: /^Soep/ }).waitFor();
    await accessible();
    // Soup is in no category: it counts no more.
    const parts = (await list()).rows.find(({ pupilId }) => pupilId === row?.pupilId);
    expect(parts?.proposal ?? []).not.toContainEqual(row?.proposal[0]);
    // The browser itself tells of an answer that refuses.
    expect(screen.problems.filter((problem) => !problem.includes('422'))).toEqual([]);
  });
});
