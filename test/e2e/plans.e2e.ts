import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addInvoice } from '#test/support/family.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo, testDay } from './support/browser.ts';

/** A conversation with two parents ends in one plan on paper, which then watches itself. */
describe('a payment plan, from the conversation to its end', () => {
  let screen: Screen;
  let householdId = 0;
  let schoolId = 0;
  let pupilId = 0;

  beforeAll(async () => {
    screen = await openScreen({ demo: 'withoutHelp' });
    const { api } = screen.application;
    const hits = await api.dossier.search({ text: 'Gezin Abeel–Den' });
    householdId = hits.find(({ kind }) => kind === 'household')?.householdId ?? 0;
    const { pupils } = await api.dossier.page({ householdId });
    const noor = pupils.find(({ firstName }) => firstName === 'Noor');
    schoolId = noor?.schoolId ?? 0;
    pupilId = noor?.pupilId ?? 0;
  });
  afterAll(() => screen.close());

  const paper = { name: 'getekend.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nGetekend') };
  const button = (name: string | RegExp) => screen.page.getByRole('button', { name, exact: true });
  const bills = () => screen.page.getByRole('list', { name: /^Facturen van het plan/ }).getByRole('listitem');
  const plan = async () => {
    const { rows } = await screen.application.api.plans.list({ householdId, text: '' });
    return screen.application.api.plans.page({ planId: rows[0]?.planId ?? 0 });
  };
  async function fromMenu(item: string): Promise<void> {
    await button('Meer over dit plan').click();
    await screen.page.getByRole('menuitem', { name: item }).click();
  }
  async function accessible(): Promise<void> {
    expect(await accessibilityProblems(screen.page)).toEqual([]);
  }

  it('nothing was agreed yet: the list says what a plan is and leads to the family', async () => {
    const { page } = screen;
    await page.getByRole('link', { name: 'Afbetaalplannen' }).click();
    await page.getByRole('heading', { name: 'Nog geen afbetaalplannen' }).waitFor();
    await accessible();
    await button('Afbetaalplan maken').click();
    await page.getByRole('combobox', { name: 'Gezin' }).fill('Abeel–Den');
    await page
      .getByRole('option', { name: /Abeel–Den/ })
      .first()
      .click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Afbetaalplan maken' }).waitFor();
  });

  it('the three parts and what comes of them stand on one page without scrolling', async () => {
    const { page } = screen;
    await page.getByText('Zo ziet het plan eruit').waitFor();
    for (const part of ['1. Wat moet er betaald worden?', '2. Wie betaalt?', '3. Hoeveel en wanneer?', 'Schijven']) {
      const region = page.getByRole('region', { name: part, exact: true });
      await expect.poll(async () => (await region.boundingBox())?.height ?? 0).toBeGreaterThan(0);
      const box = await region.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 9999)).toBeLessThan(725);
    }
    await page.getByText(/^Het plan loopt langer dan de verjaring/).waitFor();
    await accessible();
  });

  it('bills are put in order by dragging and with the keyboard, and the slider moves the end', async () => {
    const { page } = screen;
    const numbers = (): Promise<string[]> =>
      bills().evaluateAll((rows) => rows.map((row) => row.textContent?.slice(0, 10) ?? ''));
    const [first, second, third] = await numbers();
    await bills().first().locator('[draggable]').dragTo(bills().nth(1));
    await expect.poll(async () => (await numbers()).slice(0, 3)).toEqual([second, first, third]);
    await tabTo(page, `[aria-label^="Omlaag: ${second?.slice(0, 10)}"]`, 120);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await numbers()).slice(0, 3)).toEqual([first, second, third]);
    // The keyboard went with the bill.
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await numbers()).slice(0, 3)).toEqual([first, third, second]);
    await tabTo(page, 'input[type=range]', 120);
    const slider = page.getByRole('slider');
    const before = await slider.getAttribute('aria-valuetext');
    expect(before).toMatch(/^€\s35,00 per maand: 10 schijven, de laatste op 05\/09\/2027$/);
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => slider.getAttribute('aria-valuetext'))
      .toMatch(/40,00 per maand: 9 schijven, .*05\/08\/2027/);
    await expect.poll(() => page.getByLabel('Bedrag per maand').last().inputValue()).toBe('40,00');
  });

  it('what the family can spare is reckoned beside it and filled in', async () => {
    const { page } = screen;
    await button('Wat is haalbaar?').click();
    const drawer = page.getByRole('dialog', { name: 'Wat is haalbaar?' });
    await drawer.getByLabel('Loon: bedrag').fill('90,00');
    await drawer.getByRole('button', { name: 'Dit bedrag gebruiken' }).click();
    await drawer.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel('Bedrag per maand').last().inputValue()).toBe('45,00');
  });

  it('a refusal keeps what was typed, and says what is missing', async () => {
    const { page } = screen;
    await page.getByLabel('Afspraak in woorden').fill('Belt als het niet lukt.');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Vul in op welke dag het gezin akkoord ging/).waitFor();
    expect(await page.getByLabel('Afspraak in woorden').inputValue()).toBe('Belt als het niet lukt.');
    await accessible();
  });

  it('the paper can be seen before anything is kept, and Ctrl+Enter makes the plan', async () => {
    const { page } = screen;
    await tabTo(page, 'input[aria-label="Gezin ging akkoord op"]', 200);
    await page.keyboard.type('20/11/2026');
    await page.keyboard.press('Tab');
    await button('Voorbeeld van het document').click();
    await page.getByRole('menuitem').first().click();
    const viewer = page.getByRole('dialog');
    await viewer.locator('canvas').first().waitFor();
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Het plan ligt als voorstel klaar/).waitFor();
    await page.getByRole('table', { name: 'Schijven' }).getByText('05/07/2027').waitFor();
    expect(await plan()).toMatchObject({ state: 'proposed', note: 'Belt als het niet lukt.', isCombined: true });
    await accessible();
  });

  it('each payer has an own document, and it can be sent', async () => {
    const { page } = screen;
    await button('Document').click();
    await page.getByRole('menuitem', { name: /^Openen voor Anke/ }).click();
    const viewer = page.getByRole('dialog');
    await viewer.locator('canvas').first().waitFor();
    await accessible();
    await viewer.getByRole('button', { name: 'Sluiten' }).last().click();
    await button('Document').click();
    await page.getByRole('menuitem', { name: 'Versturen …' }).click();
    await page.getByRole('radio', { name: 'Brief' }).click();
    await accessible();
    await page.keyboard.press('Control+Enter');
    await page.getByText('2 documenten staan klaar in Postvak uit.').waitFor();
    await page.getByRole('button', { name: 'Document openen' }).first().waitFor();
  });

  it('signed by both with the paper, it runs and the clock begins again', async () => {
    const { page } = screen;
    await button('Getekend …').click();
    const dialog = page.getByRole('dialog', { name: 'Plan getekend' });
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('Voeg het papier of het bericht toe: zonder bewijs telt het niet.').waitFor();
    await dialog.locator('input[type=file]').setInputFiles(paper);
    await dialog.getByText('Nieuw bestand: getekend.pdf').waitFor();
    await accessible();
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Het plan loopt zoals afgesproken: €\s45,00 tegen 05\/12\/2026\.$/).waitFor();
    await page.getByText('verjaart vanaf 21/11/2027').waitFor();
    await accessible();
  });

  it('stands in the list under its state, and in the dossier in one line', async () => {
    const { page } = screen;
    await screen.open('/afbetaalplannen');
    await page.getByRole('radio', { name: 'Loopt (1)' }).waitFor({ state: 'attached' });
    const grid = page.getByRole('grid', { name: 'Afbetaalplannen' });
    await grid.getByText('Anke Abeel').waitFor();
    await accessible();
    await page.getByText('Loopt achter (0)').click();
    await page.getByRole('heading', { name: 'Geen plan past bij deze keuze' }).waitFor();
    expect(page.url()).toContain('state=breached');
    await button('Alles tonen').click();
    await tabTo(page, '[role=grid]', 60);
    await page.keyboard.press('Enter');
    await page.getByText(/^Het plan loopt zoals afgesproken/).waitFor();
    await screen.open(`/dossiers/${householdId}`);
    const card = page.getByRole('region', { name: 'Afbetaalplan', exact: true });
    await card.getByText('Loopt').waitFor();
    await accessible();
    await card.getByRole('link', { name: /op 05\/12\/2026/ }).click();
    await page.getByText(/^Het plan loopt zoals afgesproken/).waitFor();
  });

  it('a bill is taken out and brought back, at the same amount a month', async () => {
    const { page } = screen;
    const table = page.getByRole('table', { name: 'Facturen, in de volgorde van betalen' });
    const before = (await plan()).claims.length;
    await table
      .getByRole('button', { name: /^Weghalen uit het plan/ })
      .first()
      .click();
    await page.getByText(/staat niet meer in het plan\./).waitFor();
    await expect.poll(async () => (await plan()).claims.length).toBe(before - 1);
    await button('Ongedaan maken').click();
    await page.getByText(/staat weer in het plan\.$/).waitFor();
    await expect.poll(async () => (await plan()).claims.length).toBe(before);
  });

  it('is changed with its reason in the same form, and what it was stays readable', async () => {
    const { page } = screen;
    await fromMenu('Wijzigen');
    await page.getByRole('heading', { name: 'Afbetaalplan wijzigen' }).waitFor();
    await page.getByLabel('Bedrag per maand').last().fill('50,00');
    await button('Voorbeeld van het document').click();
    await page.getByRole('menuitem').first().click();
    const viewer = page.getByRole('dialog');
    await viewer.locator('canvas').first().waitFor();
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.getByText('Schrijf waarom het plan verandert.').waitFor();
    await accessible();
    await page.getByLabel('Waarom verandert het plan?').fill('Er kan meer betaald worden');
    await page.keyboard.press('Control+Enter');
    const history = page.getByRole('region', { name: 'Hoe het plan veranderde' });
    await history.getByText(/^versie 1: /).waitFor();
    const now = history.getByRole('listitem').filter({ hasText: '(geldt nu)' });
    await now.getByText('Er kan meer betaald worden').waitFor();
    expect(await now.count()).toBe(1);
    expect((await plan()).instalments[0]?.amountCents).toBe(5000);
  });

  it('pauses, is stopped, and runs again when that is taken back', async () => {
    const { page } = screen;
    await fromMenu('Pauzeren …');
    await page.getByLabel('Waarom?').fill('Even zonder werk');
    await accessible();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Het plan schuift 1 maand op.').waitFor();
    await expect.poll(async () => (await plan()).next?.dueDate).toBe('2027-01-05');
    await fromMenu('Stopzetten …');
    await page.getByLabel('Waarom?').fill('Verhuisd');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Stopgezet op 20\/11\/2026 \(Verhuisd\)\./).waitFor();
    await accessible();
    await button('Ongedaan maken').click();
    await page.getByText('Het plan loopt weer.').waitFor();
    await expect.poll(async () => (await plan()).endedOn).toBe(null);
  });

  it('a school says how its plans begin, and what happens with a new bill', async () => {
    const { page, application } = screen;
    await screen.open('/instellingen?tab=plans');
    await page.getByLabel('Speling na een schijf').fill('7');
    await page
      .getByRole('combobox', { name: /^Nieuwe facturen van/ })
      .first()
      .click();
    await page.getByRole('option', { name: 'Vragen of ze mee in het plan mag' }).click();
    await page.getByLabel('Leningen met rente toestaan').click();
    await page.getByText(/^Een afbetaalplan is gratis\./).waitFor();
    await page.getByLabel('Leningen met rente toestaan').click();
    await accessible();
    await button('Bewaren').click();
    await page.getByText('De afspraken over plannen zijn bewaard.').waitFor();
    const schools = await application.api.schools.list();
    const saved = await application.api.plans.settings({ schoolId: schools[0]?.id ?? 0 });
    expect(saved).toMatchObject({ toleranceDays: 7, allowsInterest: false });
    expect(saved.billingGroups[0]?.rule).toBe('ask');
  });

  it('a bill that comes later, of a group that asks, is a question on the list of the day and answered once', async () => {
    const { page, application } = screen;
    const { api, context } = application;
    const { billingGroups } = await api.plans.settings({ schoolId });
    const settings = { toleranceDays: 5, remindDaysBefore: null, proposedDays: 30, allowsInterest: false };
    const rules = billingGroups.map(({ billingGroupId }) => ({ billingGroupId, rule: 'ask' as const }));
    await api.plans.saveSettings({ schoolId, settings, billingGroups: rules });
    const later = addInvoice(context.store, schoolId, pupilId, { number: '2026-99001', amountCents: 4500 });
    context.store.sql.prepare('UPDATE invoices SET created_at = ? WHERE id = ?').run(context.clock.now(), later);
    await screen.open('/vandaag');
    await page.reload();
    await page.getByRole('link', { name: /^Beslissen: Nieuwe factuur voor een afbetaalplan: .*Abeel–Den/ }).click();
    const question = page.getByRole('region', { name: 'Nieuwe facturen' });
    await question.waitFor();
    await accessible();
    await question.getByRole('button', { name: 'Nee, 2026-99001 blijft buiten het plan' }).click();
    await page.getByText('2026-99001 blijft buiten het plan en volgt de gewone herinneringen.').waitFor();
    await question.waitFor({ state: 'detached' });
    await page.getByText(/^Niet in het plan \(\d\)$/).waitFor();
  });

  it('a plan that is not kept is first on the list of the day, which leads to it', async () => {
    const { page, application } = screen;
    const made = await breachedPlan(application.api);
    await screen.open('/vandaag');
    await page.reload();
    await page
      .getByRole('table', { name: 'Eerst' })
      .getByRole('link', { name: `Plan openen: Afbetaalplan niet gevolgd: ${made.householdName}` })
      .click();
    await page.getByText(/^Sinds 30\/10\/2026 is er €\s[\d.,]+ minder ontvangen dan afgesproken\./).waitFor();
    await page.getByRole('table', { name: 'Schijven' }).getByText('te laat').waitFor();
    await accessible();
    await screen.open('/afbetaalplannen?state=breached');
    await page.getByText(/te weinig$/).waitFor();
    await accessible();
  });

  it('has nothing to say to the console', () => expect(screen.problems).toEqual([]));
});

