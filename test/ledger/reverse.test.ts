import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bookReceipt } from '#main/ledger/book-receipt.ts';
import type { TestApplication } from '#test/support/application.ts';
import { insert } from '#test/support/family.ts';
import { addBeuk, creditsOf, everythingAddsUp, oneSchool, openOf, receive } from './booking.ts';

let application: TestApplication;
let api: TestApplication['api'];
let schoolId: number;

beforeAll(async () => {
  ({ application, api, schoolId } = await oneSchool());
});
afterEach(() => everythingAddsUp(api));
afterAll(() => application.close());

describe('taking an entry back', () => {
  it('undoes every posting of it, and says so in the history', async () => {
    const { householdId, invoiceIds } = addBeuk(application, schoolId, [18_000]);
    const entryId = await receive(api, schoolId, householdId, 20_000);
    expect(await creditsOf(api, householdId)).toMatchObject([{ openCents: -2000 }]);
    const reversal = await api.ledger.reverse({ entryId, reason: 'verkeerd gezin' });
    expect(await openOf(api, invoiceIds)).toEqual([18_000]);
    expect(await creditsOf(api, householdId)).toEqual([]);
    const page = await api.ledger.invoice({ invoiceId: invoiceIds[0] ?? 0 });
    expect(
      page.postings.map(({ kind, reversedKind, amountCents, balanceCents, isReversed }) => [
        kind,
        reversedKind,
        amountCents,
        balanceCents,
        isReversed,
      ]),
    ).toEqual([
      ['charge', null, 18_000, 18_000, false],
      ['receipt', null, -18_000, 0, true],
      ['reversal', 'receipt', 18_000, 18_000, false],
    ]);
    expect(page.entries).toMatchObject([
      { entryId, kind: 'receipt', reversedByEntryId: reversal.entryId },
      { entryId: reversal.entryId, kind: 'reversal', reason: 'verkeerd gezin' },
    ]);
    expect(page).toMatchObject({ paidCents: 0, totalCents: 18_000 });
    const { entries } = await api.dossier.timeline({ householdId });
    expect(entries.map(({ summary }) => summary)).toContain(
      `Teruggedraaid: €\u00a0180,00 ontvangen voor factuur ${page.number}`,
    );
  });

  it('happens once, and a reversal is never taken back itself', async () => {
    const { householdId } = addBeuk(application, schoolId, [5000]);
    const entryId = await receive(api, schoolId, householdId, 5000);
    const reversal = await api.ledger.reverse({ entryId, reason: 'dubbel' });
    await expect(api.ledger.reverse({ entryId, reason: 'nog eens' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(api.ledger.reverse({ entryId: reversal.entryId, reason: 'toch niet' })).rejects.toMatchObject({
      code: 'REFUSED',
    });
    await expect(api.ledger.reverse({ entryId: 99_999, reason: 'niets' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('waits for what was built on it: a credit that was used since', async () => {
    const { householdId, invoiceIds } = addBeuk(application, schoolId, [5000, 3000]);
    const reference = (await api.ledger.invoice({ invoiceId: invoiceIds[0] ?? 0 })).structuredReference;
    const entryId = await receive(api, schoolId, householdId, 6000, { reference });
    const { moves } = await api.ledger.proposeCompensation({ householdId });
    const settled = await api.ledger.compensate({ householdId, moves });
    expect(await openOf(api, invoiceIds)).toEqual([0, 2000]);
    await expect(api.ledger.reverse({ entryId, reason: 'fout' })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/^Het tegoed T-\d+ uit deze boeking is intussen verrekend/) as string,
    });
    const { entries } = await api.ledger.invoice({ invoiceId: invoiceIds[0] ?? 0 });
    expect(entries[0]?.reverseBlockedBy).toMatch(/^Het tegoed/);
    await api.ledger.reverse({ entryId: settled.entryId, reason: 'eerst dit' });
    await api.ledger.reverse({ entryId, reason: 'fout' });
    expect(await openOf(api, invoiceIds)).toEqual([5000, 3000]);
  });

  it('waits for money that was moved to another invoice since', async () => {
    const { householdId, invoiceIds } = addBeuk(application, schoolId, [5000, 5000]);
    const entryId = await receive(api, schoolId, householdId, 5000);
    const [fromInvoiceId = 0, toInvoiceId = 0] = invoiceIds;
    await api.ledger.transfer({ fromInvoiceId, toInvoiceId, amountCents: 5000, reason: 'verkeerde factuur' });
    await expect(api.ledger.reverse({ entryId, reason: 'fout' })).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining('intussen verrekend, overgeboekt of terugbetaald') as string,
    });
  });

  it('lets the line of the bank wait for a person again', async () => {
    const { store } = application.context;
    const { householdId } = addBeuk(application, schoolId, [5000]);
    const bankTransactionId = bankLine();
    const { entryId } = store.transaction(() =>
      bookReceipt(application.context, {
        schoolId,
        householdId,
        payerId: null,
        thirdPartyPayerId: null,
        paidBy: '',
        method: 'bank',
        amountCents: 5000,
        valueDate: '2026-11-03',
        description: '',
        allocations: null,
        reference: null,
        bankTransactionId,
        receiptBatchId: null,
      }),
    );
    const rows = (await api.ledger.postings({ of: { householdId } })).rows;
    expect(rows.at(-1)).toMatchObject({
      source: 'bank',
      sourceText: 'uittreksel 12 van 03/11/2026',
      bankTransactionId,
    });
    await api.ledger.reverse({ entryId, reason: 'verkeerd gezin' });
    expect(store.sql.prepare('SELECT status FROM bank_transactions WHERE id = ?').pluck().get(bankTransactionId)).toBe(
      'open',
    );
  });
});

function bankLine(): number {
  const { store } = application.context;
  const at = { author: 'test', created_at: '2026-11-04T09:00:00.000Z' };
  const accountId = insert(store, 'bank_accounts', { school_id: schoolId, iban: 'BE71096123456769' });
  const fileId = Number(
    store.sql
      .prepare(
        `INSERT INTO bank_files (file_name, sha256, format, bytes, author, created_at) VALUES ('a.cod', 'x', 'coda', x'00', 'test', ?)`,
      )
      .run(at.created_at).lastInsertRowid,
  );
  const statementId = insert(store, 'bank_statements', {
    school_id: schoolId,
    bank_account_id: accountId,
    bank_file_id: fileId,
    sequence_number: 12,
    closing_date: '2026-11-03',
    ...at,
  });
  return insert(store, 'bank_transactions', {
    school_id: schoolId,
    bank_account_id: accountId,
    bank_statement_id: statementId,
    line: 1,
    movement_key: 'een',
    amount_cents: 5000,
    booking_date: '2026-11-03',
    value_date: '2026-11-03',
    kind: 'payment',
    status: 'booked',
  });
}

describe('afpunten anew', () => {
  it('puts the money of a receipt on other invoices, by reversal and a new entry', async () => {
    const { householdId, invoiceIds, payerIds } = addBeuk(application, schoolId, [5000, 5000]);
    const [first = 0, second = 0] = invoiceIds;
    const entryId = await receive(api, schoolId, householdId, 5000, {
      payerId: payerIds[0] ?? 0,
      description: 'loket',
    });
    const fresh = await api.ledger.reallocate({ entryId, allocations: [{ invoiceId: second, amountCents: 4000 }] });
    expect(await openOf(api, invoiceIds)).toEqual([5000, 1000]);
    expect(await creditsOf(api, householdId)).toMatchObject([{ openCents: -1000 }]);
    const { entries } = await api.ledger.invoice({ invoiceId: second });
    expect(entries).toMatchObject([
      {
        entryId: fresh.entryId,
        kind: 'receipt',
        method: 'cash',
        valueDate: '2026-11-19',
        description: 'loket',
        partyName: 'Els Beuk',
      },
    ]);
    expect((await api.ledger.invoice({ invoiceId: first })).postings).toHaveLength(3);
  });

  it('may use what the receipt itself had closed, but never more than is open', async () => {
    const { householdId, invoiceIds } = addBeuk(application, schoolId, [5000]);
    const entryId = await receive(api, schoolId, householdId, 5000);
    await expect(
      api.ledger.reallocate({ entryId, allocations: [{ invoiceId: invoiceIds[0] ?? 0, amountCents: 5001 }] }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    expect(await openOf(api, invoiceIds)).toEqual([0]);
    await api.ledger.reallocate({ entryId, allocations: [{ invoiceId: invoiceIds[0] ?? 0, amountCents: 3000 }] });
    expect(await openOf(api, invoiceIds)).toEqual([2000]);
  });

  it('is for receipts only', async () => {
    const { householdId, invoiceIds } = addBeuk(application, schoolId, [5000]);
    await api.ledger.charge({ invoiceId: invoiceIds[0] ?? 0, amountCents: 1000, reason: 'kosten' });
    const { entries } = await api.ledger.invoice({ invoiceId: invoiceIds[0] ?? 0 });
    await expect(api.ledger.reallocate({ entryId: entries[0]?.entryId ?? 0, allocations: [] })).rejects.toMatchObject({
      code: 'REFUSED',
    });
    expect((await api.dossier.page({ householdId })).totals.openCents).toBe(6000);
  });
});
