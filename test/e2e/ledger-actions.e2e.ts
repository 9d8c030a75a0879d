import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatCents } from '#shared/money/cents.ts';
import { accessibilityProblems } from './support/browser.ts';
import { type MoneyScreen, openMoneyScreen } from './support/money-screen.ts';

describe('moving, giving back and giving up money, on the demo school', () => {
  let screen: MoneyScreen;

  beforeAll(async () => {
    screen = await openMoneyScreen();
  });
  afterAll(() => screen.close());
  // Also clears the notices of the test before.
  beforeEach(() => screen.page.reload());

  describe('actions of a household', () => {
    it('gives invoices up as one action, and brings them back', async () => {
      const { page } = screen;
      const invoice = await screen.invoiceAt(0);
      const before = await screen.balance();
      await screen.act(`/dossiers/${screen.householdId}`, 'Buiten invordering …');
      await page.keyboard.press('Control+Enter');
      await screen.dialog().getByRole('alert').getByText('Kies minstens één factuur.').waitFor();
      await screen.dialog().getByLabel(`Factuur ${invoice.number} kiezen`).check();
      await screen.choose('Waarom is het niet meer in te vorderen?', 'Te klein om nog op te volgen');
      await screen.inDialog('Toelichting').fill('Meer werk dan het waard is');
      await screen.foreseen(before - invoice.openCents);
      await screen.confirmed();
      expect(await screen.balance()).toBe(before - invoice.openCents);
      await screen.undo();
      expect(await screen.balance()).toBe(before);
    });

    it('gives part of an invoice away, never more than is open, and brings it back', async () => {
      const invoice = await screen.invoiceAt(0);
      const before = await screen.balance();
      await screen.act(`/facturen/${invoice.invoiceId}`, 'Kwijtschelden …');
      const amount = screen.inDialog(`Bedrag op ${invoice.number}`);
      await amount.fill('9999');
      await screen
        .dialog()
        .getByText(`Hoogstens ${formatCents(invoice.openCents)}.`)
        .waitFor();
      await amount.fill('2,5');
      await screen.inDialog('Reden').fill('Dossier sociaal fonds');
      await screen.foreseen(invoice.openCents - 250, before - 250);
      await screen.confirmed();
      expect(await screen.balance()).toBe(before - 250);
      await screen.undo();
      expect(await screen.balance()).toBe(before);
    });

    it('moves money to another invoice, and back', async () => {
      const first = await screen.invoiceAt(0);
      const second = await screen.invoiceAt(1);
      const before = await screen.balance();
      const entryId = await screen.receive(500, [{ invoiceId: first.invoiceId, amountCents: 500 }]);
      await screen.act(`/facturen/${first.invoiceId}`, 'Overboeken …');
      await screen.choose('Naar', new RegExp(second.number));
      await screen.inDialog('Bedrag').fill('5');
      await screen.inDialog('Reden').fill('Op de verkeerde factuur betaald');
      await screen.foreseen(first.openCents, second.openCents - 500);
      await screen.confirmed();
      const moved = (await screen.openInvoices()).find(({ invoiceId }) => invoiceId === second.invoiceId);
      expect(moved?.openCents).toBe(second.openCents - 500);
      await screen.undo();
      await screen.takeBack(entryId);
      expect(await screen.balance()).toBe(before);
    });

    it('offers to settle a credit with what is open, and brings it back', async () => {
      const { page } = screen;
      const { openCents } = (await screen.household()).totals;
      const entryId = await screen.receive(500, []);
      await screen.open(`/dossiers/${screen.householdId}`);
      await page.getByText(`Er staat ${formatCents(500)} tegoed naast openstaande facturen.`).waitFor();
      await page.getByRole('table', { name: 'Facturen' }).getByText('tegoed', { exact: true }).last().waitFor();
      await screen.button('Verrekenen …').click();
      await screen.foreseen(openCents - 500, 0);
      await screen.confirmed();
      expect((await screen.household()).totals).toMatchObject({ openCents: openCents - 500, creditCents: 0 });
      await screen.undo();
      await screen.takeBack(entryId);
      expect((await screen.household()).totals).toMatchObject({ openCents, creditCents: 0 });
    });

    it('gives a credit back to a payer, to an account that can be, and brings it back', async () => {
      const { page } = screen;
      const before = await screen.balance();
      const entryId = await screen.receive(600, []);
      await screen.act(`/dossiers/${screen.householdId}`, 'Terugbetalen …');
      await screen.choose('Aan wie', 'Anke Abeel');
      await screen.inDialog('Rekeningnummer (IBAN)').fill('BE68 5390 0754 7035');
      await screen.inDialog('Reden').fill('Te veel betaald');
      await page.keyboard.press('Control+Enter');
      await screen.dialog().getByText('Dit rekeningnummer klopt niet (controlecijfer).').waitFor();
      await screen.inDialog('Rekeningnummer (IBAN)').fill('BE68 5390 0754 7034');
      await screen.foreseen(600, 0);
      await screen.confirmed();
      expect(await screen.balance()).toBe(before);
      const [order] = await screen.api.ledger.paymentOrders({ schoolId: screen.schoolId, status: 'waiting' });
      expect(order).toMatchObject({ amountCents: 600, iban: 'BE68539007547034', beneficiaryName: 'Anke Abeel' });
      await screen.undo();
      await screen.takeBack(entryId);
      expect(await screen.balance()).toBe(before);
    });

    it('asks a second person where the school wants it, shows it beside the balance, and changes nothing', async () => {
      const { page } = screen;
      const invoice = await screen.invoiceAt(0);
      const before = await screen.balance();
      const never = { writeOff: null, remission: null, refund: null, transfer: null, payerAccount: null };
      await screen.api.approvals.saveThresholds({ schoolId: screen.schoolId, thresholds: { ...never, writeOff: 0 } });
      await screen.act(`/facturen/${invoice.invoiceId}`, 'Buiten invordering …');
      await screen.inDialog('Toelichting').fill('Onvindbaar');
      await screen.dialog().getByText('Je school vraagt hiervoor een tweede persoon.').waitFor();
      await page.keyboard.press('Control+Enter');
      await page
        .getByText(/ligt klaar voor goedkeuring door een tweede persoon; het saldo verandert nog niet/)
        .waitFor();
      const waits = `${formatCents(invoice.openCents)} wacht op goedkeuring`;
      await page.getByRole('main').getByText(waits).waitFor();
      await screen.open(`/dossiers/${screen.householdId}`);
      await page.getByRole('main').getByText(waits).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await screen.balance()).toBe(before);
      const [waiting] = (await screen.household()).pending;
      await screen.api.approvals.withdraw({ approvalId: waiting?.approvalId ?? 0 });
      await screen.api.approvals.saveThresholds({ schoolId: screen.schoolId, thresholds: never });
    });
  });

  it('adds a charge that comes back, runs the month once, and stops it', async () => {
    const { page } = screen;
    const before = await screen.balance();
    await screen.open(`/dossiers/${screen.householdId}`);
    await screen.button('Acties voor Noor Abeel').click();
    await page.getByRole('menuitem', { name: 'Periodieke aanrekeningen …' }).click();
    await screen.inDialog('Omschrijving').fill('Weekverblijf');
    await screen.choose('Notagroep', 'opvang');
    await screen.inDialog('Bedrag per maand').fill('120');
    expect(await accessibilityProblems(page)).toEqual([]);
    await screen.dialog().getByRole('button', { name: 'Toevoegen' }).click();
    await screen.dialog().getByRole('button', { name: 'Stoppen: Weekverblijf' }).waitFor();

    await screen.open('/ontvangsten?tab=%22periodic%22');
    await page.getByRole('main').getByRole('combobox', { name: 'School' }).click();
    await page.getByRole('option', { name: 'Basisschool De Wilg' }).click();
    await page.getByText(`Openstaand stijgt met ${formatCents(12_000)}.`).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await screen.button('1 factuur maken').click();
    await page.getByText('1 aanrekening is voor deze maand al gebeurd').waitFor();
    expect(await screen.balance()).toBe(before + 12_000);
    await screen.button('Stoppen: Weekverblijf').click();
    await page.getByText('gestopt', { exact: true }).waitFor();
    expect(
      await screen.api.ledger.previewPeriodicCharges({ schoolId: screen.schoolId, period: '2026-12' }),
    ).toMatchObject({ rows: [] });
  });

  it('kept every balance the sum of its postings, and drew everything without one console error', async () => {
    expect(await screen.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
    expect(screen.problems).toEqual([]);
  });
});
