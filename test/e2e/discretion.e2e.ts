import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#shared/access/contract.ts';
import { addFamily } from '#test/support/family.ts';
import { addUser, signedIn, testPassword } from '#test/support/users.ts';
import { accessibilityProblems, openScreen, type Screen } from './support/browser.ts';

const why = 'Werk verloren in de zomer.';
const notForYou = 'Alleen te lezen door wie beslist, wie het vroeg en zorg.';

/** Bert asked the fund for a family; Sofie works beside him, Zita is of zorg. */
describe('why a family asked the social fund, where several people work', () => {
  let screen: Screen;
  let approvalId: number;
  beforeAll(async () => {
    screen = await openScreen();
    const { api, context } = screen.application;
    const [school] = await api.schools.list();
    const schoolId = school?.id ?? 0;
    const family = addFamily(context.store, schoolId, {
      name: 'Gezin Hendrickx',
      payers: [{ firstName: 'Leen', lastName: 'Hendrickx' }],
      pupils: [{ firstName: 'Mats', lastName: 'Hendrickx', invoices: [{ number: 'HEN-1', amountCents: 120_00 }] }],
    });
    const thresholds = await api.approvals.thresholds({ schoolId });
    await api.approvals.saveThresholds({ schoolId, thresholds: { ...thresholds, grant: 0 } });
    const year = { schoolId, schoolYear: '2026-2027', source: 'Ouderraad van Hendrickx' };
    const { fundId } = await api.socialFund.saveFund({ ...year, amountCents: 500_00 });
    const add = (name: string, role: Role): number =>
      addUser(context.store, { name, roles: [{ role, schoolId: role === 'administrator' ? null : schoolId }] });
    add('Ann', 'administrator');
    add('Dirk', 'director');
    add('Sofie', 'secretary');
    add('Zita', 'care');
    const grant = await signedIn(context, add('Bert', 'secretary')).socialFund.request({
      requestKey: 'vraag-0001',
      fundId,
      householdId: family.householdId,
      items: [{ invoiceId: family.invoiceIds[0] ?? 0, amountCents: 80_00 }],
      motivation: why,
    });
    approvalId = grant.approvalId ?? 0;
    await screen.page.reload();
  });
  afterAll(() => screen.close());

  async function signIn(name: string): Promise<void> {
    const { page } = screen;
    await page.getByRole('group', { name: 'Wie ben je?' }).getByRole('button', { name }).click();
    await page.getByLabel('Wachtwoord', { exact: true }).fill(testPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('banner').getByRole('button', { name }).waitFor();
  }

  /** Both places where the request stands, with what each tells. */
  async function expectTold(told: string, notTold: string): Promise<void> {
    const { page } = screen;
    await screen.open(`/goedkeuren?approvalId=${approvalId}`);
    const request = page.getByRole('dialog', { name: 'Tussenkomst van het sociaal fonds' });
    await request.getByText('Ouderraad van Hendrickx 2026-2027').waitFor();
    await request.getByText(told, { exact: true }).waitFor();
    expect(await page.getByText(notTold, { exact: true }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screen.open('/hulp?tab=socialFund');
    await page.getByRole('button', { name: 'Tussenkomst voor Gezin Hendrickx openen' }).click();
    const grant = page.getByRole('dialog', { name: 'Tussenkomst van het sociaal fonds' });
    await grant.getByRole('region', { name: 'Motivatie' }).getByText(told, { exact: true }).waitFor();
    expect(await page.getByText(notTold, { exact: true }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }

  it('does not reach the page of a colleague, who is told for whom it is', async () => {
    await signIn('Sofie');
    const answers: string[] = [];
    screen.page.on(
      'response',
      (response) =>
        void response.text().then(
          (text) => answers.push(text),
          () => {},
        ),
    );
    await expectTold(notForYou, why);
    expect(answers.some((text) => text.includes('Ouderraad van Hendrickx'))).toBe(true);
    expect(answers.filter((text) => text.includes(why))).toEqual([]);
  });

  it('is read by the role zorg', async () => {
    const { page } = screen;
    await page.getByRole('banner').getByRole('button', { name: 'Sofie' }).click();
    await page.getByRole('menuitem', { name: 'Iemand anders aan het toetsenbord' }).click();
    await page.getByRole('heading', { name: 'Openstaand is vergrendeld', level: 1 }).waitFor();
    await signIn('Zita');
    await expectTold(why, notForYou);
  });
});
