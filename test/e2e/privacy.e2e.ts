import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

describe('persoonsgegevens, on the demo school', () => {
  let screen: Screen;
  let householdId = 0;
  beforeAll(async () => {
    screen = await openScreen();
    const { rows } = await screen.application.api.dossier.households({ limit: 1 });
    householdId = rows[0]?.householdId ?? 0;
  });
  afterAll(() => screen.close());

  const dialog = () => screen.page.getByRole('dialog', { name: 'Persoonsgegevens van een gezinslid' });

  it('gives a parent everything that is kept, as one PDF, from the dossier', async () => {
    const { page } = screen;
    await screen.open(`/dossiers/${householdId}`);
    const open = page.getByRole('button', { name: 'Inzage, verbetering, wissen …' });
    await open.focus();
    await page.keyboard.press('Enter');
    await dialog().getByText('Wissen kan nog niet:').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await dialog().getByRole('button', { name: 'Verslag (PDF)' }).click();
    expect((await download).suggestedFilename()).toBe('inzage.pdf');
  });

  it('notes a question, says until when to answer, and keeps the answer', async () => {
    const { page } = screen;
    await dialog().getByRole('button', { name: 'Vraag noteren' }).click();
    await page.getByText('De vraag is genoteerd; ze moet binnen een maand beantwoord zijn.').waitFor();
    await page.keyboard.press('Escape');
    await screen.open('/instellingen?tab=privacy');
    await page.getByRole('table', { name: 'Vragen over persoonsgegevens' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: /^Beantwoorden: vraag van/ }).click();
    await page.getByLabel('Wat is er geantwoord?').fill('Het verslag is meegegeven.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Het antwoord is bewaard.').waitFor();
    await page.getByText('Er zijn geen vragen').waitFor();
    expect(await screen.application.api.privacy.requests({ withAnswered: true })).toMatchObject([
      { kind: 'access', answer: 'Het verslag is meegegeven.', answeredOn: '2026-11-20' },
    ]);
  });

  it('leaves nothing in the console', () => {
    expect(screen.problems).toEqual([]);
  });
});
