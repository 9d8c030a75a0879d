import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { countOf, type GivenFile, importGiven, previewGiven, readGiven, withSchools } from './importing.ts';

function demoFile(name: string): GivenFile {
  return { name, content: readFileSync(join(import.meta.dirname, '../../resources/demo', name)) };
}

/** Which pupils live together, by student number. */
function families(application: TestApplication): string[] {
  const rows = application.context.store.sql
    .prepare("SELECT household_id AS household, school_id || '/' || student_number AS pupil FROM pupils ORDER BY pupil")
    .all() as { household: number; pupil: string }[];
  const groups = new Map<number, string[]>();
  for (const { household, pupil } of rows) groups.set(household, [...(groups.get(household) ?? []), pupil]);
  return [...groups.values()].map((pupils) => pupils.join('+')).sort();
}

describe('the exports that come with the application', () => {
  it('become the same families as the demo school has, from either export', async () => {
    const demo = await testApplication();
    await demo.api.jobs.wait(await demo.api.setup.createDemo({}));
    const expected = families(demo);
    await demo.close();
    for (const name of ['leerlingen-lpv.xlsx', 'leerlingen-coaccounts.csv']) {
      const application = await withSchools(await testApplication());
      const summary = await importGiven(application, demoFile(name));
      expect(summary.counts).toMatchObject({ rejected: 0, unchanged: 0, changed: 0 });
      expect(summary.counts.new).toBe(countOf(application, 'pupils'));
      expect(families(application)).toEqual(expected);
      await application.close();
    }
  }, 120_000);

  it('agree with each other: the second export of the same pupils changes nothing', async () => {
    const application = await withSchools(await testApplication());
    const { counts } = await importGiven(application, demoFile('leerlingen-lpv.xlsx'));
    const preview = await previewGiven(application, demoFile('leerlingen-coaccounts.csv'));
    expect(preview.counts).toMatchObject({ new: 0, changed: 0, unchanged: counts.new, rejected: 0 });
    await application.close();
  }, 120_000);

  it('bring every open invoice, to the cent of their own total row', async () => {
    const application = await withSchools(await testApplication());
    await importGiven(application, demoFile('leerlingen-lpv.xlsx'));
    const csv = demoFile('openstaande-facturen.csv');
    const read = await readGiven(application, csv);
    expect(read).toMatchObject({
      kind: 'invoices',
      format: 'csv',
      mapping: { delimiter: ';', encoding: 'windows-1252', headerRow: 6 },
    });
    const preview = await previewGiven(application, csv);
    expect(preview.counts).toMatchObject({ changed: 0, unchanged: 0, rejected: 0 });
    expect(preview.fileTotal).toMatchObject({ cents: preview.sumCents, agrees: true });
    const workbook = await previewGiven(application, demoFile('openstaande-facturen.xlsx'));
    expect([workbook.counts.new, workbook.sumCents]).toEqual([preview.counts.new, preview.sumCents]);

    const { importId, counts } = await importGiven(application, csv);
    expect(counts.new).toBe(read.rowCount);
    const { totals } = await application.api.ledger.openItems({});
    expect([totals.invoices, totals.openCents]).toEqual([counts.new, preview.sumCents]);
    expect((await previewGiven(application, csv)).counts).toMatchObject({ new: 0, changed: 0, unchanged: counts.new });
    await application.api.imports.undo({ importId });
    expect((await application.api.ledger.openItems({})).totals).toMatchObject({ invoices: 0, openCents: 0 });
    expect((await application.api.ledger.verify()).wrong).toEqual([]);
    await application.close();
  }, 120_000);
});
