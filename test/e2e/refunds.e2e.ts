import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codaFile } from '#test/support/coda.ts';
import { chooseFamilies, named } from './support/bank-families.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

const iban = 'BE62510007547061';

/** What a family paid too much goes back to them in a file for the bank. */
describe('refunds by the bank', () => {
  let screen: Screen;

  beforeAll(async () => {
    screen = await openScreen();
    const { api } = screen.application;
    const [account] = await api.bank.accounts();
    if (!account) throw new Error('The demo school has no account');
    const { rows } = await api.ledger.openItems({ filter: { schoolId: account.schoolId, credit: false }, limit: 1000 });
    const { tooMuch } = chooseFamilies(rows);
    const bytes = codaFile({
      statements: [
        {
          iban: account.iban,
          sequence: 218,
          openingCents: 0,
          date: '2026-11-19',
          movements: [named(tooMuch, { amountCents: tooMuch.openCents + 1250 })],
        },
      ],
    });
    const contentBase64 = Buffer.from(bytes).toString('base64');
    const { fileId, fileName } = await api.bank.preview({ fileName: 'te veel.cod', contentBase64 });
    await api.jobs.wait(await api.bank.import({ fileId, fileName }));
    const lines = await api.bank.lines({ status: 'open' });
    await api.bank.accept({
      lines: lines.rows.flatMap(({ transactionId, proposal }) =>
        proposal ? [{ transactionId, fingerprint: proposal.fingerprint }] : [],
      ),
    });
    const { householdId } = tooMuch;
    const credits = await api.ledger.openItems({ filter: { householdId, credit: true } });
    const household = await api.dossier.page({ householdId });
    await api.ledger.refund({
      invoiceId: credits.rows[0]?.invoiceId ?? 0,
      amountCents: 1250,
      method: 'bank',
      payerId: household.payers[0]?.payerId ?? null,
      thirdPartyPayerId: null,
      iban,
      holderName: 'Ouder van de school',
      reason: 'te veel betaald',
    });
  });
  afterAll(() => screen.close());

  it('puts what waits in one file for the bank, and gives the same file again', async () => {
    const { page, application } = screen;
    await screen.open('/bank?view=refunds');
    await page.reload();
    await page.getByRole('checkbox', { name: 'Terugbetaling aan Ouder van de school kiezen' }).check();
    await page.getByText('1 terugbetaling, samen € 12,50').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Maak betaalbestand' }).click();
    const made = readFileSync(await (await download).path()).toString();
    expect(made).toContain(iban);
    expect(made).toContain('12.50');
    await page.getByText('Betaalbestand gemaakt met 1 terugbetaling').waitFor();
    await page.getByText('in een betaalbestand', { exact: true }).waitFor();
    expect(await application.api.ledger.paymentOrders({ status: 'waiting' })).toEqual([]);
    const again = page.waitForEvent('download');
    await page
      .getByRole('button', { name: 'Bestand opnieuw bewaren, met de terugbetaling aan Ouder van de school' })
      .click();
    expect(readFileSync(await (await again).path()).toString()).toBe(made);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(screen.problems).toEqual([]);
  });
});
