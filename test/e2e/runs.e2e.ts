import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRoot } from '#main/adapters/app-root.ts';
import type { RunPage, RunProposal } from '#shared/runs/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import { accessibilityProblems, openScreen, type Screen, tabTo } from './support/browser.ts';
import { plain } from './support/money-screen.ts';

/** The run of the primary school of the demo, with the bank file of the demo arriving between the proposal and the sending. */
describe('a run of reminders, from the bank to the post', () => {
  let screen: Screen;
  let smtp: SmtpServer;
  let runId = 0;
  /** As it was approved. */
  let approved: RunPage;

  beforeAll(async () => {
    smtp = await startSmtpServer({ answerAfterMs: () => 20 });
    screen = await openScreen();
    const [school] = await screen.application.api.schools.list();
    await screen.page.evaluate((id) => localStorage.setItem('openstaand-school', String(id)), school?.id ?? 0);
    await screen.page.reload();
  });
  afterAll(async () => {
    await screen.close();
    await smtp.close();
  });

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name });
  const dialog = () => screen.page.getByRole('dialog');
  const proposals = () => screen.page.getByRole('grid', { name: 'Voorgestelde herinneringen' });
  const excluded = () => screen.page.getByRole('grid', { name: 'Niet herinnerd, en waarom' });
  const results = () => screen.page.getByRole('grid', { name: 'Berichten en taken van de run' });
  const footer = async (): Promise<string> => plain(await screen.page.locator('main').innerText());
  const run = (): Promise<RunPage> => screen.application.api.runs.page({ runId });
  async function proposal(runProposalId: number): Promise<RunProposal> {
    const found = (await run()).proposals.find((row) => row.runProposalId === runProposalId);
    if (!found) throw new Error(`No proposal ${runProposalId}`);
    return found;
  }
  async function accessible(): Promise<void> {
    expect(await accessibilityProblems(screen.page)).toEqual([]);
  }
  /** The first row of the list as the keyboard finds it. */
  async function openFirst(): Promise<RunProposal> {
    await proposals().focus();
    await screen.page.keyboard.press('Home');
    await screen.page.keyboard.press('Enter');
    await dialog().getByText('Waarom deze fase').waitFor();
    return proposal(Number(/runProposalId=(\d+)/.exec(screen.page.url())?.[1]));
  }

  it('says what a run is when there is none, and shows a dry run of any day without keeping it', async () => {
    const { page, application } = screen;
    await screen.open('/herinneringen');
    await page.getByText('Nog geen run').waitFor();
    await accessible();
    await button(/^Proefrun/).click();
    await dialog().getByRole('textbox', { name: 'Dag' }).fill('12/01/2027');
    await page.keyboard.press('Tab');
    await accessible();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Proefrun voor 12/01/2027').waitFor();
    await proposals().waitFor();
    await accessible();
    const { proposals: foreseen, exclusions } = await application.api.dunning.preview({
      asOf: '2027-01-12',
      schoolIds: [(await application.api.schools.list())[0]?.id ?? 0],
    });
    await page.getByText(`Voorgesteld ${foreseen.length}`).waitFor();
    await page.getByText(`Niet herinnerd ${exclusions.length}`).click();
    await excluded().waitFor();
    await page.reload();
    await excluded().waitFor();
    expect(await application.api.runs.list({ limit: 10 })).toEqual([]);
    await button('Proefrun sluiten').click();
    await page.getByText('Nog geen run').waitFor();
  });

  it('starts for the school at the top of the screen, and asks to look at the bank first', async () => {
    const { page, application } = screen;
    await button('Nieuwe run').click();
    await dialog().getByText('Voor welke scholen?').waitFor();
    const schools = await application.api.schools.list();
    for (const [index, { name }] of schools.entries()) {
      const box = dialog().getByRole('checkbox', { name });
      await expect.poll(() => box.isChecked()).toBe(index === 0);
    }
    await accessible();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Herinneringen van 20 november 2026' }).waitFor();
    runId = Number(/herinneringen\/(\d+)/.exec(page.url())?.[1]);
    expect((await run()).perSchool.map(({ schoolName }) => schoolName)).toEqual([schools[0]?.name]);
    await page.getByText('Kijk eerst naar de bank').waitFor();
    await page.getByText('Er is nog geen rekeninguittreksel ingelezen.').waitFor();
    await page.getByText('Lees eerst het nieuwste uittreksel in, of ga verder met een reden.').waitFor();
    await expect.poll(() => button('Naar het voorstel').isDisabled()).toBe(true);
    await accessible();
    await button(/^Toch verdergaan/).click();
    await dialog().getByLabel('Reden').fill('Het uittreksel komt morgen');
    await accessible();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Het uittreksel komt morgen').waitFor();
    await button('Naar het voorstel').click();
    await proposals().waitFor();
  });

  it('opens a payer with the keyboard: why this stage, what for, and the message as it would leave', async () => {
    const { page } = screen;
    await page.getByText(`Voorgesteld ${(await run()).proposals.length}`).waitFor();
    await accessible();
    await tabTo(page, '[role="grid"]');
    const row = await openFirst();
    expect(row.exceptions).not.toEqual([]);
    await dialog().getByText('dus begint de procedure', { exact: false }).waitFor();
    await dialog().getByRole('img', { name: 'Voorbeeld van de brief' }).locator('canvas').first().waitFor();
    await dialog().getByText('E-mail', { exact: true }).click();
    await dialog().getByRole('document', { name: 'Voorbeeld van de e-mail' }).waitFor();
    await accessible();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => proposals().evaluate((grid) => grid.contains(document.activeElement))).toBe(true);
  });

  it('leaves a payer out with a reason, gives another channel, and takes each back', async () => {
    const { page } = screen;
    const { runProposalId } = await openFirst();
    await dialog()
      .getByRole('button', { name: /^Weglaten/ })
      .click();
    await page.getByLabel('Reden').fill('betaalt vrijdag');
    await accessible();
    await page.keyboard.press('Control+Enter');
    await dialog().getByText('betaalt vrijdag').waitFor();
    await button('Ongedaan maken').click();
    await expect.poll(async () => (await proposal(runProposalId)).isDropped).toBe(false);
    await dialog().getByText('betaalt vrijdag').waitFor({ state: 'detached' });
    await dialog().getByRole('button', { name: 'Ander kanaal' }).click();
    await page.getByRole('menuitem', { name: 'Telefoon' }).click();
    await dialog().getByText('Dit wordt een telefoongesprek.').waitFor();
    await expect.poll(async () => (await proposal(runProposalId)).effectiveChannel).toBe('phone');
    await button('Ongedaan maken').click();
    await expect.poll(async () => (await proposal(runProposalId)).effectiveChannel).toBe('letter');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('leaves several out at once, and puts one on the phone list', async () => {
    const { page } = screen;
    await proposals().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText(/^2 gekozen/).waitFor();
    await button('Weglaten').click();
    await page.getByLabel('Reden').fill('net gesproken');
    await page.keyboard.press('Control+Enter');
    await page.getByText('2 betalers weggelaten uit deze run.').waitFor();
    await expect.poll(async () => (await run()).totals.dropped).toBe(2);
    await proposals().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText(/^1 gekozen/).waitFor();
    await button('Ander kanaal').click();
    await page.getByRole('menuitem', { name: 'Telefoon' }).click();
    await expect.poll(async () => (await run()).totals.tasks).toBe(1);
    await accessible();
  });

  it('holds a household from the list, which then stands with those who are not reminded', async () => {
    const { page } = screen;
    const before = await run();
    const last = before.proposals.findLast(({ effectiveChannel }) => effectiveChannel === 'email');
    if (!last) throw new Error('Nobody gets an e-mail');
    await screen.open(`/herinneringen/${runId}?step=proposal&runProposalId=${last.runProposalId}`);
    await dialog()
      .getByRole('button', { name: /^Opschorten/ })
      .click();
    await page.getByRole('radio', { name: 'Heel het gezin' }).check();
    await page.getByLabel('Reden').fill('in gesprek met het OCMW');
    await accessible();
    await page.keyboard.press('Control+Enter');
    await dialog().first().waitFor({ state: 'detached' });
    const held = async () =>
      (await run()).exclusions.filter(
        ({ householdId, reason }) => householdId === last.householdId && reason === 'held',
      ).length;
    await expect.poll(held).toBeGreaterThan(0);
    await page.getByText(/^Niet herinnerd \d+$/).click();
    await page.getByRole('searchbox', { name: 'Zoeken in de lijst' }).fill(last.householdName);
    await button(/^Opgeschort/).click();
    await excluded().getByText('Opgeschort', { exact: false }).first().waitFor();
    await accessible();
    await page.reload();
    await expect.poll(() => button(/^Opgeschort/).getAttribute('aria-pressed')).toBe('true');
    expect((await run()).totals.dropped).toBe(2);
  });

  it('adds up per stage and channel, and is ready when nobody else has to say yes', async () => {
    const { page } = screen;
    await button('3 Goedkeuren').click();
    const totals = page.getByRole('table', { name: 'Totalen per school, fase en kanaal' });
    await totals.waitFor();
    approved = await run();
    expect(plain(await totals.innerText())).toContain(plain(formatCents(approved.totals.cents)));
    await page.getByText('niemand anders').waitFor();
    await page.getByText('2 betalers weggelaten uit deze run.').waitFor();
    await accessible();
    await button('Klaarzetten').click();
    await page.getByText('Een goed moment?').waitFor();
    await page.getByText('het volgende begin is 01/12/2026', { exact: false }).waitFor();
    expect((await run()).status).toBe('approved');
  });

  it('says in one sentence why nothing can leave, beside the button', async () => {
    const { page, application } = screen;
    await expect.poll(footer).toContain('De mailserver is nog niet ingesteld');
    await expect.poll(() => button('Nu versturen').isDisabled()).toBe(true);
    await accessible();
    await application.api.correspondence.saveMailSettings({ settings: smtp.settings() });
    await page.reload();
    await expect.poll(() => button('Nu versturen').isEnabled()).toBe(true);
  });

  it('sends after the bank file of that morning came in: pause, go on, and nobody twice', async () => {
    const { page, application } = screen;
    const { api } = application;
    const contentBase64 = readFileSync(join(appRoot, 'resources/demo/bankuittreksel.cod')).toString('base64');
    const { fileId, fileName } = await api.bank.preview({ fileName: 'bankuittreksel.cod', contentBase64 });
    expect((await api.jobs.wait(await api.bank.import({ fileId, fileName }))).state).toBe('done');
    await button('Nu versturen').click();
    await dialog().getByText('Vlak voor het vertrek wordt alles opnieuw bekeken', { exact: false }).waitFor();
    await accessible();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => smtp.received.length, { timeout: 60_000 }).toBeGreaterThan(3);
    await button('Pauzeren').click();
    await page.getByText('Het versturen is gepauzeerd.', { exact: false }).waitFor({ timeout: 60_000 });
    await accessible();
    await dialog().getByRole('button', { name: 'Sluiten' }).last().click();
    expect((await run()).status).toBe('sending');
    await button('Verder versturen').click();
    await expect.poll(async () => (await run()).status, { timeout: 100_000 }).toBe('done');
    await dialog().waitFor({ state: 'detached' });
    const { sent } = await run();
    expect(smtp.received).toHaveLength(sent);
    const numbers = await Promise.all(smtp.received.map(async (_mail, index) => (await smtp.read(index)).messageId));
    expect(new Set(numbers).size).toBe(sent);
  });

  it('drops who paid meanwhile and asks who paid a part for the rest, and says so', async () => {
    const after = await run();
    const paid = after.proposals.filter(({ outcomeReason }) => outcomeReason === 'Intussen betaald.');
    const partly = after.proposals.filter(({ outcomeReason }) => outcomeReason.startsWith('Intussen deels betaald'));
    expect(paid.length).toBeGreaterThan(0);
    expect(partly.length).toBeGreaterThan(0);
    for (const row of paid) expect([row.outcome, row.messageId]).toEqual(['dropped', null]);
    for (const row of partly) {
      const before = approved.proposals.find(({ runProposalId }) => runProposalId === row.runProposalId);
      expect(row.totalCents).toBeLessThan(before?.totalCents ?? 0);
    }
    await button(/weggevallen$/).click();
    await results().getByText('Intussen betaald.').first().waitFor();
    await accessible();
    await button(/verstuurd$/).click();
    const sentPartly = partly.find(({ messageStatus }) => messageStatus === 'sent');
    await results()
      .getByText(plain(sentPartly?.outcomeReason ?? '?'))
      .first()
      .waitFor();
  });

  it('keeps the message with its evidence, and puts the call on the worklist', async () => {
    const { page } = screen;
    await results().focus();
    await page.keyboard.press('Enter');
    await dialog()
      .getByText(/^SHA-256/)
      .first()
      .waitFor();
    await accessible();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('1 taak bij Vandaag.').waitFor();
    const tasks = await screen.application.api.today.tasks({});
    expect(tasks.filter((task) => task.runId === runId)).toHaveLength(1);
  });

  it('prints the letters as one PDF and starts the term on the day they were posted', async () => {
    const { page } = screen;
    const waiting = (await run()).waiting;
    const download = page.waitForEvent('download');
    await button(`Gewone brieven (${waiting})`).click();
    expect(
      readFileSync(await (await download).path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await page.getByText('De brieven staan in één PDF bij uw downloads.').waitFor();
    await button(`${waiting} brieven zijn gepost`).click();
    await page.getByText('Alles is gepost.').waitFor();
    expect(await run()).toMatchObject({ printed: waiting, waiting: 0 });
    await accessible();
  });

  it('does not let a second stage leave before its day, and says which day that is', async () => {
    const { page, application } = screen;
    const { api } = application;
    const [schoolId = 0] = (await run()).perSchool.map((school) => school.schoolId);
    const horizon = (await api.dunning.procedures({ schoolId })).find(({ name }) => name === 'De Horizon');
    if (!horizon) throw new Error('The demo school has no procedure');
    // Without a pause of its own only the term of the law stands in the way.
    const stages = horizon.stages.map((stage, index) => (index === 1 ? { ...stage, minimumGapDays: 0 } : stage));
    await api.dunning.saveProcedure({ ...horizon, validFrom: '2026-11-20', stages });
    const second = await api.runs.start({ requestKey: 'een tweede run', schoolIds: [schoolId] });
    await screen.open(`/herinneringen/${second.runId}?step=proposal&list=excluded`);
    await button(/^Termijn loopt/).click();
    await excluded()
      .getByText(/De wettelijke betaaltermijn na de herinnering loopt nog; fase 2 kan vanaf \d\d\/12\/2026\./)
      .first()
      .waitFor();
    await accessible();
    await page.getByText(/^Sinds de run van 20\/11\/2026/).waitFor();
    await button('Run annuleren').click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('table', { name: 'Runs' }).getByText('geannuleerd').waitFor();
    await accessible();
  });

  it('drew everything without one console error', () => {
    expect(screen.problems).toEqual([]);
  });
});
