import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFamily, type FamilyIds } from '#test/support/family.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';

/** Help before it is asked: a signal, a talk with the facts at hand, what is feasible, and how it ended. */
describe('a family that may be glad of help', () => {
  let screen: Screen;
  let family: FamilyIds;

  beforeAll(async () => {
    screen = await openScreen();
    const { store } = screen.application.context;
    const [school, other] = await screen.application.api.schools.list();
    if (!school || !other) throw new Error('The demo group has no two schools');
    family = addFamily(store, school.id, {
      name: 'Gezin Wijnants',
      payers: [
        { firstName: 'Sofie', lastName: 'Wijnants', phone: '0470 00 00 01' },
        { firstName: 'Karim', lastName: 'Wijnants', phone: '0470 00 00 02' },
      ],
      pupils: ['Fien', 'Jef', 'Wout'].map((firstName, index) => ({
        firstName,
        lastName: 'Wijnants',
        schoolId: index === 2 ? other.id : school.id,
        invoices: [{ number: `WIJ-${index}`, amountCents: 62_50, dueDate: '2026-10-15' }],
      })),
    });
  });
  afterAll(() => screen.close());

  it('is pointed at in the dossier, with the facts and a next step, until it was seen', async () => {
    const { page, open } = screen;
    await open(`/dossiers/${family.householdId}`);
    const hint = page.getByRole('region', { name: 'Kan dit gezin hulp gebruiken?' });
    await hint.getByText('Een rekening staat open voor Fien, Jef en Wout.').waitFor();
    await hint.getByRole('link', { name: 'Afbetaalplan maken' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await hint.getByRole('button', { name: 'Een groot deel van het jaar staat open: gezien' }).click();
    await page.getByText('Dit signaal komt terug als er iets verandert.').waitFor();
    await expect.poll(() => hint.getByText('Een groot deel van het jaar staat open').count()).toBe(0);
    await hint.getByRole('link', { name: 'Gesprek voorbereiden' }).click();
    await page.getByRole('heading', { name: 'Gesprek met Sofie Wijnants' }).waitFor();
  });

  it('shows before the talk what this parent needs, in print too, and nothing of the other', async () => {
    const { page } = screen;
    const table = page.getByRole('table', { name: 'Wat er openstaat' });
    await table.getByText('€ 187,50').waitFor();
    await page.getByText('Welk bedrag per maand zou voor u haalbaar zijn').waitFor();
    await page.getByRole('link', { name: '0470 00 00 01' }).waitFor();
    expect(await page.getByText('0470 00 00 02').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Afdrukken' }).click();
    const paper = page.getByRole('dialog', { name: `gespreksblad-${family.householdId}.pdf` });
    await paper.locator('canvas').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => paper.count()).toBe(0);
  });

  it('reckons what is feasible with the keyboard, and keeps it only with consent', async () => {
    const { page, application } = screen;
    await page.getByRole('button', { name: 'Wat is haalbaar?' }).press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Wat is haalbaar?' });
    await tabTo(page, '[aria-label="Loon: bedrag"]');
    await page.keyboard.type('1.900,00');
    await tabTo(page, '[aria-label="Huur of woonkrediet: bedrag"]');
    await page.keyboard.type('950');
    await tabTo(page, '[aria-label="Voeding en verzorging: bedrag"]');
    await page.keyboard.type('850');
    await drawer.getByText('Er blijft € 100,00 per maand over.').waitFor();
    await drawer.getByText('Er is geen referentiebudget voor dit gezin').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await drawer.getByLabel('Het gezin stemt ermee in dat deze bedragen bewaard worden.').click();
    await drawer.getByRole('button', { name: 'Bewaren', exact: true }).click();
    await drawer.getByText('Bewaard sinds 20/11/2026, met toestemming, tot en met 19/05/2027.').waitFor();
    const kept = await application.api.affordability.inventory({ householdId: family.householdId });
    expect(kept?.result.feasibleCents).toBe(50_00);

    await drawer.getByRole('button', { name: 'Nu wissen' }).click();
    await page
      .getByRole('dialog', { name: 'Deze bedragen wissen?' })
      .getByRole('button', { name: 'Nu wissen' })
      .click();
    await page.getByText('De inventaris is definitief gewist.').waitFor();
    await expect.poll(() => drawer.getByLabel('Loon: bedrag').inputValue()).toBe('');
    await drawer.getByLabel('Loon: bedrag').fill('1.000,00');
    await drawer.getByLabel('Huur of woonkrediet: bedrag').fill('920');
    await drawer.getByText('Er blijft € 80,00 per maand over.').waitFor();
    await drawer.getByRole('button', { name: 'Dit bedrag gebruiken' }).click();
    await page.getByText('€ 40,00 per maand').waitFor();
  });

  it('ends in two clicks: a plan is asked, reminders wait, and the amount goes along to the plan', async () => {
    const { page, application } = screen;
    await page.getByRole('radio', { name: 'Afbetaalplan gevraagd' }).click();
    await page.getByLabel('Nota', { exact: true }).fill('Wil 40 euro per maand.');
    await page.keyboard.press('Control+Enter');
    const outcome = page.getByRole('region', { name: 'Hoe liep het af?' });
    await outcome.getByText('Herinneringen wachten (afbetaalplan) tot en met 20/12/2026.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await application.api.holds.list({ kind: 'plan', scope: 'payer' })).toMatchObject([
      { payerName: 'Sofie Wijnants', untilDate: '2026-12-20' },
    ]);
    await outcome.getByRole('button', { name: 'Afbetaalplan maken' }).click();
    await expect.poll(() => page.url()).toMatch(/\/plan\?.*monthlyCents=4000/);
  });

  it('takes the outcome back, with what stays', async () => {
    const { page, application, open } = screen;
    await open(`/dossiers/${family.householdId}/gesprek?payerId=${family.payerIds[1]}`);
    await page.getByRole('heading', { name: 'Gesprek met Karim Wijnants' }).waitFor();
    await page.getByRole('radio', { name: 'Betwisting' }).click();
    await page.getByRole('button', { name: 'Uitkomst bewaren' }).click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText('De nota blijft in het dossier').waitFor();
    expect(await application.api.holds.list({ kind: 'dispute', scope: 'payer' })).toEqual([]);
    await open(`/dossiers/${family.householdId}`);
    await page.getByText('Betwisting.').first().waitFor();
  });

  it('stands in the list of everybody by name, and a school can switch a signal off', async () => {
    const { page, open } = screen;
    await open('/hulp?tab=signals&kind=manyChildren');
    const list = page.getByRole('list', { name: 'Signalen' });
    await list.getByRole('link', { name: 'Gezin Wijnants' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await open('/instellingen?tab=help');
    await page.getByRole('checkbox', { name: 'Drie of meer kinderen met een open rekening' }).click();
    await page.getByText('Bewaard.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Eerste volwassene wijzigen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Referentiebudget: eerste volwassene' });
    await dialog.getByLabel('Per maand').fill('700,00');
    await dialog.getByLabel('Bron').fill('OCMW, mei 2026');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('row', { name: /Eerste volwassene.*€ 700,00.*OCMW, mei 2026/ }).waitFor();
    expect(screen.problems).toEqual([]);
  });
});
