import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCamtFile } from '#main/bank/read-camt.ts';

const folder = join(import.meta.dirname, 'samples/camt053');
const samples = readdirSync(folder).filter((name) => name.endsWith('.xml'));

type Expected = {
  readonly ok: boolean;
  readonly name?: string;
  readonly movements?: readonly {
    readonly amount: number;
    readonly ogm?: string;
    readonly ogmFromText?: string;
    readonly rf?: string;
    readonly instant?: boolean;
    readonly reason?: string;
    readonly e2e?: string;
  }[];
};

function read(name: string) {
  return readCamtFile(readFileSync(join(folder, name)));
}

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(folder, name.replace('.xml', '.expected.json')), 'utf8')) as Expected;
}

describe('the camt.053 samples', () => {
  it('are all there', () => {
    expect(samples).toHaveLength(14);
  });

  it.each(samples)('%s gives what is expected', (name) => {
    const expected = expectedOf(name);
    const { statements, findings } = read(name);
    expect(findings.some(({ level }) => level === 'error')).toBe(!expected.ok);
    const movements = statements.flatMap((statement) => statement.movements);
    const told = movements.map((movement) => ({
      amount: movement.amountCents / 100,
      ...(movement.referenceSource === 'structured' && { ogm: movement.structuredReference }),
      ...(movement.referenceSource === 'text' && { ogmFromText: movement.structuredReference }),
      rf: movement.creditorReference,
      instant: movement.transactionCode.includes('RRCT'),
      reason: movement.returned?.reasonCode,
      e2e: movement.endToEndId,
    }));
    // What the sample says beside these (a note for a reader) is no figure to compare.
    const wanted = expected.movements?.map(({ amount, ogm, ogmFromText, rf, instant, reason, e2e }) =>
      defined({ amount, ogm, ogmFromText, rf, instant, reason, e2e }),
    );
    expect(told).toHaveLength(wanted?.length ?? told.length);
    expect(told).toMatchObject(wanted ?? told.map(() => ({})));
    expect(movements[0]?.counterpartyName).toBe(expected.name ?? movements[0]?.counterpartyName);
  });

  it.each([
    ['07-balance-mismatch.v02.xml', 'camt.balance'],
    ['07-balance-mismatch.v08.xml', 'camt.balance'],
    ['10-truncated.xml', 'camt.truncated'],
    ['11-doctype-entity.xml', 'camt.doctype'],
  ])('%s is refused by the rule %s, and nothing else', (name, rule) => {
    expect(read(name).findings.map((finding) => finding.rule)).toEqual([rule]);
  });

  it('tells which pending amount is left out', () => {
    const { findings } = read('05-pending-ignored.v08.xml');
    expect(findings).toMatchObject([{ level: 'warning', rule: 'camt.notBooked' }]);
    expect(findings[0]?.sentence).toContain('500,00');
  });

  it.each(['01-ogm-rf-ustrd', '03-batch-no-details', '04-sdd-return-reversal'])(
    '%s gives the same movements with the same keys in version 2 and 8',
    (name) => {
      const [older, newer] = [read(`${name}.v02.xml`), read(`${name}.v08.xml`)];
      expect(newer.statements).toEqual(older.statements);
      expect(newer.statements[0]?.movements[0]?.key).not.toBe('');
    },
  );

  it('keeps the batch of collections as one movement that names its order', () => {
    const [movement] = read('03-batch-no-details.v08.xml').statements[0]?.movements ?? [];
    expect(movement).toMatchObject({ amountCents: 30_000, kind: 'directDebit', batchKey: 'SCH-20260915-001' });
  });

  it('never turns the sign for a reversal', () => {
    const [movement] = read('04-sdd-return-reversal.v02.xml').statements[0]?.movements ?? [];
    expect(movement).toMatchObject({
      amountCents: -10_000,
      kind: 'directDebitRefund',
      returned: { type: 'refund', reasonCode: 'MD06' },
      mandateId: 'M1',
    });
  });
});

function defined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
