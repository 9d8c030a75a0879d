import type { BenchCase } from './frame.ts';

/**
 * Everything that `npm run bench` measures. A new case: a file in `cases/`, and its name here. Each is loaded by itself:
 * what one needs does not count in the memory of another.
 */
export const cases: Readonly<Record<string, () => Promise<BenchCase>>> = {
  import: async () => (await import('./cases/import-invoices.ts')).importInvoicesCase,
  'open-items': async () => (await import('./cases/open-items.ts')).openItemsCase,
  letters: async () => (await import('./cases/letters.ts')).lettersCase,
  'run-letters': async () => (await import('./cases/run-letters.ts')).runLettersCase,
  'e-mails': async () => (await import('./cases/mails.ts')).mailsCase,
  coda: async () => (await import('./cases/coda.ts')).codaCase,
  camt: async () => (await import('./cases/camt.ts')).camtCase,
  'bank-match': async () => (await import('./cases/bank-match.ts')).bankMatchCase,
  'household-page': async () => (await import('./cases/household-page.ts')).householdPageCase,
  balances: async () => (await import('./cases/balances.ts')).balancesCase,
  proposal: async () => (await import('./cases/proposal.ts')).proposalCase,
  plans: async () => (await import('./cases/plans.ts')).plansCase,
  'maximum-bill': async () => (await import('./cases/maximum-bill.ts')).maximumBillCase,
  start: async () => (await import('./cases/start.ts')).startCase,
};
