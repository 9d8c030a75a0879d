import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCentsPlain } from '#shared/money/cents.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { balances, type GivenFile, importGiven, previewGiven, withSchools } from './importing.ts';
import { openItems, threePupils } from './open-items.ts';

type Line = {
  readonly number: number;
  readonly student: string;
  readonly total: number;
  readonly paid: number;
  readonly group: string;
  readonly category: string;
};
type Step = { readonly lines: readonly Line[]; readonly settle: boolean; readonly undo: boolean };

const line = fc.record({
  number: fc.integer({ min: 1, max: 8 }),
  student: fc.constantFrom('101', '102', '103'),
  total: fc.integer({ min: -5_000, max: 20_000 }),
  paid: fc.integer({ min: 0, max: 4_000 }),
  group: fc.constantFrom('maandrekening', 'opvang'),
  category: fc.constantFrom('', 'Sport', 'maaltijden', 'Zwemmen'),
});
const step = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  settle: fc.boolean(),
  undo: fc.boolean(),
});

/** Every row with its cost category behind it. */
function asFile(lines: readonly Line[]): GivenFile {
  const { name, content } = openItems(
    ...lines.map(({ number, student, total, paid, group }) => {
      const open = total > 0 ? Math.max(0, total - paid) : total;
      return [`N${number}`, student, '', '', formatCentsPlain(total), formatCentsPlain(open), '31/10/2026', group];
    }),
  );
  const categories = ['Kostenrubriek', ...lines.map(({ category }) => category)];
  const rows = String(content).split('\r\n');
  return { name, content: rows.map((row, index) => `${row};${categories[index]}`).join('\r\n') };
}

/** What anybody can see of the money: every balance, the lines of Openstaand without their ids, and what is on each bill. */
async function visible(application: TestApplication): Promise<unknown> {
  const { rows, totals } = await application.api.ledger.openItems({ limit: 1000 });
  const lines = rows.map(({ number, pupilName, dueDate, billingGroup, openCents }) => [
    number,
    pupilName,
    dueDate,
    billingGroup,
    openCents,
  ]);
  const onBills = application.context.store.sql
    .prepare(
      `SELECT i.number, l.cost_category_id, l.amount_cents FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
       ORDER BY i.number`,
    )
    .raw()
    .all();
  return {
    onBills,
    balances: balances(application),
    totals,
    lines: lines.sort((a, b) => String(a).localeCompare(String(b))),
  };
}

async function takeStep(application: TestApplication, { lines, settle }: Step): Promise<number> {
  const file = asFile(lines);
  const vanished = settle ? (await previewGiven(application, file)).vanished.map(({ invoiceId }) => invoiceId) : [];
  return (await importGiven(application, file, { settleInvoiceIds: vanished })).importId;
}

describe('any series of imports', () => {
  it('leaves no trace of one that is undone, and nothing moves when a file comes twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const application = await withSchools(await testApplication());
        try {
          await importGiven(application, threePupils);
          for (const name of ['Sport', 'Maaltijden']) {
            await application.api.maximumBill.saveCategory({ name, cap: 'sharp' });
          }
          for (const taken of steps) {
            const before = await visible(application);
            const importId = await takeStep(application, taken);
            const after = await visible(application);
            const again = await importGiven(application, asFile(taken.lines));
            expect(again.counts).toMatchObject({ new: 0, changed: 0 });
            expect(await visible(application)).toEqual(after);
            if (!taken.undo) continue;
            await application.api.imports.undo({ importId });
            expect(await visible(application)).toEqual(before);
          }
          expect((await application.api.ledger.verify()).wrong).toEqual([]);
          // Whatever was corrected: a line is what was charged.
          expect((await application.api.maximumBill.list({ schoolYear: '2026-2027' })).doubts.join()).not.toContain(
            'lijnen',
          );
        } finally {
          await application.close();
        }
      }),
      { numRuns: 25, seed: 20_261_120 },
    );
  }, 120_000);
});
