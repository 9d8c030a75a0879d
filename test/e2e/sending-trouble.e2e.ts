import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

/** A server that is away, a wrong address, a line that breaks: what the office sees and what it can do. */
describe('sending when something goes wrong', () => {
  let screen: Screen;
  let smtp: SmtpServer;
  let cut = false;
  let refused: string | null = null;

  beforeAll(async () => {
    smtp = await startSmtpServer({
      refuseRecipient: (address) => {
        refused ??= address;
        return address === refused ? { code: 550, message: 'Mailbox unavailable' } : undefined;
      },
      cutAt: (moment) => {
        if (cut || moment !== 'afterData') return false;
        cut = true;
        return true;
      },
      answerAfterMs: () => 150,
    });
    screen = await openScreen();
    await screen.application.api.correspondence.saveMailSettings({ settings: smtp.settings({ port: 1 }) });
  });
  afterAll(async () => {
    await screen.close();
    await smtp.close();
  });

  async function counts() {
    const [batch] = await screen.application.api.correspondence.batches();
    if (!batch) throw new Error('No batch');
    return batch.counts;
  }
  async function closeDialog(): Promise<void> {
    await screen.page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).last().click();
  }

  it('says what happened, what was kept and what to do when the server is away', async () => {
    const { page } = screen;
    await screen.open('/openstaand');
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: 'Unieke gezinnen' }).click();
    await page.getByRole('button', { name: /Bericht maken/ }).click();
    await page.getByRole('combobox', { name: 'Tekst' }).click();
    await page.getByRole('option', { name: /vriendelijk/i }).click();
    await page.getByRole('button', { name: /^Verzenden/ }).click();
    await page.getByRole('button', { name: 'Nu verzenden' }).click();
    await page.getByText('De mailserver neemt geen verbinding aan.').waitFor({ timeout: 60_000 });
    await page.getByText(/e-mails staan nog klaar/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await closeDialog();
    await page.getByRole('heading', { name: 'Postvak uit' }).waitFor();
    expect((await counts()).emailsSent).toBe(0);
  });

  it('goes on later, stops when asked, and keeps the rest', async () => {
    const { page, application } = screen;
    await application.api.correspondence.saveMailSettings({ settings: smtp.settings() });
    await page.getByRole('button', { name: 'Verder verzenden' }).click();
    await expect.poll(() => smtp.received.length).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByText('Het verzenden is gestopt.').waitFor();
    await closeDialog();
    const { emailsSent, emailsReserved, emailsFailed, emailsUncertain } = await counts();
    expect(emailsSent).toBe(smtp.received.length);
    expect(emailsReserved).toBeGreaterThan(0);
    expect([emailsFailed, emailsUncertain]).toEqual([1, 1]);
    await page.getByText(`${emailsReserved} nog te verzenden`).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('leaves an uncertain message to a person, and sends that one alone again', async () => {
    const { page } = screen;
    const before = await counts();
    await page.getByRole('link', { name: '1 onzeker' }).click();
    await page.getByRole('table', { name: 'Berichten' }).getByRole('button').first().click();
    const panel = page.getByRole('dialog');
    await panel.getByText('U beslist').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Opnieuw versturen' }).click();
    await page.getByText('De ontvanger krijgt dit bericht dan misschien twee keer.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Het bericht is vertrokken.').waitFor();
    expect(await counts()).toMatchObject({
      emailsUncertain: 0,
      emailsSent: before.emailsSent + 1,
      emailsReserved: before.emailsReserved,
    });
    await page.keyboard.press('Escape');
  });

  it('lets a refused message fall only after asking', async () => {
    const { page } = screen;
    const before = await counts();
    await page.getByRole('link', { name: '1 mislukt' }).click();
    await page.getByText(/De mailserver kent dit adres niet/).waitFor();
    await page.getByRole('table', { name: 'Berichten' }).getByRole('button').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Niet meer versturen' }).click();
    await page.getByText('Dit bericht laten vallen?').waitFor();
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await counts()).emailsFailed).toBe(0);
    expect((await counts()).cancelled).toBe(before.cancelled + 1);
    await page.keyboard.press('Escape');
  });

  it('keeps the choice of the list in the address', async () => {
    const { page } = screen;
    await screen.open('/postvak-uit?status=reserved&channel=letter');
    await page.getByRole('table', { name: 'Berichten' }).getByText('af te drukken').first().waitFor();
    expect(await page.getByRole('table', { name: 'Berichten' }).getByText('E-mail').count()).toBe(0);
    await page.reload();
    await page.getByRole('table', { name: 'Berichten' }).getByText('af te drukken').first().waitFor();
  });

  it('drew everything without one console error', () => {
    expect(screen.problems).toEqual([]);
  });
});
