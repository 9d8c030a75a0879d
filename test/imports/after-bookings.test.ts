import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { balances, importGiven, previewGiven, withSchools } from './importing.ts';
import { openItems, september, threePupils } from './open-items.ts';

// The accounting package learns of a payment later than we do, or never: its file must not ask it again.

let application: TestApplication;
let entryId: number;
let importId: number;

beforeEach(async () => {
  application = await withSchools(await testApplication());
  await importGiven(application, threePupils);
  importId = (await importGiven(application, september)).importId;
  const { householdId } = await application.api.ledger.invoice({ invoiceId: 1 });
  const { entries } = await application.api.ledger.bookReceipts({
    requestKey: 'aan het loket',
    schoolId: 1,
    controlTotalCents: 6925,
    lines: [{ householdId, amountCents: 6925, method: 'cash', valueDate: '2026-11-19', reference: '2026-1' }],
  });
  entryId = entries[0]?.entryId ?? 0;
});
afterEach(() => application.close());

const open = (cents: string) => openItems(['2026-1', '101', '', '', '69,25', cents]);

describe('a file that comes after a receipt of ours', () => {
  it('asks nothing again while it does not know the receipt', async () => {
    const before = balances(application);
    expect(before).toEqual({ '2026-2': 2500, '2026-3': -1000 });
    expect(await previewGiven(application, september)).toMatchObject({ counts: { changed: 0, new: 0 } });
    await importGiven(application, open('69,25'));
    await importGiven(application, open('30,00'));
    expect(balances(application)).toEqual(before);
  });

  it('agrees when it does know it, and follows when more was asked', async () => {
    await importGiven(application, open('0,00'));
    expect(balances(application)).toEqual({ '2026-2': 2500, '2026-3': -1000 });
    await importGiven(application, openItems(['2026-1', '101', '', '', '79,25', '79,25']));
    expect(balances(application)).toEqual({ '2026-1': 1000, '2026-2': 2500, '2026-3': -1000 });
  });

  it('cannot be undone while the receipt stands, and can when that was taken back', async () => {
    await expect(application.api.imports.undo({ importId })).rejects.toMatchObject({
      message: 'Op factuur 2026-1 werd later nog geboekt; draai dat eerst terug. Er is niets veranderd.',
    });
    await application.api.ledger.reverse({ entryId, reason: 'verkeerd bestand' });
    await application.api.imports.undo({ importId });
    expect(balances(application)).toEqual({});
    expect(await application.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });
});
