import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanRow } from '#shared/plans/shapes.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

/** Who tries the product on the demo school sees what plans and help are, without making them first. */
describe('plans and help on the demo school', () => {
  let screen: Screen;
  let plans: readonly PlanRow[] = [];
  beforeAll(async () => {
    screen = await openScreen();
    plans = (await screen.application.api.plans.list({ text: '' })).rows;
  });
  afterAll(() => screen.close());

  const inState = (state: PlanRow['state']): PlanRow => {
    const plan = plans.find((one) => one.state === state);
    if (!plan) throw new Error(`The demo has no plan that is ${state}`);
    return plan;
  };
  async function accessible(): Promise<void> {
    expect(await accessibilityProblems(screen.page)).toEqual([]);
  }

  it('lists plans in every state but stopped, each with what came in', async () => {
    const { page } = screen;
    await screen.open('/afbetaalplannen');
    for (const state of ['Voorstel (1)', 'Loopt (5)', 'Loopt achter (1)', 'Afgerond (1)', 'Stopgezet (0)']) {
      await page.getByRole('radio', { name: state }).waitFor({ state: 'attached' });
    }
    const grid = page.getByRole('grid', { name: 'Afbetaalplannen' });
    await grid.getByText(/te weinig/).waitFor();
    await grid.getByText('nog niet ondertekend').waitFor();
    await accessible();
  });

  it('shows a plan that is not kept with its paper, and leads to it from the list of the day', async () => {
    const { page } = screen;
    await screen.open('/vandaag');
    await page
      .getByRole('link', { name: `Plan openen: Afbetaalplan niet gevolgd: ${inState('breached').householdName}` })
      .click();
    await page.getByRole('table', { name: 'Schijven' }).getByText('te laat').first().waitFor();
    await page.getByRole('button', { name: 'afbetaalplan-getekend.txt' }).first().click();
    await page
      .getByRole('dialog')
      .getByText(/alles is verzonnen/)
      .waitFor();
    await accessible();
    await page.keyboard.press('Escape');
  });

  it('has something to see in every part of the help', async () => {
    const { page } = screen;
    await screen.open('/hulp?tab=socialFund');
    const grants = page.getByRole('table', { name: 'Vragen en tussenkomsten' });
    await grants.getByText('Gevraagd', { exact: true }).waitFor();
    await grants.getByText('Gegeven', { exact: true }).first().waitFor();
    await accessible();
    await screen.open('/hulp?tab=referrals');
    await page.getByRole('button', { name: /^Hoe ging het met .* bij OCMW Wilgenbeke/ }).waitFor();
    await accessible();
    await screen.open('/hulp?tab=maximumBill');
    await page.getByText('Meerdaagse uitstappen (lager)').first().waitFor();
    await accessible();
  });

  it('tells beside a conversation what the family can spare', async () => {
    await screen.open(`/dossiers/${inState('proposed').householdId}/gesprek`);
    await screen.page.getByText('Haalbaar', { exact: true }).waitFor();
    await accessible();
  });

  it('has nothing to say to the console', () => expect(screen.problems).toEqual([]));
});
