import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { balances, importGiven, readGiven, withSchools } from './importing.ts';
import { openItems, september, threePupils } from './open-items.ts';

let application: TestApplication;
beforeEach(async () => {
  application = await withSchools(await testApplication());
  await importGiven(application, threePupils);
});
afterEach(() => application.close());

describe('undo', () => {
  it('leaves no trace in the balances, and the file can be imported again', async () => {
    const { importId } = await importGiven(application, september);
    const undone = await application.api.imports.undo({ importId });
    expect(undone).toMatchObject({ undoBlockedBy: 'Deze import is al ongedaan gemaakt.' });
    expect(undone.undoneAt).not.toBeNull();
    expect(balances(application)).toEqual({});
    expect((await application.api.ledger.openItems({})).totals).toMatchObject({ invoices: 0, openCents: 0 });
    expect((await application.api.ledger.verify()).wrong).toEqual([]);
    await expect(application.api.imports.undo({ importId })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await readGiven(application, september)).importedBefore).toBeNull();
    expect((await importGiven(application, september)).counts.new).toBe(3);
    expect(balances(application)).toEqual({ '2026-1': 6925, '2026-2': 2500, '2026-3': -1000 });
  });

  it('of pupils is refused as long as their household or payer is held', async () => {
    const { sql } = application.context.store;
    const blockedBy = async (): Promise<string | null> =>
      (await application.api.imports.list()).find(({ importId }) => importId === 1)?.undoBlockedBy ?? null;
    const [household, payer] = ['households', 'payers'].map(
      (table) => sql.prepare(`SELECT min(id) FROM ${table}`).pluck().get() as number,
    );
    expect(await blockedBy()).toBeNull();
    for (const [held, sentence] of [
      [
        { householdId: household ?? 0 },
        /^In het dossier van gezin .* staat intussen een opschorting; hef die eerst op\.$/,
      ],
      [{ payerId: payer ?? 0 }, /^Betaler .* is intussen opgeschort; hef dat eerst op\.$/],
    ] as const) {
      const { holdIds } = await application.api.holds.place({ ...held, kind: 'bereavement', reason: 'x' });
      expect(await blockedBy()).toMatch(sentence);
      await application.api.holds.lift({ holdIds });
    }
    expect(await blockedBy()).toBeNull();
    // What was lifted goes on telling of them, so they stay, without their pupils.
    await application.api.imports.undo({ importId: 1 });
    const kept = (table: string, id: number | undefined) => sql.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).all(id);
    expect([...kept('households', household), ...kept('payers', payer)]).toHaveLength(2);
    expect(sql.pragma('foreign_key_check')).toEqual([]);
  });

  it('is refused by what was built on it, and says by what', async () => {
    const first = await importGiven(application, september);
    const blockedBy = async (importId: number): Promise<string | null> =>
      (await application.api.imports.list()).find((summary) => summary.importId === importId)?.undoBlockedBy ?? null;
    const second = await importGiven(application, openItems(['2026-1', '101', '', '', '69,25', '10,00']));
    expect(await blockedBy(first.importId)).toMatch(
      /^Een latere import \(openstaand\.csv, \d\d\/\d\d\/\d{4}\) bouwt hierop voort; maak die eerst ongedaan\.$/,
    );
    await expect(application.api.imports.undo({ importId: first.importId })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await application.api.imports.undo({ importId: second.importId });
    expect(await blockedBy(first.importId)).toBeNull();
    const { holdIds } = await application.api.holds.place({ invoiceIds: [1], reason: 'afspraak' });
    expect(await blockedBy(first.importId)).toBe('Factuur 2026-1 staat op “niet verwerken”; hef dat eerst op.');
    await application.api.holds.lift({ holdIds });
    expect(await blockedBy(first.importId)).toBeNull();
    // The pupils carry invoices now.
    expect(await blockedBy(1)).toBe(
      'Er staan facturen op leerlingen uit deze import (Noor Abeel); maak eerst die import ongedaan.',
    );
    const balance = balances(application);
    application.context.store.sql
      .prepare(
        `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, author, created_at)
         VALUES (1, 1, 'receipt', -100, '2026-11-20', '2026-11-20', 'test', ?)`,
      )
      .run(application.context.clock.now());
    await expect(application.api.imports.undo({ importId: first.importId })).rejects.toMatchObject({
      message: 'Op factuur 2026-1 werd later nog geboekt; draai dat eerst terug. Er is niets veranderd.',
    });
    expect(balances(application)).toEqual({ ...balance, '2026-1': 6825 });
  });
});
