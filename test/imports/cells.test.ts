import { describe, expect, it } from 'vitest';
import { decimalStyle, readAmount } from '#shared/imports/amount-style.ts';
import type { ImportField } from '#shared/imports/fields.ts';
import { splitFullName } from '#shared/imports/full-name.ts';
import { mergeField } from '#shared/imports/merge-field.ts';
import { correctingPostings, openingPostings } from '#shared/imports/plan-postings.ts';
import { readInvoiceAmounts } from '#shared/imports/read-invoice-amounts.ts';
import { relationOf } from '#shared/imports/relation-of.ts';
import { makeRowReader } from '#shared/imports/row-reader.ts';
import { columnLetters } from '#shared/imports/table.ts';

describe('amounts', () => {
  it('reads what a Belgian file writes', () => {
    for (const text of ['1.234,56', '1234,56', '€ 1.234,56'])
      expect(readAmount(text, 'comma')).toEqual({ ok: true, cents: 123456 });
    expect(readAmount('1234.56', 'dot')).toEqual({ ok: true, cents: 123456 });
    expect(readAmount('-12,5', 'comma')).toEqual({ ok: true, cents: -1250 });
    expect(readAmount('40', 'dot')).toEqual({ ok: true, cents: 4000 });
  });

  it('asks about what can be read in two ways, and refuses three decimals', () => {
    expect(readAmount('1,234.56', 'comma')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('op twee manieren'),
    });
    expect(readAmount('1.234', 'dot')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('op twee manieren'),
    });
    expect(readAmount('12,345', 'comma')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('meer dan twee decimalen'),
    });
    expect(readAmount('twaalf', 'comma')).toMatchObject({ ok: false, reason: '“twaalf” is geen bedrag' });
    expect(readAmount('99999999,00', 'comma')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('te groot'),
    });
  });

  it('decides the decimals per column and refuses the cell that differs', () => {
    expect(decimalStyle(['12,50', '1.234,56', '7.25', '40'])).toBe('comma');
    expect(decimalStyle(['12.50', '7.25', '3,10'])).toBe('dot');
    expect(decimalStyle(['12.50', '3,10'])).toBe('comma');
    expect(readAmount('7.25', 'comma')).toEqual({
      ok: false,
      reason: 'het bedrag “7.25” heeft een punt voor de decimalen, de andere bedragen in deze kolom een komma',
    });
  });

  it('completes total, paid and open from each other', () => {
    const read = (cells: string): unknown => {
      const columns: ImportField[] = ['total', 'paid', 'open', 'creditNote'];
      const row = { number: 2, cells: cells.split(';') };
      const result = readInvoiceAmounts(row, makeRowReader(columns, [row]));
      return result.ok ? [result.kind, result.totalCents, result.openCents] : result.reason;
    };
    expect(read('100,00;;100,00')).toEqual(['invoice', 10000, 10000]);
    expect(read('100,00;30,00;')).toEqual(['invoice', 10000, 7000]);
    expect(read(';30,00;70,00')).toEqual(['invoice', 10000, 7000]);
    expect(read('100,00;;')).toEqual(['invoice', 10000, 10000]);
    expect(read(';;70,00')).toEqual(['invoice', null, 7000]);
    expect(read('-50,00;-30,00;-20,00')).toEqual(['creditNote', -5000, -2000]);
    expect(read('50,00;;50,00;CN')).toEqual(['creditNote', -5000, -5000]);
    expect(read('100,00;120,00;-20,00')).toEqual(['invoice', 10000, -2000]);
    expect(read('100,00;40,00;70,00')).toContain('spreken elkaar tegen');
    expect(read('100,00;;130,00')).toContain('meer open');
    expect(read(';;')).toBe('het bedrag ontbreekt');
  });
});

