import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCents } from '#shared/money/cents.ts';
import { codaBytes, codaFile, codaLines } from '#test/support/coda.ts';
import { chooseFamilies, collection, type Families, movementsOf, named } from './support/bank-families.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

describe('a bank file, from the drop to nothing left and back', () => {
  let screen: Screen;
  let iban: string;
  let families: Families;
  let before: string;
  let file: Uint8Array;

  beforeAll(async () => {
    screen = await openScreen();
    const { api } = screen.application;
    const [account] = await api.bank.accounts();
    if (!account) throw new Error('The demo school has no account');
    iban = account.iban;
    families = chooseFamilies(
      (await api.ledger.openItems({ filter: { schoolId: account.schoolId, credit: false }, limit: 1000 })).rows,
    );
    // Last week a collection came in; it stands in an earlier statement.
    await readIn(
      codaFile({
        statements: [
          {
            iban,
            sequence: 217,
            openingCents: 500_000,
            date: '2026-11-12',
            movements: [named(families.collected, collection)],
          },
        ],
      }),
    );
    // That was behind the back of this page.
    await screen.page.reload();
    before = await totals();
    file = codaFile({
      statements: [
        {
          iban,
          sequence: 218,
          openingCents: 500_000 + families.collected.openCents,
          date: '2026-11-19',
          movements: movementsOf(families),
        },
      ],
    });
  });
  afterAll(() => screen.close());

  async function readIn(bytes: Uint8Array): Promise<void> {
    const { api } = screen.application;
    const contentBase64 = Buffer.from(bytes).toString('base64');
    const { fileId, fileName } = await api.bank.preview({ fileName: 'vorige.cod', contentBase64 });
    const job = await api.jobs.wait(await api.bank.import({ fileId, fileName }));
    expect(job.failure).toBeNull();
  }

  /** The words above the open list, which must change when money comes in. */
  async function totals(): Promise<string> {
    await screen.open('/openstaand');
    await screen.page.getByText(/openstaand, waarvan/).waitFor();
    return screen.page.getByText(/openstaand, waarvan/).innerText();
  }

  async function drop(name: string, bytes: Uint8Array): Promise<void> {
    await screen.open('/bank');
    await screen.page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
    await screen.page.getByRole('heading', { name: 'Bankbestand nakijken' }).waitFor();
  }

  const tab = (name: RegExp) => screen.page.getByRole('tab', { name });
  const grid = () => screen.page.getByRole('grid', { name: 'Banklijnen' });
  const panel = () => screen.page.getByRole('dialog', { name: 'Banklijn' });

  it('says how fresh the bank is, and what to do when nothing waits', async () => {
    const { page } = screen;
    await screen.open('/bank');
    await page.getByText('bijgewerkt tot 12/11/2026, 8 dagen oud').waitFor();
    await page.getByText('nog geen uittreksel').waitFor();
    await page.getByText('Er wachten geen voorstellen').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('refuses a file that stops halfway, with the line and the rule, and stores nothing of it', async () => {
    const { page, application } = screen;
    const lines = codaLines({
      statements: [{ iban, sequence: 219, openingCents: 0, date: '2026-11-19', movements: movementsOf(families) }],
    });
    await drop('afgebroken', codaBytes(lines.slice(0, 5)));
    const alert = page.getByRole('alert');
    await alert.getByText('Dit bestand kan niet ingelezen worden').waitFor();
    expect(await alert.innerText()).toMatch(/lijn \d+, regel coda\./);
    await expect.poll(() => page.getByRole('button', { name: 'Inlezen', exact: true }).isDisabled()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Niet inlezen' }).click();
    await page.getByRole('heading', { name: 'Bank', exact: true }).waitFor();
    expect((await application.api.bank.statements({})).total).toBe(1);
  });

  it('asks whose an unknown account is, right there, and looks again', async () => {
    const { page, application } = screen;
    const unknown = 'BE68539007547034';
    await drop(
      'andere rekening',
      codaFile({
        statements: [
          { iban: unknown, sequence: 1, openingCents: 0, date: '2026-11-18', movements: [{ amountCents: 1234 }] },
        ],
      }),
    );
    await page.getByText('Rekening BE68 5390 0754 7034 is nog van geen school').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Inlezen', exact: true }).isDisabled()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'School', exact: true }).last().click();
    await page.getByRole('option', { name: 'Basisschool De Wilg' }).click();
    await page.getByLabel('Naam', { exact: true }).fill('oudercomité');
    await page.getByRole('button', { name: 'Rekening toevoegen' }).click();
    await page.getByRole('button', { name: '1 nieuwe lijn inlezen' }).waitFor();
    expect(await application.api.bank.accounts()).toContainEqual(
      expect.objectContaining({ iban: unknown, label: 'oudercomité' }),
    );
    await page.getByRole('button', { name: 'Niet inlezen' }).click();
  });

  it('shows before anything is stored what is in the file and what will happen', async () => {
    const { page, application } = screen;
    await drop('CODA 218', file);
    await page.getByRole('heading', { name: 'Uittreksel 218 tot 19/11/2026' }).waitFor();
    await page.getByText('Begin- en eindsaldo kloppen met de lijnen.').waitFor();
    const outcomes = page.getByRole('list', { name: 'Wat er met de nieuwe lijnen gebeurt' });
    const counted = await outcomes.getByRole('listitem').allInnerTexts();
    expect(counted.reduce((sum, words) => sum + Number.parseInt(words, 10), 0)).toBe(movementsOf(families).length);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect((await application.api.bank.statements({})).total).toBe(1);
  });

  it('reads it in, books what is certain, and says so', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: '7 nieuwe lijnen inlezen' }).click();
    await page.getByText('CODA 218 is ingelezen').waitFor();
    // Said once, with one way back.
    await expect.poll(() => page.getByRole('button', { name: /^(inlezen )?ongedaan maken$/i }).count()).toBe(1);
    await page.getByText('bijgewerkt tot 19/11/2026, 1 dag oud').waitFor();
    await grid().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await expect.poll(totals).not.toBe(before);
  });

  it('opens a proposal with its reason and accepts it with the keyboard', async () => {
    const { page } = screen;
    await screen.open('/bank');
    await grid().focus();
    await page.keyboard.press('Enter');
    await panel().getByText('Aanvaarden').waitFor();
    await panel().getByText('Bekende rekeningen').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 voorstel aanvaard.').waitFor();
    // The panel goes on with the next line, and what was done can be taken back at once.
    await panel().waitFor();
    await page.getByRole('button', { name: 'Ongedaan maken', exact: true }).click();
    await page.getByText('Ongedaan gemaakt: de lijnen staan weer open.').waitFor();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    await grid().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByText(/^1 lijn, samen/).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 voorstel aanvaard.').waitFor();
  });

  it('blurs names for a screen that others can see', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Namen vervagen' }).click();
    const names = page.locator('.os-name');
    await expect.poll(() => names.count()).toBeGreaterThan(0);
    const blurred = await names.evaluateAll((all) => all.map((name) => getComputedStyle(name).filter));
    expect(blurred.every((filter) => filter.includes('blur'))).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Namen weer tonen' }).click();
  });

  it('leaves a proposal that changed meanwhile, and says so', async () => {
    const { page, application } = screen;
    const { api } = application;
    const { householdId, schoolId, number, structuredReference } = families.tooMuch;
    await grid()
      .getByText(number ?? '')
      .first()
      .waitFor();
    // Somebody books five euro of the same invoice behind the back of this screen.
    const { entries } = await api.ledger.bookReceipts({
      requestKey: 'tussendoor',
      schoolId: schoolId ?? 0,
      controlTotalCents: 500,
      lines: [
        { householdId, amountCents: 500, method: 'cash', valueDate: '2026-11-20', reference: structuredReference },
      ],
    });
    await page
      .getByRole('row')
      .filter({ hasText: number ?? '' })
      .getByRole('button')
      .click();
    await page.getByText('1 voorstel was intussen veranderd en is niet geboekt').waitFor();
    await page.getByText(/^1 lijn, samen/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await api.ledger.reverse({ entryId: entries[0]?.entryId ?? 0, reason: 'toch niet' });
    await page.reload();
    await grid().waitFor();
  });

  it('accepts what is likely at once, after saying what that does', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: /^Aanvaard alle/ }).click();
    const question = page.getByRole('dialog');
    await question
      .getByText(/afgepunt zoals voorgesteld|staan weer open/)
      .first()
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/voorstel(len)? aanvaard\./)
      .first()
      .waitFor();
    await question.waitFor({ state: 'detached' });
  });

  it('shows why a collection came back, in plain Dutch', async () => {
    const { application, page } = screen;
    const { rows } = await application.api.bank.lines({ limit: 100 });
    const back = rows.find(({ kind }) => kind === 'directDebitUnpaid');
    if (!back) throw new Error('The refusal was not read');
    expect(back.returnedSentence).toMatch(/saldo|geld/);
    await screen.open(`/bank?transactionId=${back.transactionId}`);
    await panel()
      .getByText(back.returnedSentence ?? '', { exact: false })
      .first()
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('divides a line by hand over two children, the rest as credit, and remembers the account', async () => {
    const { page, application } = screen;
    const [first, second] = families.children;
    await screen.open('/bank?view=manual');
    await grid().focus();
    await page.keyboard.press('Enter');
    await panel()
      .getByLabel('Zoek het gezin')
      .fill(first.number ?? '');
    const found = panel().getByRole('list', { name: 'Gevonden gezinnen' });
    await found.getByRole('button', { name: first.householdName }).first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await panel().getByLabel('Zoek het gezin').press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel().getByRole('button', { name: 'Boeken' }).waitFor();
    for (const { number, openCents } of [first, second]) {
      await panel()
        .getByRole('checkbox', { name: new RegExp(`Afpunten op ${number} `) })
        .check();
      await panel()
        .getByLabel(`Bedrag voor ${number}`)
        .fill(String(openCents / 100).replace('.', ','));
    }
    await panel().getByText('Rest als tegoed van het gezin').waitFor();
    await panel().getByText(formatCents(777), { exact: true }).waitFor();
    // More than is open on an invoice cannot be booked.
    await panel().getByLabel(`Bedrag voor ${second.number}`).fill('99999');
    await expect.poll(() => panel().getByRole('button', { name: 'Boeken' }).isDisabled()).toBe(true);
    await panel()
      .getByLabel(`Bedrag voor ${second.number}`)
      .fill(String(second.openCents / 100).replace('.', ','));
    await panel().getByRole('combobox', { name: 'Wie heeft betaald?' }).click();
    await page.getByRole('option').nth(1).click();
    await panel()
      .getByRole('checkbox', { name: /^Onthoud rekening/ })
      .check();
    expect(await accessibilityProblems(page)).toEqual([]);
    await panel().getByRole('button', { name: 'Boeken' }).click();
    await page.getByText(/geboekt\.$/).waitFor();
    const known = await application.api.bank.payerAccounts({ householdId: first.householdId });
    expect(known.map((account) => account.iban)).toContain('BE62510007547061');
  });

  it('sets aside what belongs to no invoice, until nothing is left to do', async () => {
    const { page, application } = screen;
    const { rows } = await application.api.bank.lines({ status: 'open', limit: 100 });
    expect(rows.length).toBeGreaterThan(0);
    for (const { transactionId } of rows) {
      await screen.open(`/bank?transactionId=${transactionId}`);
      await panel().getByRole('button', { name: 'Opzij zetten' }).click();
      const question = page.getByRole('dialog', { name: 'Lijn opzij zetten' });
      await question.getByText('Niet voor de school').click();
      await question.getByLabel(/Toelichting/).fill('voor een andere school');
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await question.waitFor({ state: 'detached' });
    }
    await screen.open('/bank');
    await page.getByText('Alle lijnen zijn verwerkt.').waitFor();
    await tab(/^Opzij gezet/).click();
    await grid().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('opens a booked line again after saying what comes back, and it is a proposal once more', async () => {
    const { page } = screen;
    const number = families.both[0].number ?? '';
    await tab(/^Afgepunt/).click();
    await grid().getByText(number).first().dblclick();
    await panel().getByRole('button', { name: 'Weer openen' }).click();
    const question = page.getByRole('dialog', { name: 'Deze lijn weer openen?' });
    await question.getByText(`${number}: ${formatCents(families.both[0].openCents)} staat weer open`).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 lijn weer open.').waitFor();
    await tab(/^Voorstellen \(1\)/).click();
    await grid().getByText(number).first().waitFor();
  });

  it('undoes the whole statement, and the open list is as it was', async () => {
    const { page } = screen;
    await expect.poll(totals).not.toBe(before);
    await screen.open('/bank?view=statements');
    await page.getByRole('table', { name: 'Ingelezen uittreksels' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nummer 218 tot 19/11/2026 ongedaan maken' }).click();
    await page
      .getByRole('dialog')
      .getByText(/tegengeboekt/)
      .waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/is ongedaan gemaakt\. Het bestand kan opnieuw/).waitFor();
    await expect.poll(totals).toBe(before);
  });

  it('keeps the accounts of the schools in Instellingen', async () => {
    const { page } = screen;
    await screen.open('/instellingen?tab=accounts');
    const table = page.getByRole('table', { name: 'Bankrekeningen van de scholen' });
    await table.getByText('oudercomité').waitFor();
    await page.getByLabel('Rekeningnummer (IBAN)').fill('BE68 5390 0754 7035');
    await page.getByRole('button', { name: 'Rekening toevoegen' }).click();
    await page.getByText('Dit rekeningnummer klopt niet.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Rekening BE68 5390 0754 7034 verwijderen' }).click();
    await page.keyboard.press('Control+Enter');
    await table.getByText('oudercomité').waitFor({ state: 'detached' });
  });

  it('drew everything under the strict policy, without one console error', () => {
    expect(screen.problems).toEqual([]);
  });
});
