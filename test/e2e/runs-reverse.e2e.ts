import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunPage } from '#shared/runs/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import { addUser, testPassword } from '#test/support/users.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';
import { plain } from './support/money-screen.ts';

const secretary = 'Sofie Secretariaat';
const director = 'Dirk Directie';

/** A second person says yes to a run of the secondary school of the demo; afterwards it is taken back. */
describe('a run that a second person approves, and that is taken back', () => {
  let screen: Screen;
  let smtp: SmtpServer;
  let runId = 0;
  let schoolId = 0;

  beforeAll(async () => {
    smtp = await startSmtpServer();
    screen = await openScreen();
    const { api, context } = screen.application;
    schoolId = (await api.schools.list()).at(-1)?.id ?? 0;
    await api.correspondence.saveMailSettings({ settings: smtp.settings() });
    await api.approvals.saveThresholds({
      schoolId,
      thresholds: { ...(await api.approvals.thresholds({ schoolId })), run: 100_00 },
    });
    addUser(context.store, { name: 'Ann Beheer', roles: [{ role: 'administrator', schoolId: null }] });
    addUser(context.store, { name: secretary, login: 'sofie', roles: [{ role: 'secretary', schoolId: null }] });
    addUser(context.store, { name: director, login: 'dirk', roles: [{ role: 'director', schoolId: null }] });
    await screen.page.evaluate((id) => localStorage.setItem('openstaand-school', String(id)), schoolId);
    await screen.page.reload();
    await signIn(secretary);
  });
  afterAll(async () => {
    await screen.close();
    await smtp.close();
  });

  const button = (name: string | RegExp) => screen.page.getByRole('button', { name });
  const dialog = () => screen.page.getByRole('dialog');
  const run = (): Promise<RunPage> => screen.application.api.runs.page({ runId });
  async function accessible(): Promise<void> {
    expect(await accessibilityProblems(screen.page)).toEqual([]);
  }
  async function signIn(name: string): Promise<void> {
    const { page } = screen;
    await page.getByRole('group', { name: 'Wie ben je?' }).getByRole('button', { name }).click();
    await page.getByLabel('Wachtwoord', { exact: true }).fill(testPassword);
    await page.keyboard.press('Enter');
    // The name stands on the button before, too.
    await page.getByLabel('Wachtwoord', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('banner').getByRole('button', { name }).waitFor();
  }
  async function takeOver(from: string, to: string): Promise<void> {
    await button(from).click();
    await screen.page.getByRole('menuitem', { name: 'Iemand anders aan het toetsenbord' }).click();
    await screen.page.getByRole('heading', { name: 'Openstaand is vergrendeld' }).waitFor();
    await signIn(to);
    await screen.page.getByRole('heading', { name: 'Openstaand is vergrendeld' }).waitFor({ state: 'detached' });
  }

  it('waits for somebody else above the amount of the school', async () => {
    const { page, application } = screen;
    const started = await application.api.runs.start({ requestKey: 'een run voor de directie', schoolIds: [schoolId] });
    runId = started.runId;
    await application.api.runs.overrideBank({ runId, reason: 'Het uittreksel komt morgen' });
    await screen.open('/herinneringen');
    await page.getByText('De run van 20/11/2026 is nog niet af').waitFor();
    await accessible();
    await button('Verdergaan').click();
    await button('3 Goedkeuren').click();
    await page.getByText('nog te vragen').waitFor();
    await page.getByText('een tweede persoon').waitFor();
    await button('Ter goedkeuring geven').click();
    await page.getByText('wacht op goedkeuring', { exact: true }).waitFor();
    await page.getByText('Iemand anders moet dit nog goedkeuren, in Goedkeuren.').waitFor();
    await accessible();
    await button('4 Versturen en printen').click();
    await page.getByText('Geef het voorstel eerst ter goedkeuring of zet het klaar, in stap 3.').waitFor();
    await expect.poll(() => button('Nu versturen').isDisabled()).toBe(true);
    await accessible();
    await expect(application.api.runs.send({ runId })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('shows the second person what it comes to, and is ready after the yes', async () => {
    const { page } = screen;
    const { totals } = await run();
    await takeOver(secretary, director);
    await screen.open('/goedkeuren');
    await button(/^Aanvraag bekijken: Run van herinneringen/).click();
    await expect.poll(async () => plain(await dialog().innerText())).toContain(plain(formatCents(totals.cents)));
    await accessible();
    await dialog().getByRole('button', { name: 'Goedkeuren' }).click();
    await expect.poll(async () => (await run()).status).toBe('approved');
    await screen.open(`/herinneringen/${runId}?step=approve`);
    await page.getByText(`door ${director}`).waitFor();
    await accessible();
    await takeOver(director, secretary);
  });

  it('says before taking back exactly what becomes void and what stays', async () => {
    const { page, application } = screen;
    const { api } = application;
    expect((await api.jobs.wait(await api.runs.send({ runId }))).state).toBe('done');
    const { sent, waiting, proposals } = await run();
    expect([sent > 0, waiting > 1]).toEqual([true, true]);
    const letter = proposals.find(({ messageStatus }) => messageStatus === 'reserved');
    await api.runs.confirmPosted({ runId, messageIds: [letter?.messageId ?? 0] });
    await screen.open(`/herinneringen/${runId}`);
    await page.reload();
    await button(/^Run terugdraaien/).click();
    const left = waiting - 1;
    await dialog().getByText(`${left} brieven die nog niet gepost zijn; de nummers blijven bestaan`).waitFor();
    await dialog()
      .getByText(`${sent + 1} berichten die al vertrokken of gepost zijn`)
      .waitFor();
    await accessible();
    await expect.poll(() => dialog().getByRole('button', { name: 'Run terugdraaien' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => button(/^Run terugdraaien/).evaluate((it) => it === document.activeElement)).toBe(true);
    expect((await run()).status).toBe('done');
  });

  it('takes back what was not posted, keeps what left, and lets the stage fall back for the others alone', async () => {
    const { page, application } = screen;
    const before = await run();
    await button(/^Run terugdraaien/).click();
    await dialog().getByLabel('Reden').fill('De tekst was niet nagelezen');
    await page.keyboard.press('Control+Enter');
    await page.getByText(`Teruggedraaid door ${secretary}`, { exact: false }).waitFor();
    await page.getByText('De tekst was niet nagelezen', { exact: false }).waitFor();
    await accessible();
    const after = await run();
    expect(after).toMatchObject({ status: 'reversed', sent: before.sent, printed: 1, waiting: 0 });
    const numbers = (of: RunPage) => of.proposals.map(({ letterNumber }) => letterNumber).toSorted();
    expect(numbers(after)).toEqual(numbers(before));
    await button(/nietig$/).click();
    await page.getByRole('grid', { name: 'Berichten en taken van de run' }).getByText('nietig').first().waitFor();
    const voided = after.proposals.filter(({ outcome }) => outcome === 'void');
    const next = await application.api.dunning.preview({ schoolIds: [schoolId] });
    const asked = new Set(next.proposals.map(({ payerId }) => payerId));
    expect(voided.every(({ payerId }) => asked.has(payerId))).toBe(true);
    expect(after.proposals.some(({ outcome, payerId }) => outcome === 'out' && asked.has(payerId))).toBe(false);
  });

  it('sends a correction to who really got something', async () => {
    const { page, application } = screen;
    const { api } = application;
    const { proposals } = await run();
    await button(/^Rechtzetting sturen/).click();
    await page.getByRole('combobox', { name: 'Tekst' }).click();
    await page.getByRole('option').first().click();
    await accessible();
    await page.keyboard.press('Control+Enter');
    await page.getByText('De rechtzetting is verstuurd.', { exact: false }).waitFor({ timeout: 90_000 });
    const [batch] = await api.correspondence.batches();
    const { messages } = await api.correspondence.outbox({ batchId: batch?.batchId ?? 0, limit: 1000 });
    // By the channel each of them prefers, so a letter may follow an e-mail.
    const reached = [...new Set(messages.map(({ householdId }) => householdId))].toSorted();
    const gotIt = proposals.filter(({ outcome }) => outcome === 'out').map(({ householdId }) => householdId);
    expect(reached).toEqual([...new Set(gotIt)].toSorted());
  });

  it('keeps the run in the list, with where it stands', async () => {
    const { page } = screen;
    await screen.open('/herinneringen');
    await page.getByRole('table', { name: 'Runs' }).getByText('teruggedraaid').waitFor();
    await accessible();
    await page.getByRole('link', { name: '20/11/2026' }).click();
    await page.getByRole('heading', { name: 'Herinneringen van 20 november 2026' }).waitFor();
  });

  it('drew everything without one console error', () => {
    expect(screen.problems.filter((problem) => !/status of 403/.test(problem))).toEqual([]);
  });
});
