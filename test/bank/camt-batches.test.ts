import { describe, expect, it } from 'vitest';
import { readCamtFile } from '#main/bank/read-camt.ts';
import { camtFile, type CamtMovement, type CamtStatement } from '#test/support/camt.ts';
import { ogm, only, read, rulesOf, statement } from './reading-camt.ts';

describe('a batch', () => {
  const collections = [
    { amountCents: 10_000, name: 'Ouder Eén', endToEndId: 'E1', mandateId: 'M1' },
    { amountCents: 12_000, name: 'Ouder Twee', endToEndId: 'E2', mandateId: 'M2' },
    { amountCents: 8000, name: 'Ouder Drie', endToEndId: 'E3', mandateId: 'M3' },
  ];

  it.each([2, 8])('counts by its details when they add up, in version %i', (version) => {
    const content = read(
      [{ amountCents: 30_000, code: 'PMNT/IDDT/ESDD', batch: 'SCH-1', details: collections }],
      version,
    );
    expect(content.findings).toEqual([]);
    expect(
      content.statements[0]?.movements.map(({ amountCents, endToEndId, batchKey, kind }) => [
        amountCents,
        endToEndId,
        batchKey,
        kind,
      ]),
    ).toEqual([
      [10_000, 'E1', 'SCH-1', 'directDebit'],
      [12_000, 'E2', 'SCH-1', 'directDebit'],
      [8000, 'E3', 'SCH-1', 'directDebit'],
    ]);
  });

  it.each([2, 8])('is one movement when the bank took charges off, in version %i', (version) => {
    const content = read(
      [{ amountCents: 29_850, code: 'PMNT/IDDT/ESDD', batch: 'SCH-1', details: collections }],
      version,
    );
    expect(rulesOf(content)).toEqual(['warning camt.batchSum']);
    const movements = content.statements[0]?.movements ?? [];
    expect(movements).toMatchObject([
      { amountCents: 29_850, batchKey: 'SCH-1', counterpartyName: null, endToEndId: null },
    ]);
    expect(movements[0]?.communication).toBe('Ouder Eén · Ouder Twee · Ouder Drie');
  });

  it('is one movement when every detail repeats the total', () => {
    const details = [
      { amountCents: 20_000, reference: ogm },
      { amountCents: 20_000, reference: '000000009797' },
    ];
    const content = read([{ amountCents: 20_000, details }]);
    expect(rulesOf(content)).toEqual(['warning camt.batchSum']);
    expect(content.statements[0]?.movements).toMatchObject([{ amountCents: 20_000, structuredReference: null }]);
  });

  it('takes the amount of the entry for one detail without its own', () => {
    const content = read([{ amountCents: 5000, details: [{ reference: ogm }] }]);
    expect(content.findings).toEqual([]);
    expect(content.statements[0]?.movements).toMatchObject([{ amountCents: 5000, structuredReference: ogm }]);
  });

  it('counts what the bank booked when its one detail names another amount', () => {
    const content = read([{ amountCents: 4850, details: [{ amountCents: 5000, reference: ogm }] }]);
    expect(rulesOf(content)).toEqual(['warning camt.batchSum']);
    expect(content.statements[0]?.movements).toMatchObject([{ amountCents: 4850, structuredReference: ogm }]);
  });

  it('adds details of both directions by their own sign', () => {
    const details = [
      { amountCents: 10_000, endToEndId: 'E1' },
      { amountCents: -2500, endToEndId: 'E2' },
    ];
    const content = read([{ amountCents: 7500, details }]);
    expect(content.findings).toEqual([]);
    expect(content.statements[0]?.movements.map(({ amountCents }) => amountCents)).toEqual([10_000, -2500]);
  });

  it('without details and without a name is known by its own key', () => {
    const movement = only({ amountCents: 30_000, code: 'PMNT/IDDT/ESDD', batch: '', details: [] });
    expect(movement.batchKey).toBe(movement.key);
  });
});

describe('the key of a movement', () => {
  const keysOf = (movements: readonly CamtMovement[], more: Partial<CamtStatement> = {}): string[] =>
    readCamtFile(camtFile({ statements: [statement(movements, more)] })).statements.flatMap((one) =>
      one.movements.map(({ key }) => key),
    );
  const payments = [
    { amountCents: 5000, name: 'Ouder Eén', account: 'BE43999100000101', text: 'rekening 1' },
    { amountCents: 5000, name: 'Ouder Twee', account: 'BE32999100000202', text: 'rekening 1' },
    { amountCents: 5000, name: 'Ouder Eén', account: 'BE43999100000101', text: 'rekening 2' },
  ];

  it('is the same at a second reading, and wherever the movement stands', () => {
    const keys = keysOf(payments);
    expect(new Set(keys).size).toBe(3);
    expect(keysOf(payments)).toEqual(keys);
    expect(keysOf(payments.toReversed(), { sequence: 200 })).toEqual(keys.toReversed());
    expect(keysOf(payments.map((payment, index) => ({ ...payment, entryReference: String(7 - index) })))).toEqual(keys);
  });

  it('tells two payments that are alike in everything apart', () => {
    const [payment] = payments;
    const keys = keysOf(payment ? [payment, payment, payment] : []);
    expect(new Set(keys).size).toBe(3);
    expect(keys[1]).toBe(`${keys[0]}#2`);
  });

  it('tells payments apart under one reference of the bank', () => {
    const keys = keysOf(payments.map((payment) => ({ ...payment, serviceReference: 'ALWAYSTHESAME' })));
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => !key.includes('#'))).toBe(true);
  });

  it('tells the details of a batch apart', () => {
    const details = payments.map(({ text }) => ({ amountCents: 5000, text }));
    expect(new Set(keysOf([{ amountCents: 15_000, details }])).size).toBe(3);
  });
});
