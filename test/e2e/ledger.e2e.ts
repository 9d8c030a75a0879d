import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { accessibilityProblems, tabTo } from './support/browser.ts';
import { type MoneyScreen, openMoneyScreen, plain, shown } from './support/money-screen.ts';

describe('receipts by hand and the page of an invoice, on the demo school', () => {
  let screen: MoneyScreen;
  /** Another household that owes something at the same school. */
  let otherId: number;

  beforeAll(async () => {
    screen = await openMoneyScreen();
    const { schoolId, householdId } = screen;
    const { rows } = await screen.api.ledger.openItems({ filter: { schoolId, credit: false }, limit: 50 });
    otherId = rows.find((row) => row.householdId !== householdId)?.householdId ?? 0;
  });
  afterAll(() => screen.close());
  // Also clears the notices of the test before.
  beforeEach(() => screen.page.reload());

  async function listTotal(): Promise<number> {
    return (await screen.api.ledger.openItems({ limit: 1 })).totals.openCents;
  }

  describe('receipts with a control total', () => {
    it('books two receipts only when the control total is right, shows it in Openstaand, and takes them back', async () => {
      const { page } = screen;
      const before = await listTotal();
      const own = await screen.balance();
      const others = await screen.balance(otherId);
      const otherName = (await screen.household(otherId)).name;
      await screen.open(`/dossiers/${screen.householdId}`);
      await screen.button('Boeken').click();
      await page.getByRole('menuitem', { name: 'Ontvangst boeken …' }).click();
      const first = page.getByRole('combobox', { name: 'Gezin, lijn 1' });
      await expect.poll(() => first.inputValue()).toBe('Gezin Abeel–Den');
      await page.getByRole('main').getByRole('combobox', { name: 'School' }).click();
      await page.getByRole('option', { name: 'Basisschool De Wilg' }).click();

      await page.getByLabel('Bedrag, lijn 1').fill('-5');
      await page.getByLabel('Mededeling, lijn 1').focus();
      await page.getByText('Typ het bedrag zonder plus of min.').waitFor();
      await page.getByLabel('Bedrag, lijn 1').fill('12,50');
      await page.getByText(/€\s12,50 op \d{4}-\d+/).waitFor();
      await page.getByLabel('Bedrag, lijn 1').press('Enter');
      await page.keyboard.type(otherName);
      await page.getByRole('option', { name: otherName }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByLabel('Bedrag, lijn 2').fill('7,5');
      await page.getByLabel('Datum, lijn 2').fill('21/11/2026');
      await page.getByLabel('Mededeling, lijn 2').focus();
      await page.getByLabel('Controletotaal').fill('25');
      await expect.poll(() => screen.words()).toMatch(/toekomst|minder dan het controletotaal/);
      await page.getByLabel('Datum, lijn 2').fill('20/11/2026');
      await page.getByLabel('Controletotaal').focus();

      await page.getByText(`De lijnen zijn samen ${formatCents(500)} minder dan het controletotaal.`).waitFor();
      expect(await screen.button('2 ontvangsten boeken').isDisabled()).toBe(true);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByLabel('Controletotaal').press('Control+Enter');
      expect(await listTotal()).toBe(before);

      await page.getByLabel('Controletotaal').fill('20');
      await page.getByText('Het controletotaal klopt.').waitFor();
      await screen.button('2 ontvangsten boeken').dblclick();
      await page.getByText('2 ontvangsten zijn geboekt').waitFor();
      expect(await listTotal()).toBe(before - 2000);
      expect(await screen.balance()).toBe(own - 1250);
      expect(await screen.balance(otherId)).toBe(others - 750);
      expect(await accessibilityProblems(page)).toEqual([]);

      await screen.button(`Terugdraaien: ontvangst van ${otherName}`).click();
      await page.getByText('De ontvangsten zijn teruggedraaid.').waitFor();
      expect(await screen.balance(otherId)).toBe(others);
      await screen.open('/openstaand');
      await expect.poll(() => screen.words()).toContain(shown(before - 1250));
      const { rows } = await screen.api.ledger.postings({ of: { householdId: screen.householdId }, limit: 1000 });
      await screen.takeBack(rows.findLast(({ entryId }) => entryId !== null)?.entryId ?? 0);
      expect(await listTotal()).toBe(before);
    });

    it('divides a receipt by hand, keeps what was typed on another screen, and takes what was booked back', async () => {
      const { page } = screen;
      const before = await screen.balance();
      const second = await screen.invoiceAt(1);
      await screen.open(`/ontvangsten?householdId=${screen.householdId}`);
      const household = page.getByRole('combobox', { name: 'Gezin, lijn 1' });
      await expect.poll(() => household.inputValue()).toBe('Gezin Abeel–Den');
      await page.getByLabel('Bedrag, lijn 1').fill('10');
      await screen.button('Verdeling wijzigen van lijn 1').click();
      const table = page.getByRole('table', { name: 'Facturen' });
      for (const box of await table.getByRole('checkbox', { checked: true }).all()) {
        if (await box.isChecked()) await box.uncheck();
      }
      await table.getByRole('checkbox', { name: `Factuur ${second.number} kiezen` }).check();
      await page.getByLabel(`Bedrag op ${second.number}`).fill('4');
      await page.getByText(`${formatCents(400)} op ${second.number} · ${formatCents(600)} tegoed`).waitFor();
      await screen.open('/openstaand');
      await screen.open('/ontvangsten');
      await page.getByText(`${formatCents(400)} op ${second.number} · ${formatCents(600)} tegoed`).waitFor();
      await page.getByLabel('Controletotaal').fill('10');
      await page.keyboard.press('Control+Enter');
      await page.getByText('1 ontvangst is geboekt').waitFor();
      const after = await screen.household();
      expect(after.totals.creditCents).toBe(600);
      expect(await screen.balance()).toBe(before - 1000);
      await screen.button('Alles terugdraaien').click();
      await page.getByText('De ontvangsten zijn teruggedraaid.').waitFor();
      expect(await screen.balance()).toBe(before);
    });
  });

  describe('the page of an invoice', () => {
    it('is reached from Openstaand, from the dossier and from the search, and tells who owes what', async () => {
      const { page } = screen;
      const invoice = await screen.invoiceAt(0);
      const invoiceId = invoice.invoiceId;
      await screen.open(`/openstaand?search=${invoice.number}`);
      await page.getByRole('grid').getByRole('link', { name: invoice.number }).click();
      await page.getByRole('heading', { name: `Factuur ${invoice.number}`, level: 1 }).waitFor();
      expect(page.url()).toContain(`/facturen/${invoiceId}`);
      const { owed, structuredReference } = await screen.api.ledger.invoice({ invoiceId });
      for (const { payerName } of owed) expect(await screen.words()).toContain(payerName);
      expect((await screen.words()).replaceAll(/\D/g, '')).toContain(structuredReference);
      expect(await accessibilityProblems(page)).toEqual([]);

      await page.getByRole('main').getByRole('link', { name: 'Gezin Abeel–Den' }).click();
      await page.getByRole('table', { name: 'Facturen' }).getByRole('link', { name: invoice.number }).click();
      await page.getByRole('heading', { name: `Factuur ${invoice.number}`, level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type(invoice.number);
      await page.getByRole('option', { name: new RegExp(`Factuur ${invoice.number} Abeel`) }).click();
      await expect.poll(() => page.url()).toContain(`/facturen/${invoiceId}`);
    });

    it('opens every figure to postings that add up to it', async () => {
      const { page } = screen;
      const { totals } = await screen.household();
      await screen.open(`/dossiers/${screen.householdId}`);
      for (const [name, cents] of [
        ['Openstaand', totals.openCents],
        ['Vervallen', totals.overdueCents],
      ] as const) {
        await page.getByRole('button', { name: `${name}: boekingen tonen` }).click();
        await screen
          .dialog()
          .getByText(/^Som van \d+ boekingen$/)
          .waitFor();
        const text = plain(await screen.dialog().innerText());
        expect(text.endsWith(shown(cents))).toBe(true);
        await page.keyboard.press('Escape');
        await screen.dialog().waitFor({ state: 'detached' });
      }
      const paid = (await screen.household()).invoices.find(
        ({ paidCents, openCents }) => paidCents > 0 && openCents > 0,
      );
      await screen.open(`/facturen/${paid?.invoiceId}`);
      await tabTo(page, 'button[aria-label*="Betaald: boekingen tonen"]');
      await page.keyboard.press('Enter');
      await screen
        .dialog()
        .getByText(/^Som van \d+ boeking/)
        .waitFor();
      expect(plain(await screen.dialog().innerText())).toContain(shown(-(paid?.paidCents ?? 0)));
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('charges, takes it back with a reason, and shows both struck through and undone', async () => {
      const { page } = screen;
      const invoice = await screen.invoiceAt(0);
      const before = await screen.balance();
      await screen.act(`/facturen/${invoice.invoiceId}`, 'Aanrekenen …');
      await page.keyboard.press('Control+Enter');
      await screen.dialog().getByText('Vul een bedrag in dat groter is dan nul.').waitFor();
      await screen.inDialog('Bedrag').fill('12,5');
      await screen.inDialog('Reden').fill('Kopieën');
      await screen.foreseen(invoice.openCents + 1250, before + 1250);
      await screen.confirmed();
      expect(await screen.balance()).toBe(before + 1250);

      await screen.button('Terugdraaien …').last().click();
      await screen.inDialog('Reden').fill('Verkeerde factuur');
      await screen.foreseen(invoice.openCents);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Storno van andere aanrekening').waitFor();
      await page.getByText('teruggedraaid', { exact: true }).first().waitFor();
      expect(await screen.balance()).toBe(before);
    });

    it('puts a receipt elsewhere, and says why money that was used cannot be taken back', async () => {
      const { page } = screen;
      const first = await screen.invoiceAt(0);
      const second = await screen.invoiceAt(1);
      const before = await screen.balance();
      const entryId = await screen.receive(1000, [{ invoiceId: first.invoiceId, amountCents: 1000 }]);
      await screen.open(`/facturen/${first.invoiceId}`);
      await screen.button('Anders afpunten …').last().click();
      await screen.dialog().getByLabel(`Factuur ${first.number} kiezen`).uncheck();
      await screen.dialog().getByLabel(`Factuur ${second.number} kiezen`).check();
      await screen.inDialog('Reden').fill('Was voor de opvang');
      await screen.foreseen(second.openCents - 1000);
      await screen.confirmed();
      const now = await screen.household();
      const openOf = (id: number | undefined) => now.invoices.find(({ invoiceId }) => invoiceId === id)?.openCents;
      expect(openOf(first.invoiceId)).toBe(first.openCents);
      expect(openOf(second.invoiceId)).toBe(second.openCents - 1000);
      const entries = (await screen.api.ledger.invoice({ invoiceId: second.invoiceId })).entries;
      const newest = entries.at(-1)?.entryId ?? 0;
      expect(newest).not.toBe(entryId);
      const { entryId: moveId } = await moved(second.invoiceId, first.invoiceId, 400);
      await screen.open(`/facturen/${second.invoiceId}`);
      await page.getByText(/^Kan niet terug: .*draai eerst dat terug\.$/).waitFor();
      await screen.takeBack(moveId);
      await screen.takeBack(newest);
      expect(await screen.balance()).toBe(before);
    });

    async function moved(fromInvoiceId: number, toInvoiceId: number, amountCents: number) {
      const answer = await screen.api.ledger.transfer({ fromInvoiceId, toInvoiceId, amountCents, reason: 'test' });
      if (answer.outcome !== 'booked') throw new Error('Nobody else has to agree within a household');
      return answer;
    }

    it('puts related invoices together and apart again', async () => {
      const { page } = screen;
      const first = await screen.invoiceAt(0);
      const second = await screen.invoiceAt(1);
      await screen.open(`/facturen/${first.invoiceId}`);
      await screen.button('Factuur toevoegen').click();
      await screen.choose('Welke factuur?', new RegExp(second.number));
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await screen.button(`${second.number} losmaken`).click();
      await page.getByText(`${second.number} staat er los van.`).waitFor();
      expect((await screen.api.ledger.invoice({ invoiceId: first.invoiceId })).related).toEqual([]);
    });

    it('books what must have been paid and corrects it, without touching the balance', async () => {
      const { page } = screen;
      const invoice = await screen.invoiceAt(0);
      const before = await screen.balance();
      const path = `/facturen/${invoice.invoiceId}`;
      await screen.act(path, 'Aflossingsverplichting …');
      await screen.inDialog('Bedrag').fill('10');
      await screen.dialog().getByLabel('Te betalen tegen').fill('15/11/2026');
      await screen.inDialog('Reden').fill('Afspraak op school');
      await screen.foreseen(1000, invoice.openCents);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: 'Aflossing en achterstand' }).waitFor();
      const { arrears } = await screen.api.ledger.invoice({ invoiceId: invoice.invoiceId });
      expect(sumCents(arrears.map(({ bookedCents }) => bookedCents))).toBe(1000);

      await screen.act(path, 'Achterstand corrigeren …');
      for (const { payerName, arrearsCents } of arrears) {
        await screen.inDialog(`Min voor ${payerName}`).fill(String(arrearsCents / 100).replace('.', ','));
      }
      await screen.inDialog('Reden').fill('Nieuwe afspraak');
      await screen.foreseen(0);
      await screen.confirmed();
      const after = await screen.api.ledger.arrears({ invoiceId: invoice.invoiceId });
      expect(after.arrearsCents).toBe(0);
      expect(await screen.balance()).toBe(before);
    });
  });

  it('kept every balance the sum of its postings, and drew everything without one console error', async () => {
    expect(await screen.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
    expect(screen.problems).toEqual([]);
  });
});
