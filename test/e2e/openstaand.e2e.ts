import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatCents } from '#shared/money/cents.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

const bar = '[aria-label="Selectie wissen"]';

describe('Openstaand, on the demo school', () => {
  let screen: Screen;

  beforeAll(async () => {
    screen = await openScreen();
  });
  afterAll(() => screen.close());

  beforeEach(async () => {
    const { page } = screen;
    await screen.open('/openstaand');
    await page.getByRole('grid').waitFor();
    if (await page.locator(bar).isVisible()) await page.locator(bar).click();
  });

  function selectionWords(): Promise<string> {
    return screen.page.locator(`[role=status]:has(+ ${bar})`).innerText();
  }

  it('says how many invoices, pupils and households, and how much', async () => {
    const { totals } = await screen.application.api.ledger.openItems({});
    const text = await screen.page.locator('header [role=status]').innerText();
    expect(text.replaceAll(/\s/g, ' ')).toBe(
      `${totals.invoices.toLocaleString('nl-BE')} facturen · ${totals.pupils} leerlingen · ${totals.households} gezinnen · ` +
        `${formatCents(totals.openCents)} openstaand, waarvan ${formatCents(totals.overdueCents)} vervallen`.replaceAll(
          /\s/g,
          ' ',
        ),
    );
    expect(await screen.page.title()).toBe('Openstaand');
    const rows = await screen.page.getByRole('grid').getAttribute('aria-rowcount');
    expect(Number(rows)).toBe(totals.rows + 1);
  });

  it('draws only the rows on the screen and fetches the rest on the way down', async () => {
    const { page } = screen;
    const { totals } = await screen.application.api.ledger.openItems({});
    expect(await page.locator('[role=row][aria-rowindex]').count()).toBeLessThan(60);
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    const last = page.locator(`[role=row][aria-rowindex="${totals.rows + 1}"]`);
    const { rows } = await screen.application.api.ledger.openItems({ offset: totals.rows - 1, limit: 1 });
    await expect.poll(() => last.innerText()).toContain(rows[0]?.number);
  });

  it('picks every pupil once, and still counts each of their invoices', async () => {
    const { page, application } = screen;
    const unique = await application.api.ledger.selectUnique({ by: 'pupil' });
    await page.getByRole('button', { name: 'Selecteer unieke leerlingen' }).click();
    await expect.poll(selectionWords).toContain(`${unique.invoiceIds.length} leerlingen`);
    const words = (await selectionWords()).replaceAll(/\s/g, ' ');
    expect(words).toContain(`${unique.totals.invoices.toLocaleString('nl-BE')} facturen`);
    expect(words).toContain(formatCents(unique.totals.openCents).replaceAll(/\s/g, ' '));
  });

  it('keeps counting every invoice of the ticked pupils and households when one is unticked and ticked again', async () => {
    const { page, application } = screen;
    for (const [button, by] of [
      ['Selecteer unieke leerlingen', 'pupil'],
      ['Unieke gezinnen', 'household'],
    ] as const) {
      const { invoiceIds } = await application.api.ledger.selectUnique({ filter: { className: '3A' }, by });
      const counted = async (keys: number[]): Promise<string> => {
        const totals = await application.api.ledger.selectionTotals({ grouping: 'invoice', keys, unique: by });
        return formatCents(totals.openCents).replaceAll(/\s/g, ' ');
      };
      const says = async (amount: string): Promise<void> => {
        await expect.poll(async () => (await selectionWords()).replaceAll(/\s/g, ' ')).toContain(amount);
      };
      await screen.open('/openstaand?className=%223A%22');
      await page.getByRole('button', { name: button }).click();
      await page.locator(bar).waitFor();
      await says(await counted(invoiceIds));
      await page.getByRole('grid').focus();
      await page.keyboard.press('Home');
      const { rows } = await application.api.ledger.openItems({ filter: { className: '3A' }, limit: 1 });
      const [first] = rows;
      expect(invoiceIds).toContain(first?.key);
      await page.keyboard.press('Space');
      await says(await counted(invoiceIds.filter((id) => id !== first?.key)));
      await page.keyboard.press('Space');
      await says(await counted(invoiceIds));
    }
  });

  it.each(['pupil', 'household', 'payer'] as const)('holds and releases what stands behind a row by %s', async (by) => {
    const { page, application } = screen;
    const { rows } = await application.api.ledger.openItems({ filter: { held: false }, grouping: by, limit: 1 });
    const selection = { grouping: by, keys: [rows[0]?.key ?? 0] };
    const before = await application.api.ledger.selectionTotals(selection);
    await screen.open(`/openstaand?held=false&grouping=${by}`);
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page
      .getByRole('button', { name: /^Niet verwerken/ })
      .last()
      .click();
    if (before.held > 0) await page.getByRole('menuitem', { name: 'Niet verwerken …' }).click();
    await page.getByLabel('Reden').fill('Gesprek gepland');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/niet te verwerken[.;]/)
      .last()
      .waitFor();
    await expect.poll(async () => (await application.api.ledger.selectionTotals(selection)).held).toBe(before.invoices);
    // The rows are held now, so they left this list; the selection is still about them.
    await page.getByRole('button', { name: 'Niet verwerken', exact: true }).last().click();
    await page.getByRole('menuitem', { name: 'Weer verwerken' }).click();
    await page
      .getByText(/weer te verwerken\.$/)
      .last()
      .waitFor();
    expect((await application.api.ledger.selectionTotals(selection)).held).toBe(0);
    await page.getByRole('button', { name: 'Ongedaan maken' }).last().click();
    await expect.poll(async () => (await application.api.ledger.selectionTotals(selection)).held).toBe(before.invoices);
    await application.api.holds.lift({ selection });
  });

  it('holds and releases the whole list in one go', async () => {
    const { page, application } = screen;
    const { totals } = await application.api.ledger.openItems({});
    await page.getByRole('checkbox', { name: 'Alles selecteren' }).check();
    await page
      .getByRole('button', { name: /^Niet verwerken/ })
      .last()
      .click();
    await page.getByRole('menuitem', { name: 'Niet verwerken …' }).click();
    await page.getByText(`${totals.invoices.toLocaleString('nl-BE')} facturen: blijven openstaan`).waitFor();
    await page.getByLabel('Reden').fill('Schoolvakantie');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/te verwerken; \d+ stonden al zo\./).waitFor();
    expect(await held(application)).toBe(totals.invoices);
    await page.getByRole('button', { name: 'Ongedaan maken' }).last().click();
    await page.getByText('Ongedaan gemaakt.').last().waitFor();
    expect(await held(application)).toBeLessThan(totals.invoices);
  });

  it('leaves an invoice out of every message, with a reason, and takes that back', async () => {
    const { page, application } = screen;
    const heldBefore = await held(application);
    await screen.open('/openstaand?held=false');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Niet verwerken …' }).click();
    await page.getByLabel('Reden').fill('Belofte om te betalen');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 factuur niet te verwerken.').waitFor();
    expect(await held(application)).toBe(heldBefore + 1);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText('Ongedaan gemaakt.').waitFor();
    expect(await held(application)).toBe(heldBefore);
  });

  it('keeps filters, grouping and order in the address, and columns for the next time', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Klas', exact: true }).first().click();
    await page.getByRole('menuitem', { name: '3A', exact: true }).click();
    await page.getByRole('button', { name: 'Groeperen: factuur' }).click();
    await page.getByRole('menuitem', { name: 'leerling' }).click();
    await page.getByRole('button', { name: 'Kolommen' }).click();
    await page.getByRole('checkbox', { name: 'School', exact: true }).uncheck();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('columnheader', { name: 'School', exact: true }).count()).toBe(0);
    expect(page.url()).toContain('className=');
    expect(page.url()).toContain('grouping=pupil');
    await page.reload();
    await page.getByRole('button', { name: 'Klas: 3A' }).waitFor();
    const { totals } = await screen.application.api.ledger.openItems({
      filter: { className: '3A' },
      grouping: 'pupil',
    });
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(totals.rows + 1));
    await expect.poll(() => page.getByRole('columnheader', { name: 'School', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Wis filters' }).click();
    await expect.poll(() => page.url()).not.toContain('className');
  });

  it('exports the list as it stands', async () => {
    const { page, application } = screen;
    await screen.open('/openstaand?className=%223A%22');
    const { totals } = await application.api.ledger.openItems({ filter: { className: '3A' } });
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Exporteren' }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    const download = await downloading;
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.trimEnd().split(/\r?\n/)).toHaveLength(totals.rows + 1);
  });

  it('exports a real workbook, with amounts as numbers', async () => {
    const { page, application } = screen;
    await screen.open('/openstaand?className=%223A%22');
    const { rows, totals } = await application.api.ledger.openItems({ filter: { className: '3A' } });
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Exporteren' }).click();
    await page.getByRole('menuitem', { name: 'Excel (XLSX)' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const [headings = [], ...lines] = await readSheet(await readFile(await download.path()));
    expect(lines).toHaveLength(totals.rows);
    const column = (name: string): number => headings.indexOf(name);
    expect(lines[0]?.[column('Factuur')]).toBe(rows[0]?.number);
    const cents = lines.map((line) => Math.round(Number(line[column('Openstaand')]) * 100));
    expect(cents).toEqual(rows.map((row) => row.openCents));
  });

  it('says so when nothing fits the filters, and offers the way back', async () => {
    const { page } = screen;
    await page.getByLabel('Zoek in deze lijst').fill('bestaat zeker niet');
    await page.getByRole('heading', { name: 'Niets past bij deze filters' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Wis filters' }).last().click();
    await page.getByRole('grid').waitFor();
  });

  it('finds a household with Ctrl+K and opens its dossier', async () => {
    const { page, application } = screen;
    const [hit] = await application.api.dossier.search({ text: 'abeel', limit: 12 });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('abeel');
    await page.getByRole('option').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain(`/dossiers/${hit?.householdId}`);
  });

  it('opens what a scanner typed with its Enter at once, and nothing unseen when there are several', async () => {
    const { page, application } = screen;
    const { rows } = await application.api.ledger.openItems({});
    const reference = rows[0]?.structuredReference ?? '';
    await page.keyboard.press('Control+k');
    await page.keyboard.type(`${reference}\n`);
    await expect.poll(() => page.url()).toContain('/facturen/');
    const there = page.url();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('abeel\n');
    await page.getByRole('option').nth(1).waitFor();
    await page.locator('[role=listbox][aria-busy=false]').waitFor();
    expect(page.url()).toBe(there);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('blurs names when someone looks over the shoulder', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Namen vervagen' }).click();
    const filter = await page
      .locator('.os-name')
      .first()
      .evaluate((name) => getComputedStyle(name).filter);
    expect(filter).toContain('blur');
    await page.getByRole('button', { name: 'Namen weer tonen' }).click();
  });

  it('goes from list to message and to dossier with the keyboard alone', async () => {
    const { page, application } = screen;
    const { rows } = await application.api.ledger.openItems({ limit: 3 });
    await tabTo(page, '[role=grid]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const totals = await application.api.ledger.selectionTotals({
      grouping: 'invoice',
      keys: rows.map((row) => row.key),
    });
    await expect
      .poll(async () => (await selectionWords()).replaceAll(/\s/g, ' '))
      .toContain(formatCents(totals.openCents).replaceAll(/\s/g, ' '));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain(`/dossiers/${rows[2]?.householdId}`);
    await page.goBack();
    await page.getByRole('grid').waitFor();
    await tabTo(page, 'button:has-text("Bericht maken")');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('/bericht');
  });

  it('has nothing against it: no axe finding on the list, no error or refused style anywhere', async () => {
    expect(await accessibilityProblems(screen.page)).toEqual([]);
    expect(screen.problems).toEqual([]);
  });
});

describe('the first start', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await openScreen({ demo: false });
  });
  afterAll(() => screen.close());

  it('offers the demo school or an own one, and refuses a school without a name', async () => {
    const { page } = screen;
    await page.getByRole('heading', { name: 'Met mijn eigen school beginnen' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'School maken', exact: true }).click();
    await page.getByText('Vul dit in.').waitFor();
  });

  it('starts with an empty school and points to the import', async () => {
    const { page, application } = screen;
    await page.getByLabel('Naam van de school').fill('Basisschool De Test');
    await page.getByRole('button', { name: 'School maken', exact: true }).click();
    await expect.poll(() => page.url()).toContain('/importeren');
    expect((await application.api.schools.list()).map(({ name }) => name)).toEqual(['Basisschool De Test']);
    await screen.open('/openstaand');
    await page.getByRole('heading', { name: 'Er staat niets open' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(screen.problems).toEqual([]);
  });

  it('fills the demo school on request', async () => {
    const fresh = await openScreen({ demo: false });
    try {
      await fresh.page.getByRole('button', { name: 'Demoschool maken' }).click();
      await fresh.page.getByRole('grid').waitFor({ timeout: 60_000 });
      expect(fresh.problems).toEqual([]);
    } finally {
      await fresh.close();
    }
  });

  it('asks for the right address when the key is missing', async () => {
    const { page, origin } = screen;
    const stranger = await page.context().newPage();
    await stranger.goto(origin);
    await stranger.getByText('Open Openstaand opnieuw vanuit het startvenster').waitFor();
    expect(await accessibilityProblems(stranger)).toEqual([]);
  });
});

async function held(application: Screen['application']): Promise<number> {
  return (await application.api.ledger.openItems({ filter: { held: true } })).totals.invoices;
}
