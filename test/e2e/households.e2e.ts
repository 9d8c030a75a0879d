import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addFamily, addInvoice, type FamilyIds } from '#test/support/family.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

describe('A family that changes, on the demo school', () => {
  let screen: Screen;
  let family: FamilyIds;
  let pupilId: number;

  /** Anke and Bram live together with Noor (18 on 1 January 2027) and Jef; 240.00 of October is open for Noor. */
  beforeAll(async () => {
    screen = await openScreen();
    const { store } = screen.application.context;
    const schoolId = store.sql.prepare('SELECT min(id) FROM schools').pluck().get() as number;
    family = addFamily(store, schoolId, {
      name: 'Gezin Wissel',
      payers: [
        { firstName: 'Anke', lastName: 'Wissel', email: 'anke.wissel@voorbeeld.example' },
        { firstName: 'Bram', lastName: 'Keer' },
      ],
      pupils: [
        { firstName: 'Noor', lastName: 'Keer', invoices: [{ number: 'W-100', amountCents: 24_000 }] },
        { firstName: 'Jef', lastName: 'Keer' },
      ],
    });
    [pupilId = 0] = family.pupilIds;
    addInvoice(store, schoolId, pupilId, { number: 'W-101', amountCents: 10_001, issueDate: '2026-11-10' });
    store.sql.prepare("UPDATE pupils SET birth_date = '2009-01-01' WHERE id = ?").run(pupilId);
  });
  afterAll(() => screen.close());
  beforeEach(async () => {
    await screen.open(`/dossiers/${family.householdId}`);
    // Also clears the notices of the test before.
    await screen.page.reload();
    await screen.page.getByRole('heading', { name: 'Facturen', level: 2 }).waitFor();
  });

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name, exact: true });
  const menuItem = (name: string) => screen.page.getByRole('menuitem', { name });
  const dialog = () => screen.page.getByRole('dialog');
  const chooseSchool = async (name: string): Promise<void> => {
    await screen.page.getByRole('banner').getByRole('combobox', { name: 'School' }).click();
    await screen.page.getByRole('option', { name }).click();
  };
  const axe = async () => expect(await accessibilityProblems(screen.page)).toEqual([]);

  async function owed(): Promise<Record<string, number>> {
    const page = await screen.application.api.dossier.page({ householdId: family.householdId });
    return Object.fromEntries(page.payers.map(({ firstName, openCents }) => [firstName, openCents]));
  }

  it('keeps who signed the school rules', async () => {
    await button('Acties voor Anke Wissel').click();
    await menuItem('Schoolreglement …').click();
    await dialog().getByText('De clausule “ieder het geheel” bindt enkel wie tekende.').waitFor();
    await axe();
    await dialog().getByLabel('Getekend op').fill('01/09/2026');
    await screen.page.keyboard.press('Tab');
    await dialog().getByRole('button', { name: 'Handtekening bewaren' }).click();
    await screen.page.getByText('De handtekening is bewaard.').waitFor();
    const signatures = await screen.application.api.people.rulesSignatures({ householdId: family.householdId });
    expect(signatures.map(({ payerName, signedOn }) => [payerName, signedOn])).toEqual([
      ['Anke Wissel', '2026-09-01'],
      ['Anke Wissel', '2026-09-01'],
    ]);
  });

  it('shows what a separation changes to the cent, warns, keeps it, and takes it back', async () => {
    const { page } = screen;
    await button('Meer acties voor dit gezin').click();
    await menuItem('Wie betaalt vanaf een dag (scheiding, voogd) …').click();
    await dialog().getByText('Er is geen handtekening van Bram Keer onder het schoolreglement voor Noor.').waitFor();
    await dialog().getByLabel('Vanaf deze dag').fill('01/11/2026');
    await page.keyboard.press('Tab');
    await dialog().getByRole('radiogroup', { name: 'Hoe voor Noor?' }).getByLabel('Gesplitst').check();
    await dialog().getByLabel('Aandeel van Anke Wissel voor Noor').fill('70');
    await dialog().getByLabel('Aandeel van Bram Keer voor Noor').fill('30');
    await dialog().getByText('Samen 100 %').waitFor();
    await dialog().getByLabel('Verandert voor Jef').uncheck();
    const effects = dialog().getByRole('table', { name: 'Wat verandert er, op de cent' });
    await effects.getByText('70,01').waitFor();
    const words = (await effects.innerText()).replaceAll(/\s+/g, ' ');
    expect(words).toContain('blijft zo');
    expect(words).toContain('30,00');
    await dialog().getByText('Gelijke delen zijn dan enkel een uitgangspunt').waitFor();
    await axe();
    await dialog().getByRole('button', { name: 'Zo bewaren' }).click();
    await page.getByText('Wie betaalt, verandert vanaf die dag.').waitFor();
    expect(await owed()).toEqual({ Anke: 24_000 + 7001, Bram: 24_000 + 3000 });
    await button('Ongedaan maken').last().click();
    await page.getByText('De wijziging is ongedaan gemaakt.').waitFor();
    expect(await owed()).toEqual({ Anke: 34_001, Bram: 34_001 });
  });

  it('tells what changed, with why something cannot be taken back, by keyboard', async () => {
    const { page } = screen;
    await tabTo(page, '[aria-label="Meer acties voor dit gezin"]', 120);
    await page.keyboard.press('Enter');
    await menuItem('Wijzigingen van dit gezin …').press('Enter');
    await dialog().getByText('Wie betaalt voor één leerling, verandert vanaf 01/11/2026').waitFor();
    await dialog().getByText('ongedaan gemaakt', { exact: true }).waitFor();
    await axe();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('splits a household and puts it together again with the button of the notice', async () => {
    const { api } = screen.application;
    const { page } = screen;
    const [anke = 0, bram = 0] = family.payerIds;
    const [, jef = 0] = family.pupilIds;
    const joint = (payerId: number) => [{ payerId, kind: 'joint' as const, shareBp: 10_000 }];
    await api.people.setLiabilities({ pupilId, liabilities: joint(anke) });
    await api.people.setLiabilities({ pupilId: jef, liabilities: joint(bram) });
    await button('Meer acties voor dit gezin').click();
    await menuItem('Gezin splitsen …').click();
    await dialog()
      .getByLabel(/^Jef Keer/)
      .check();
    await dialog()
      .getByLabel(/^Bram Keer/)
      .check();
    await dialog().getByRole('button', { name: 'Splitsen' }).click();
    await page.getByText('Het nieuwe gezin is gemaakt.').waitFor();
    await button('Ongedaan maken').last().click();
    await page.getByText('De wijziging is ongedaan gemaakt.').waitFor();
    await page.getByRole('heading', { name: 'Gezin Wissel', level: 1 }).waitFor();
    expect((await api.dossier.page({ householdId: family.householdId })).pupils).toHaveLength(2);
  });

  it('lets a pupil of age pay from a day on, after asking about the parents', async () => {
    const { page } = screen;
    await screen.open('/hulp?tab=comingOfAge');
    await button('Regelen wie betaalt voor Noor Keer').click();
    await dialog().getByRole('button', { name: 'Bewaren' }).click();
    await dialog().getByText('Kies of de ouders mee verschuldigd blijven.').waitFor();
    await axe();
    await dialog().getByLabel('Ze blijven mee verschuldigd').check();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Noor is betaler vanaf de gekozen dag.').waitFor();
    await page.getByText('leerling betaalt later mee').waitFor();
    expect((await owed())['Noor']).toBe(0);
  });

  it('settles a pupil who left: a statement for each payer, and refused while something is open', async () => {
    const { page } = screen;
    await page.getByRole('region', { name: 'Leerlingen' }).getByLabel('Acties voor Noor Keer').click();
    await menuItem('Verliet de school …').click();
    await dialog().getByLabel('Dag van vertrek').fill('13/11/2026');
    await page.keyboard.press('Tab');
    await axe();
    await dialog().getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('De dag van vertrek is bewaard.').waitFor();
    await screen.open('/hulp?tab=leavers');
    await button('Noor Keer is afgerekend').waitFor();
    const [first, second] = await screen.application.api.schools.list();
    await chooseSchool(second?.name ?? '');
    await button('Noor Keer is afgerekend').waitFor({ state: 'detached' });
    await chooseSchool(first?.name ?? '');
    await button('Noor Keer is afgerekend').waitFor();
    await chooseSchool('Alle scholen');
    await button('Noor Keer is afgerekend').click();
    await page.getByText(/Er staat nog .*340,01 open/).waitFor();
    await button('Afrekening van Noor Keer').click();
    await axe();
    const download = page.waitForEvent('download');
    await dialog().getByRole('button', { name: 'Afrekening voor Anke Wissel opslaan' }).click();
    expect((await download).suggestedFilename()).toMatch(/^afrekening-\d+-\d+\.pdf$/);
  });

  it('made no noise but the refusal that was asked for', () => {
    expect(screen.problems.filter((problem) => !problem.includes('people/markSettled'))).toEqual([]);
  });
});
