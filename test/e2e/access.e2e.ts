import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

const passwords = { ann: 'vlierbessen-2026', sofie: 'kastanjelaar-12', dirk: 'zilverschoon-77' } as const;
type Login = keyof typeof passwords;

describe('several people at one keyboard, on the demo school', () => {
  let screen: Screen;
  /** The open invoice that is given up, of one school. */
  let claim: { readonly invoiceId: number; readonly householdId: number; readonly openCents: number };
  beforeAll(async () => {
    screen = await openScreen({ demo: 'withoutHelp' });
    const { rows } = await screen.application.api.ledger.openItems({ filter: { credit: false }, limit: 1 });
    const [row] = rows;
    if (!row?.invoiceId) throw new Error('The demo school has open invoices');
    claim = { invoiceId: row.invoiceId, householdId: row.householdId, openCents: row.openCents };
  });
  afterAll(() => screen.close());

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name });
  const note = () => screen.page.getByLabel('Notitie', { exact: true });
  const heading = (name: string) => screen.page.getByRole('heading', { name, level: 1 });

  async function signIn(login: Login, password: string = passwords[login]): Promise<void> {
    const { page } = screen;
    await page.getByRole('group', { name: 'Wie ben je?' }).getByRole('button', { name: names[login] }).click();
    await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  }
  const names = { ann: 'Ann Beheer', sofie: 'Sofie Secretariaat', dirk: 'Dirk Directie' } as const;

  async function takeOver(from: Login, to: Login): Promise<void> {
    await button(names[from]).click();
    await screen.page.getByRole('menuitem', { name: 'Iemand anders aan het toetsenbord' }).click();
    await heading('Openstaand is vergrendeld').waitFor();
    await signIn(to);
    await heading('Openstaand is vergrendeld').waitFor({ state: 'detached' });
  }

  async function addUser(login: Login, role: string | null): Promise<void> {
    const { page } = screen;
    await button('Gebruiker toevoegen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Naam/).fill(names[login]);
    await dialog.getByLabel('Aanmeldnaam').fill(login);
    await dialog.getByLabel('Nieuw wachtwoord').fill(passwords[login]);
    if (role !== null) {
      await dialog.getByRole('combobox', { name: 'Rol' }).click();
      await page.getByRole('option', { name: role }).click();
    }
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
  }

  it('asks nobody to sign in while there is one person, and says what the first user means', async () => {
    await screen.open('/instellingen?tab=users');
    await screen.page.getByText('Nu werkt hier één persoon, zonder aan te melden').waitFor();
    await expect.poll(() => screen.page.getByRole('link', { name: 'Goedkeuren' }).count()).toBe(0);
    expect(await accessibilityProblems(screen.page)).toEqual([]);
    await addUser('ann', null);
    await heading('Aanmelden bij Openstaand').waitFor();
    expect(await accessibilityProblems(screen.page)).toEqual([]);
  });

  it('shows nothing before somebody has signed in, and one sentence for a wrong password', async () => {
    const { page } = screen;
    await expect(screen.application.api.ledger.openItems({})).rejects.toMatchObject({ code: 'REFUSED' });
    await signIn('ann', 'niet-het-wachtwoord');
    await page
      .getByText(/wachtwoord/i)
      .first()
      .waitFor();
    await expect.poll(() => page.getByLabel('Wachtwoord', { exact: true }).inputValue()).toBe('');
    await page.locator('main').getByRole('alert').waitFor();
    await signIn('ann');
    await page.getByRole('table', { name: 'Lijst van gebruikers' }).waitFor();
  });

  it('adds people with a role and sets from when a second person is asked', async () => {
    const { page } = screen;
    await addUser('sofie', 'Secretariaat');
    await addUser('dirk', 'Directie');
    await page.getByRole('cell', { name: 'Directie (Alle scholen)', exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Vier ogen' }).click();
    await page.getByRole('combobox', { name: 'Buiten invordering' }).click();
    await page.getByRole('option', { name: 'Altijd' }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    const schoolId = (await screen.application.api.ledger.invoice({ invoiceId: claim.invoiceId })).schoolId;
    const schools = await screen.application.api.schools.list();
    if (schools[0]?.id !== schoolId) {
      await page.getByRole('combobox', { name: 'School' }).last().click();
      await page.getByRole('option', { name: schools.find(({ id }) => id === schoolId)?.name ?? '' }).click();
      await page.getByRole('combobox', { name: 'Buiten invordering' }).click();
      await page.getByRole('option', { name: 'Altijd' }).click();
    }
    await button('Bewaren').click();
    // A notice of an earlier saving may still stand there, so the answer of the server tells.
    const thresholds = () => screen.application.api.approvals.thresholds({ schoolId });
    await expect.poll(thresholds).toMatchObject({ writeOff: 0, refund: null });
  });

  it('locks with everything as it stood, also after a reload, and hands the keyboard over', async () => {
    const { page } = screen;
    await screen.open(`/dossiers/${claim.householdId}`);
    await note().fill('half geschreven');
    await button(names.ann).click();
    await page.getByRole('menuitem', { name: 'Vergrendelen' }).click();
    await heading('Openstaand is vergrendeld').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await note().isVisible()).toBe(false);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(passwords.ann);
    await button('Ontgrendelen').click();
    await heading('Openstaand is vergrendeld').waitFor({ state: 'detached' });
    expect(await note().inputValue()).toBe('half geschreven');
    await button(names.ann).click();
    await page.getByRole('menuitem', { name: 'Vergrendelen' }).click();
    await heading('Openstaand is vergrendeld').waitFor();
    await page.reload();
    await heading('Openstaand is vergrendeld').waitFor();
    await signIn('sofie');
    await heading('Openstaand is vergrendeld').waitFor({ state: 'detached' });
    // What was on the screen of one person is not there for the next.
    expect(await note().inputValue()).toBe('');
  });

  it('keeps a write-off of the secretary waiting, visible beside the balance', async () => {
    const { page, application } = screen;
    const asked = await application.api.ledger.writeOff({
      items: [{ invoiceId: claim.invoiceId, amountCents: claim.openCents }],
      ground: 'uncollectable',
      reason: 'onvindbaar',
    });
    expect(asked.outcome).toBe('waiting');
    await screen.open(`/dossiers/${claim.householdId}`);
    await page.reload();
    await page
      .getByText(/wacht(en)? op goedkeuring/)
      .first()
      .waitFor();
    expect((await application.api.ledger.invoice({ invoiceId: claim.invoiceId })).openCents).toBe(claim.openCents);
    await page.getByRole('link', { name: 'Goedkeuren' }).click();
    await page.getByRole('tab', { name: 'Door mij gevraagd' }).click();
    await button(/^Aanvraag bekijken/).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('Wat er verandert').first().waitFor();
    await expect.poll(() => drawer.getByRole('button', { name: 'Goedkeuren' }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('gives it back with a reason, takes it again changed, and books it once approved', async () => {
    const { page, application } = screen;
    const drawer = page.getByRole('dialog');
    await takeOver('sofie', 'dirk');
    await screen.open('/goedkeuren');
    await page.getByText('1 aanvraag wacht op jou.').waitFor();
    await button(/^Aanvraag bekijken/).click();
    await drawer.getByRole('button', { name: 'Afwijzen' }).click();
    await page.getByLabel('Waarom wijs je af?').fill('Vraag eerst een plan.');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Afgewezen\. De aanvraag staat terug/).waitFor();

    await takeOver('dirk', 'sofie');
    await screen.open('/goedkeuren?list=mine');
    await button(/^Aanvraag bekijken/).click();
    await drawer.getByText('Vraag eerst een plan.').waitFor();
    await drawer.getByRole('button', { name: 'Aanpassen en opnieuw indienen' }).click();
    await page.getByLabel('Reden', { exact: true }).fill('Plan geprobeerd, adres onbekend');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/Opnieuw ingediend/)
      .first()
      .waitFor();

    await takeOver('sofie', 'dirk');
    await screen.open('/goedkeuren');
    await button(/^Aanvraag bekijken/).click();
    await drawer.getByText('Plan geprobeerd, adres onbekend').waitFor();
    await drawer.getByRole('button', { name: 'Goedkeuren' }).click();
    await page.getByText('Goedgekeurd en geboekt.').waitFor();
    expect(await application.api.ledger.invoice({ invoiceId: claim.invoiceId })).toMatchObject({
      openCents: 0,
      writtenOffCents: claim.openCents,
    });
  });

  it('refuses what a role may not do, not only on the screen', async () => {
    const { api } = screen.application;
    await expect(api.access.users()).rejects.toMatchObject({ code: 'REFUSED' });
    const [first] = await api.schools.list();
    await expect(api.approvals.thresholds({ schoolId: first?.id ?? 0 })).resolves.toBeDefined();
    await expect(
      api.approvals.saveThresholds({
        schoolId: first?.id ?? 0,
        thresholds: { writeOff: null, remission: null, refund: null, transfer: null, payerAccount: null },
      }),
    ).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('shows the administrator who did what, and proves the chain', async () => {
    const { page } = screen;
    await takeOver('dirk', 'ann');
    await screen.open('/instellingen?tab=audit');
    await page.getByRole('table', { name: 'Regels van het logboek' }).waitFor();
    await page.getByRole('cell', { name: names.dirk }).first().waitFor();
    await button('Logboek narekenen').click();
    await page.getByText(/Alles klopt: \d+ regels/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('leaves nothing in the console but the refusals that were asked for', () => {
    expect(screen.problems.filter((problem) => !/status of 40[39]/.test(problem))).toEqual([]);
  });
});
