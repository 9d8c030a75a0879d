import type { Family, FamilyIds } from '#test/support/family.ts';
import { type RunOffice, runOffice } from '#test/support/run-office.ts';

/** A lawyer, with whom the school has a processing agreement. */
export const lawyer = {
  partnerId: null,
  name: 'Meester Claes',
  kind: 'lawyer',
  agreementOn: '2026-09-01',
  email: 'kantoor@claes.example',
  phone: '09 123 45 67',
  street: 'Balieplein 3',
  postalCode: '9000',
  city: 'Gent',
} as const;

export type HandOverOffice = RunOffice & {
  readonly partnerId: number;
  /** Sends the first reminder as a letter, posted on the day it is. */
  readonly remind: () => Promise<void>;
};

/** The day on which the term of letters posted on the day of the run is over. */
export const termOver = '2026-12-14';

/** A school with a lawyer and a procedure that begins with a letter. */
export async function handOverOffice(): Promise<HandOverOffice> {
  const office = await runOffice([
    { days: 14, channel: 'letter', name: 'Eerste herinnering' },
    { days: 90, minimumGapDays: 14, channel: 'handOver', text: '', name: 'Uit handen geven' },
  ]);
  const { partnerId } = await office.api.handOver.savePartner(lawyer);
  return {
    ...office,
    partnerId,
    remind: async () => {
      const runId = await office.approvedRun();
      await office.sendRun(runId);
      await office.api.jobs.wait(await office.api.runs.printLetters({ runId }));
      await office.api.runs.confirmPosted({ runId });
    },
  };
}

const bill = { issueDate: '2026-10-01', dueDate: '2026-10-15' };

/** Two parents who owe everything together, at one address; one bill is partly paid. */
export const abeel: Family = {
  name: 'Gezin Abeel',
  payers: [
    { firstName: 'Sofie', lastName: 'Abeel' },
    { firstName: 'Karel', lastName: 'Dewit' },
  ],
  pupils: [
    {
      firstName: 'Noor',
      lastName: 'Abeel',
      invoices: [
        { number: '2026-101', amountCents: 120_00, paidCents: 20_00, ...bill },
        { number: '2026-102', amountCents: 60_00, ...bill },
      ],
    },
  ],
};

/** Parents who each owe a part: 60 and 40 %. */
export const den: Family = {
  name: 'Gezin Den',
  payers: [
    { firstName: 'An', lastName: 'Den' },
    { firstName: 'Bruno', lastName: 'Linden' },
  ],
  pupils: [
    {
      firstName: 'Lou',
      lastName: 'Den',
      shares: [6000, 4000],
      invoices: [{ number: '2026-201', amountCents: 200_00, ...bill }],
    },
  ],
};

export const firstPayer = ({ payerIds }: FamilyIds): number => payerIds[0] ?? 0;
