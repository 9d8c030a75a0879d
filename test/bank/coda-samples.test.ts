import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksLikeCoda } from '#shared/bank/coda/looks-like-coda.ts';
import { readCoda } from '#shared/bank/coda/read-coda.ts';
import type { BankFileContent, BankMovement } from '#shared/bank/statement.ts';

function sample(name: string): BankFileContent {
  const bytes = readFileSync(join(import.meta.dirname, 'samples', 'coda', `${name}.cod`));
  expect(looksLikeCoda(bytes)).toBe(true);
  return readCoda(bytes);
}

function movementsOf(content: BankFileContent): BankMovement[] {
  return content.statements.flatMap(({ movements }) => movements);
}

function rulesOf({ findings }: BankFileContent): string[] {
  return findings.map(({ level, rule, line }) => `${level} ${rule} ${line}`);
}

describe('the sample CODA files', () => {
  it('reads transfers with a reference, and says which one the bank made up itself', () => {
    const content = sample('01-ogm-transfers');
    expect(content.findings).toEqual([]);
    expect(content.statements).toMatchObject([
      {
        account: 'BE49999000000171',
        currency: 'EUR',
        holderName: 'VOORBEELDSCHOOL VZW',
        sequenceNumber: 1,
        isDuplicate: false,
        openingDate: '2026-09-14',
        openingCents: 100_000,
        closingDate: '2026-09-15',
        closingCents: 125_040,
        freeText: ['UW REKENINGUITTREKSEL'],
      },
    ]);
    expect(movementsOf(content)).toMatchObject([
      { amountCents: 12_540, structuredReference: '123456789002', referenceSource: 'structured', kind: 'payment' },
      { amountCents: 5000, structuredReference: '000000009797', referenceSource: 'structured', kind: 'payment' },
      { amountCents: 7500, structuredReference: '002026004240', referenceSource: 'reconstituted', kind: 'payment' },
    ]);
    expect(movementsOf(content)[0]).toEqual({
      line: 3,
      key: '001/140926/150926/0001/0000/SYNREF00010000/150926/12540',
      amountCents: 12_540,
      bookingDate: '2026-09-15',
      valueDate: '2026-09-15',
      kind: 'payment',
      transactionCode: '00150000',
      counterpartyName: 'OUDER EEN',
      counterpartyAccount: 'BE43999100000101',
      ultimateName: null,
      structuredReference: '123456789002',
      creditorReference: null,
      referenceSource: 'structured',
      communication: '',
      endToEndId: null,
      mandateId: null,
      returned: null,
      batchKey: null,
    });
  });

  it('finds a reference in a free text, and none in digits that only look like one', () => {
    const content = sample('02-free-text-ogm-and-noise');
    expect(content.findings).toEqual([]);
    expect(movementsOf(content)).toMatchObject([
      { structuredReference: '123456789002', referenceSource: 'text' },
      { structuredReference: '000000009797', referenceSource: 'text' },
      { structuredReference: null, referenceSource: null, communication: '+++111/1111/11111+++ FOUTE CONTROLE' },
      { structuredReference: null, referenceSource: null, communication: 'GSM 0475123456789 TEL' },
    ]);
  });

  it('counts the details of a batch of direct debits, not their total as well', () => {
    const content = sample('03-sdd-batch-type1-with-type5');
    expect(content.findings).toEqual([]);
    expect(content.statements).toMatchObject([{ openingCents: 100_000, closingCents: 130_000 }]);
    expect(movementsOf(content)).toMatchObject([
      { amountCents: 10_000, endToEndId: 'E2E-1', mandateId: 'M2026-0001', kind: 'directDebit' },
      { amountCents: 20_000, endToEndId: 'E2E-2', mandateId: 'M2026-0002', kind: 'directDebit' },
    ]);
    expect(movementsOf(content).map(({ batchKey }) => batchKey)).toEqual(['SCH-20260915-001', 'SCH-20260915-001']);
  });

  it('tells why a direct debit came back, and what that cost', () => {
    const content = sample('05-sdd-unpaid-r-transactions');
    expect(content.findings).toEqual([]);
    expect(content.statements).toMatchObject([{ closingCents: 69_500 }]);
    expect(movementsOf(content)).toMatchObject([
      {
        amountCents: -10_000,
        kind: 'directDebitUnpaid',
        returned: { type: 'return', reasonCode: 'AM04' },
        endToEndId: 'E2E-1',
        mandateId: 'M2026-0001',
        communication: 'REK 2026-001',
      },
      {
        amountCents: -20_000,
        kind: 'directDebitRefund',
        returned: { type: 'refund', reasonCode: 'MD06' },
        endToEndId: 'E2E-2',
      },
      { amountCents: -500, kind: 'cost', returned: null },
    ]);
  });

  it('reads two accounts from one file', () => {
    const content = sample('07-two-accounts-one-file');
    expect(content.findings).toEqual([]);
    expect(content.statements).toMatchObject([
      { account: 'BE49999000000171', openingCents: 100_000, closingCents: 112_540 },
      { account: 'BE26999100099929', openingCents: -5000, closingCents: 0 },
    ]);
  });

  it('warns of a copy, and gives its movements the same keys as the original', () => {
    const content = sample('08-duplicate-flag');
    expect(rulesOf(content)).toEqual(['warning coda.duplicate 1']);
    expect(content.statements).toMatchObject([{ isDuplicate: true }]);
    expect(movementsOf(content).map(({ key }) => key)).toEqual(
      movementsOf(sample('19-lf-and-bom')).map(({ key }) => key),
    );
  });

  it('takes a day without movements for what it is', () => {
    const content = sample('09-empty-file');
    expect(content.findings).toEqual([]);
    expect(content.statements).toMatchObject([{ openingCents: 100_000, closingCents: 100_000, movements: [] }]);
  });

  it('refuses version 1 with words, after recognising it as a CODA', () => {
    const content = sample('10-version1');
    expect(rulesOf(content)).toEqual(['error coda.version 1']);
    expect(content.findings[0]?.sentence).toContain('versie 1');
    expect(content.statements).toEqual([]);
  });

  it.each([
    ['11-truncated-no-trailer', 'error coda.incomplete 8', 'slotregel'],
    ['12-balance-mismatch', 'error coda.balance 8', '1.125,41'],
    ['13-count-mismatch', 'error coda.recordCount 9', '99'],
  ])('%s: %s', (name, finding, word) => {
    const content = sample(name);
    expect(rulesOf(content)).toEqual([finding]);
    expect(content.findings[0]?.sentence).toContain(word);
    expect(movementsOf(content)).toMatchObject([{ amountCents: 12_540, structuredReference: '123456789002' }]);
  });

  it('reads accents in Windows-1252', () => {
    const content = sample('15-cp1252-accents');
    expect(content.findings).toEqual([]);
    expect(movementsOf(content)).toMatchObject([
      { counterpartyName: 'HÉLÈNE VAN DEN EYNDÉ', communication: 'REKENING ZOË - BETALING' },
    ]);
  });

  it('takes the breakdown of costs for a breakdown', () => {
    const content = sample('17-refund-and-costs-debit');
    expect(content.findings).toEqual([]);
    expect(content.statements).toMatchObject([{ openingCents: -2500, closingCents: -7621 }]);
    expect(movementsOf(content)).toMatchObject([
      { amountCents: -5000, kind: 'outgoing', endToEndId: 'TB-1', communication: 'TERUGBETALING SALDO' },
      { amountCents: -121, kind: 'cost' },
    ]);
  });

  it('reads a file that an editor saved with a byte-order mark and bare line feeds', () => {
    const content = sample('19-lf-and-bom');
    expect(content.findings).toEqual([]);
    expect(movementsOf(content)).toMatchObject([{ amountCents: 12_540, structuredReference: '123456789002' }]);
  });
});
