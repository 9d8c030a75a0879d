import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFamily } from '#test/support/family.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

describe('a notice, on the demo school', () => {
  let screen: Screen;
  let referralId: number;
  beforeAll(async () => {
    screen = await openScreen();
    const { api, context } = screen.application;
    const [school] = await api.schools.list();
    const [partner] = await api.referrals.partners();
    const { payerIds } = addFamily(context.store, school?.id ?? 0, {
      name: 'Gezin Meldink',
      payers: [{ firstName: 'Leen', lastName: 'Meldink' }],
      pupils: [{ firstName: 'Mats', lastName: 'Meldink' }],
    });
    ({ referralId } = await api.referrals.open({
      payerId: payerIds[0] ?? 0,
      referralPartnerId: partner?.referralPartnerId ?? 0,
      followUpOn: '2026-11-20',
    }));
  });
  afterAll(() => screen.close());

  /** Every screen, dialog and bar at the foot begins where the rail ends. */
  async function expectBesideThePage(text: string): Promise<void> {
    const { page } = screen;
    const notice = await page.getByRole('alert').filter({ hasText: text }).boundingBox();
    const content = await page.locator('#content').boundingBox();
    const lastLink = await page.getByRole('navigation').getByRole('link').last().boundingBox();
    if (!notice || !content || !lastLink) throw new Error('The notice, the page or the rail is not there');
    expect(notice.x + notice.width).toBeLessThanOrEqual(content.x);
    expect(notice.y).toBeGreaterThanOrEqual(lastLink.y + lastLink.height);
    expect(notice.y + notice.height).toBeLessThanOrEqual(content.y + content.height);
  }

  it('of what failed can be read, and lies over nothing of the page', async () => {
    const { page } = screen;
    await screen.open('/hulp?tab=referrals');
    const ask = page.getByRole('button', { name: /^Hoe ging het met Leen Meldink/ });
    await ask.waitFor();
    // Somebody else was first.
    await screen.application.api.referrals.followUp({ referralId, outcome: 'helped' });
    await ask.click();
    await page.getByRole('menuitem', { name: 'Niet bereikt: afsluiten' }).click();
    await page.getByText('Deze doorverwijzing is al afgesloten.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await expectBesideThePage('Dat is niet gelukt');
    await page.getByRole('button', { name: 'Sluiten' }).click();
    await page.getByText('Dat is niet gelukt').waitFor({ state: 'detached' });
  });

  it('of what was done offers the way back, and lies over nothing of the page', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'X-Stra (Antwerpen): verwijderen' }).click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await expectBesideThePage('X-Stra (Antwerpen) staat niet meer in de lijst.');
  });
});
