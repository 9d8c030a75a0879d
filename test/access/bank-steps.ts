import type { BankLine } from '#shared/bank/shapes.ts';
import { accept, asFile, coda, referenceOf } from '#test/bank/banking.ts';
import { addFamily, type FamilyIds } from '#test/support/family.ts';
import type { Scene, Step } from './step.ts';

/** The commands of the bank, on a statement with one line for each. */
export function bankSteps(scene: () => Scene): readonly Step[] {
  let family: FamilyIds = { householdId: 0, payerIds: [], pupilIds: [], invoiceIds: [] };
  let file = { fileId: '', fileName: '' };
  let lines: readonly BankLine[] = [];
  let bankAccountId = 0;
  let payerAccountId = 0;
  const lineOf = (amountCents: number): number =>
    lines.find((line) => line.amountCents === amountCents)?.transactionId ?? 0;
  return [
    {
      procedure: 'bank.import',
      prepare: async () => {
        const { application, schoolId } = scene();
        const invoices = ['8201', '8202'].map((number) => ({ number, amountCents: 100_00 }));
        family = addFamily(application.context.store, schoolId, {
          name: 'Gezin Geheimnaam',
          payers: [{ firstName: 'Lies', lastName: 'Geheimnaam' }],
          pupils: [{ firstName: 'Noor', lastName: 'Geheimnaam', invoices }],
        });
        const bytes = coda([
          { amountCents: 100_00, reference: referenceOf('8201'), name: 'GEHEIMNAAM LIES' },
          { amountCents: 120_00, reference: referenceOf('8202'), name: 'GEHEIMNAAM LIES' },
          { amountCents: 11_00, name: 'GEHEIMNAAM OMA', account: 'BE62510007547061' },
          { amountCents: 12_00, name: 'ANDERE GEHEIMNAAM' },
        ]);
        file = await application.api.bank.preview(asFile(bytes, 'Geheimnaam.cod'));
      },
      run: async (api) => {
        const { fileId, fileName } = file;
        const job = await api.jobs.wait(await api.bank.import({ fileId, fileName }));
        if (job.state !== 'done') throw new Error(job.failure ?? job.state);
        lines = (await api.bank.lines({})).rows;
      },
    },
    {
      procedure: 'bank.accept',
      run: () =>
        accept(
          scene().application,
          lines.filter(({ amountCents }) => amountCents === 120_00),
        ),
    },
    {
      procedure: 'bank.book',
      run: (api) =>
        api.bank.book({
          transactionId: lineOf(11_00),
          householdId: family.householdId,
          payerId: family.payerIds[0] ?? 0,
          thirdPartyPayerId: null,
          allocations: [],
          learnAccount: true,
        }),
    },
    {
      procedure: 'bank.setAside',
      run: (api) => api.bank.setAside({ transactionIds: [lineOf(12_00)], as: 'notForUs', note: 'Geheimtekst' }),
    },
    { procedure: 'bank.reopen', run: (api) => api.bank.reopen({ transactionIds: [lineOf(100_00)] }) },
    {
      procedure: 'bank.undo',
      run: (api) => api.bank.undo({ statementId: lines[0]?.statementId ?? 0 }),
    },
    {
      procedure: 'bank.saveAccount',
      run: async (api) => {
        const account = { schoolId: scene().schoolId, iban: 'BE43068999999501', label: 'Geheimtekst' };
        bankAccountId = (await api.bank.saveAccount({ bankAccountId: null, ...account })).bankAccountId;
      },
    },
    { procedure: 'bank.removeAccount', run: (api) => api.bank.removeAccount({ bankAccountId }) },
    {
      procedure: 'bank.savePayerAccount',
      run: async (api) => {
        await api.bank.savePayerAccount({
          payerId: family.payerIds[0] ?? 0,
          iban: 'BE71096123456769',
          holderName: 'Geheimnaam',
          replacesPayerAccountId: null,
          reason: 'Geheimreden',
        });
        const [account] = await api.bank.payerAccounts({ householdId: family.householdId });
        payerAccountId = account?.payerAccountId ?? 0;
      },
    },
    { procedure: 'bank.forgetPayerAccount', run: (api) => api.bank.forgetPayerAccount({ payerAccountId }) },
    { procedure: 'bank.restorePayerAccount', run: (api) => api.bank.restorePayerAccount({ payerAccountId }) },
  ];
}
