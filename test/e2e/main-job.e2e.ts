import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

/** Demo school → Openstaand → unieke leerlingen → tekst → voorbeeld → verzenden → brieven → dossier. */
describe('the main job, from the list to what stands in the dossier', () => {
  let screen: Screen;
  let smtp: SmtpServer;

  beforeAll(async () => {
    smtp = await startSmtpServer();
    screen = await openScreen();
  });
  afterAll(async () => {
    await screen.close();
    await smtp.close();
  });

  it('keeps the mail settings, and never shows the password again', async () => {
    const { page } = screen;
    await screen.open('/instellingen?tab=mail');
    await page.getByLabel('Server (SMTP)').fill('127.0.0.1');
    await page.getByLabel('Poort').fill(String(smtp.port));
    await page.getByRole('combobox', { name: 'Beveiliging' }).click();
    await page.getByRole('option', { name: /^geen/ }).click();
    await page.getByLabel(/Hoogstens per minuut/).fill('0');
    await page.getByLabel('Naam van de afzender').fill('Schooladministratie');
    await page.getByLabel('E-mailadres van de afzender').fill('school@voorbeeld.example');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('De e-mailinstellingen zijn bewaard.').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Sluiten' }).click();
    const { settings } = await screen.application.api.correspondence.mailSettings();
    expect(settings).toMatchObject({ host: '127.0.0.1', port: smtp.port, security: 'none' });
  });

  it('sends a test to an own address, and nothing to a family', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: /Test naar mezelf/ }).click();
    await page.getByRole('dialog').getByLabel('E-mailadres').fill('ik@school.example');
    await page.getByRole('button', { name: 'Test versturen' }).click();
    await page.getByText('De test is vertrokken naar ik@school.example.').waitFor();
    expect(smtp.received.map(({ recipients }) => recipients)).toEqual([['ik@school.example']]);
  });

  it('prepares a message for every chosen pupil, exceptions first', async () => {
    const { page } = screen;
    await screen.open('/openstaand?className=%221B%22');
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: 'Selecteer unieke leerlingen' }).click();
    await page.getByRole('button', { name: /Bericht maken/ }).click();
    await page.getByRole('heading', { name: 'Bericht maken' }).waitFor();
    await page.getByRole('combobox', { name: 'Tekst' }).click();
    await page.getByRole('option', { name: /vriendelijk/i }).click();
    await page.getByRole('table', { name: 'Berichten' }).waitFor();
    await page
      .getByRole('document', { name: 'Voorbeeld van de e-mail' })
      .or(page.getByRole('img', { name: 'Voorbeeld van de brief' }))
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('shows one message as mail and as letter, and lets one fall', async () => {
    const { page } = screen;
    await page.getByText(/^Alle \d+$/).click();
    const table = page.getByRole('table', { name: 'Berichten' });
    const first = table.getByRole('row').nth(1);
    await first.getByRole('button').first().click();
    await page.getByText('E-mail', { exact: true }).last().click();
    const mail = page.getByRole('document', { name: 'Voorbeeld van de e-mail' });
    await expect.poll(() => mail.evaluate((host) => host.shadowRoot?.textContent ?? '')).toMatch(/€\s?\d/);
    await page.getByText('Brief', { exact: true }).last().click();
    await expect
      .poll(() => page.getByRole('img', { name: 'Voorbeeld van de brief' }).locator('canvas').count())
      .toBeGreaterThan(0);
    const before = await page.getByRole('contentinfo').or(page.locator('body')).first().innerText();
    await first.getByRole('button', { name: /^Laten vallen/ }).click();
    await table.getByRole('button', { name: /^Toch versturen/ }).waitFor();
    const after = await page.locator('body').innerText();
    expect(after).not.toBe(before);
  });

  it('changes the channel of one message, and takes that back', async () => {
    const { page } = screen;
    const table = page.getByRole('table', { name: 'Berichten' });
    const byMail = page.getByRole('cell', { name: 'E-mail', exact: true });
    const mail = table.getByRole('row').filter({ has: byMail }).first();
    await mail.getByRole('button').first().click();
    await page.getByRole('button', { name: 'Als brief versturen' }).click();
    await table.getByText('U hebt dit bericht aangepast.').waitFor();
    await page.getByRole('button', { name: 'Aanpassing ongedaan maken' }).click();
    await table.getByText('U hebt dit bericht aangepast.').waitFor({ state: 'detached' });
  });

  it('sends each mail once, and puts the letters ready to print', async () => {
    const { page, application } = screen;
    const alreadyReceived = smtp.received.length;
    await page.getByRole('button', { name: /^Verzenden/ }).click();
    await page.getByText('1 bericht laat u vallen').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Postvak uit' }).waitFor({ timeout: 60_000 });
    const [batch] = await application.api.correspondence.batches();
    if (!batch) throw new Error('No batch');
    const { messages } = await application.api.correspondence.outbox({ batchId: batch.batchId });
    const mails = messages.filter(({ channel }) => channel === 'email');
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.every(({ status }) => status === 'sent')).toBe(true);
    const arrived = smtp.received.slice(alreadyReceived).flatMap(({ recipients }) => recipients);
    expect(arrived.toSorted()).toEqual(mails.map(({ address }) => address).toSorted());
    await page.getByText(`${mails.length} verzonden`).first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('makes one PDF of the letters, and books them when the office says they were posted', async () => {
    const { page, application } = screen;
    const [batch] = await application.api.correspondence.batches();
    const letters = batch?.counts.lettersToPrint ?? 0;
    expect(letters).toBeGreaterThan(0);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Brieven afdrukken' }).click();
    const file = await (await download).path();
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    const words = execFileSync('pdftotext', [file, '-']).toString();
    expect(words.match(/Pagina 1/g)?.length ?? words.match(/Page 1/g)?.length ?? 0).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Afgedrukt en gepost' }).click();
    const dialog = page.getByRole('dialog');
    if (letters > 1) {
      // Only the first was really posted; the others stay ready.
      await dialog.getByText('Alleen deze').click();
      await dialog.getByRole('checkbox').first().check();
      expect(await accessibilityProblems(page)).toEqual([]);
      await dialog.getByRole('button', { name: '1 brief bevestigen' }).click();
      await page.getByText('1 afgedrukt').first().waitFor();
      await page.getByRole('button', { name: 'Afgedrukt en gepost' }).click();
    }
    await dialog.getByRole('button', { name: /bevestigen$/ }).click();
    await page.getByText(`${letters} afgedrukt`).first().waitFor();
  });

  it('shows in the dossier what left, when, to whom, with its bytes', async () => {
    const { page, application } = screen;
    const [batch] = await application.api.correspondence.batches();
    const { messages } = await application.api.correspondence.outbox({ batchId: batch?.batchId, channel: 'email' });
    const [sent] = messages;
    if (!sent) throw new Error('Nothing was sent');
    await screen.open(`/dossiers/${sent.householdId}`);
    await page.getByText('verzonden').first().waitFor();
    await screen.open(`/postvak-uit?messageId=${sent.messageId}`);
    const panel = page.getByRole('dialog');
    await panel
      .getByText(/SHA-256/)
      .first()
      .waitFor();
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Bewijs bewaren' }).click();
    const bytes = readFileSync(await (await download).path());
    const left = smtp.received.find(({ recipients }) => recipients[0] === sent.address);
    expect(left && bytes.toString().trim()).toBe(left?.bytes.toString().trim());
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('drew everything under the strict policy, without one console error', () => {
    expect(screen.problems).toEqual([]);
  });
});