describe('postings of an import', () => {
  const today = '2026-11-20';
  const short = (postings: readonly { kind: string; amountCents: number }[]): string[] =>
    postings.map(({ kind, amountCents }) => `${kind} ${amountCents}`);

  it('opens with the whole amount and what was paid before', () => {
    const open = (kind: 'invoice' | 'creditNote', totalCents: number | null, openCents: number): string[] =>
      short(openingPostings({ kind, totalCents, openCents }, '2026-09-30', today));
    expect(open('invoice', 10000, 10000)).toEqual(['charge 10000']);
    expect(open('invoice', 10000, 7000)).toEqual(['charge 10000', 'receipt -3000']);
    expect(open('invoice', null, 7000)).toEqual(['charge 7000']);
    expect(open('creditNote', -5000, -2000)).toEqual(['credit -5000', 'settledElsewhere 3000']);
  });

  it('corrects to the open amount and rests there', () => {
    const correct = (
      balanceCents: number,
      charged: number,
      totalCents: number | null,
      openCents: number,
      bookedHereCents = 0,
    ): string[] =>
      short(
        correctingPostings({ kind: 'invoice', totalCents, openCents }, today, {
          kind: 'invoice',
          balanceCents,
          bookedHereCents,
          chargedCents: () => charged,
        }),
      );
    expect(correct(10000, 10000, 10000, 10000)).toEqual([]);
    expect(correct(10000, 10000, 10000, 6000)).toEqual(['receipt -4000']);
    expect(correct(10000, 10000, 8000, 8000)).toEqual(['credit -2000']);
    expect(correct(10000, 10000, 8000, 5000)).toEqual(['credit -2000', 'receipt -3000']);
    expect(correct(6000, 10000, 10000, 10000)).toEqual(['charge 4000']);
    expect(correct(6000, 10000, null, 0)).toEqual(['receipt -6000']);
    // We received 40.00 of 100.00: a file that does not know it, or knows only a part of it, asks it again from nobody.
    expect(correct(6000, 10000, 10000, 10000, -4000)).toEqual([]);
    expect(correct(6000, 10000, 10000, 7000, -4000)).toEqual([]);
    expect(correct(6000, 10000, 10000, 6000, -4000)).toEqual([]);
    expect(correct(6000, 10000, 10000, 5000, -4000)).toEqual(['receipt -1000']);
    expect(correct(6000, 10000, 12000, 12000, -4000)).toEqual(['charge 2000']);
    expect(correct(6000, 10000, 8000, 8000, -4000)).toEqual(['credit -2000']);
    // We charged 10.00 ourselves, which no file knows of.
    expect(correct(11000, 10000, 10000, 10000, 1000)).toEqual([]);
  });
});

describe('names and relations', () => {
  it('splits whole names', () => {
    const split = (text: string, known: string[] = []): string => {
      const { lastName, firstName } = splitFullName(text, known);
      return `${lastName} | ${firstName}`;
    };
    expect(split('Abeel, Noor')).toBe('Abeel | Noor');
    expect(split('Abeel Noor')).toBe('Abeel | Noor');
    expect(split('ABEEL Noor Anna')).toBe('ABEEL | Noor Anna');
    expect(split('Noor VAN ABEEL')).toBe('VAN ABEEL | Noor');
    expect(split('Noor Van den Broeck')).toBe('Van den Broeck | Noor');
    expect(split('Van den Broeck Noor')).toBe('Van den Broeck | Noor');
    expect(split('De Smet An')).toBe('De Smet | An');
    expect(split('Jan Abeel', ['Abeel'])).toBe('Abeel | Jan');
    expect(split('Abeel')).toBe('Abeel | ');
  });

  it('knows who owes by law', () => {
    expect(relationOf('Moeder')).toEqual({ relation: 'mother', liable: true });
    expect(relationOf('père')).toEqual({ relation: 'father', liable: true });
    expect(relationOf('Voogd')).toEqual({ relation: 'guardian', liable: true });
    for (const text of ['Stiefvader', 'plusmama', 'Grootmoeder', 'Begeleider']) {
      expect(relationOf(text)).toEqual({ relation: 'other', liable: false });
    }
    expect(relationOf('0')).toBeUndefined();
    expect(relationOf('')).toBeUndefined();
  });

  it('keeps what a person corrected', () => {
    const imported = (value: string | null | undefined) => (): string | null | undefined => value;
    expect(mergeField('a', 'a', imported('b'))).toBe('keep');
    expect(mergeField('a', '', imported('b'))).toBe('keep');
    expect(mergeField('a', 'b', imported(undefined))).toBe('take');
    expect(mergeField('a', 'b', imported('a'))).toBe('take');
    // The file still says what it said when somebody corrected it here.
    expect(mergeField('corrected', 'b', imported('b'))).toBe('keep');
    expect(mergeField('corrected', 'c', imported('b'))).toBe('keptByHand');
  });

  it('names columns as a spreadsheet does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