/** Of another family: accepted, began on 25 October with five days of tolerance, and nothing came in. */
async function breachedPlan(api: Screen['application']['api']) {
  const { rows } = await api.dossier.households({ limit: 20 });
  for (const { householdId, name } of rows) {
    const { payers } = await api.dossier.page({ householdId });
    const payerIds = payers.map(({ payerId }) => payerId);
    if (name.includes('Abeel') || payerIds.length === 0) continue;
    const { claims, needsConsent } = await api.plans.claimable({ householdId, payerIds });
    const first = claims.find(({ isLimited, planId }) => !isLimited && planId === null);
    if (!first || needsConsent) continue;
    const terms = { invoiceIds: [first.invoiceId], startsOn: '2026-10-25', count: 3 };
    const requestKey = `e2e-${crypto.randomUUID()}`;
    const plan = await api.plans.make({ ...terms, requestKey, householdId, schoolId: first.schoolId, payerIds });
    const contentBase64 = Buffer.from('%PDF-1.4\nGetekend').toString('base64');
    const proof = { fileName: 'getekend.pdf', contentBase64 };
    return api.plans.recordAcceptance({ planId: plan.planId, payerIds, how: 'paper', signedOn: testDay, proof });
  }
  throw new Error('No family of the demo school can have a plan');
}
