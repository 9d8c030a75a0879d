import type { HouseholdInvoice, HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityProblems, openScreen, type Screen, testDay } from './browser.ts';

/** An amount as it reads on the screen, with ordinary spaces. */
export function shown(cents: number): string {
  return plain(formatCents(cents));
}

export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** The demo school in a browser, with a household of which the money is followed. */
export type MoneyScreen = Awaited<ReturnType<typeof openMoneyScreen>>;

/** Opens it at a household of the demo school; `schoolId` is the school of Noor. */
export async function openMoneyScreen() {
  const screen: Screen = await openScreen();
  const { page } = screen;
  const { api } = screen.application;
  const hits = await api.dossier.search({ text: 'Gezin Abeel–Den' });
  const householdId = hits.find(({ kind }) => kind === 'household')?.householdId ?? 0;
  const { pupils } = await api.dossier.page({ householdId });
  const schoolId = pupils.find(({ firstName }) => firstName === 'Noor')?.schoolId ?? 0;

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
  const dialog = (): Locator => page.getByRole('dialog');

  function household(id = householdId): Promise<HouseholdPage> {
    return api.dossier.page({ householdId: id, withClosed: true });
  }
  /** What a household owes less what it has to its credit. */
  async function balance(id = householdId): Promise<number> {
    const { totals } = await household(id);
    return totals.openCents - totals.creditCents;
  }
  /** The open invoices of the household at the school. */
  async function openInvoices(): Promise<readonly HouseholdInvoice[]> {
    const { invoices } = await household();
    const here = new Set(pupils.filter((pupil) => pupil.schoolId === schoolId).map(({ pupilId }) => pupilId));
    return invoices.filter(({ openCents, pupilId, kind }) => openCents > 0 && kind === 'invoice' && here.has(pupilId));
  }
  /** One of them, for a test that changes it. */
  async function invoiceAt(index: number): Promise<HouseholdInvoice> {
    const invoice = (await openInvoices())[index];
    if (!invoice) throw new Error(`There is no open invoice ${index}`);
    return invoice;
  }
  /** Chooses from the menu *Boeken* of a screen. */
  async function act(path: string, item: string): Promise<void> {
    await screen.open(path);
    await button('Boeken').click();
    await page.getByRole('menuitem', { name: item }).click();
    await dialog().waitFor();
  }
  async function choose(field: string, option: string | RegExp): Promise<void> {
    await dialog().getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option }).first().click();
  }
  /** Every dialog says beforehand what the amounts will be, and can be used by everybody. */
  async function foreseen(...amounts: readonly number[]): Promise<void> {
    const effect = dialog().getByRole('status').filter({ hasText: 'Wat dit verandert' });
    for (const cents of amounts) await expect.poll(async () => plain(await effect.innerText())).toContain(shown(cents));
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  /** Ctrl+Enter, and the dialog goes. */
  async function confirmed(): Promise<void> {
    await page.keyboard.press('Control+Enter');
    await dialog().waitFor({ state: 'detached' });
  }
  async function undo(): Promise<void> {
    await button('Ongedaan maken').last().click();
    await page.getByText('Ongedaan gemaakt.').last().waitFor();
  }
  /** Books cash without the screen; what is not assigned becomes credit. */
  async function receive(amountCents: number, allocations: { invoiceId: number; amountCents: number }[]) {
    const { entries } = await api.ledger.bookReceipts({
      requestKey: `e2e-${crypto.randomUUID()}`,
      schoolId,
      controlTotalCents: amountCents,
      lines: [{ householdId, amountCents, method: 'cash', valueDate: testDay, allocations }],
    });
    return entries[0]?.entryId ?? 0;
  }
  async function takeBack(entryId: number): Promise<void> {
    await api.ledger.reverse({ entryId, reason: 'einde van de test' });
  }
  return {
    ...screen,
    api,
    householdId,
    schoolId,
    button,
    dialog,
    inDialog: (name: string): Locator => dialog().getByRole('textbox', { name }),
    words: async (): Promise<string> => plain(await page.locator('main').innerText()),
    household,
    balance,
    openInvoices,
    invoiceAt,
    act,
    choose,
    foreseen,
    confirmed,
    undo,
    receive,
    takeBack,
  };
}
