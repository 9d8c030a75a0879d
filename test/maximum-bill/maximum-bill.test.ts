import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LawTables } from '#shared/law/tables.ts';
import { lawTablesOf } from '#shared/law/tables.ts';
import { levelOf, levelOfClass } from '#shared/maximum-bill/level-of.ts';
import { maximumBill } from '#shared/maximum-bill/maximum-bill.ts';
import { proposeCredit } from '#shared/maximum-bill/propose-credit.ts';
import { type PupilPart, reckonPupil, roomFor } from '#shared/maximum-bill/reckon-pupil.ts';
import { shippedLawValues } from '#main/law/shipped-values.ts';
import '#test/support/same-examples.ts';

const tables: LawTables = lawTablesOf(shippedLawValues(), []);
const sharp = (schoolYear: string, level: 'nursery' | 'primary', ...sharpCents: number[]) =>
  maximumBill({ level, schoolYear, sharpCents, multiDay: [] }, tables).sharp;
const trips = (...years: readonly [schoolYear: string, amountCents: number][]) =>
  maximumBill(
    {
      level: 'primary',
      schoolYear: '2022-2023',
      sharpCents: [],
      multiDay: years.map(([schoolYear, amountCents]) => ({ schoolYear, amountCents })),
    },
    tables,
  ).multiDay;

describe('the sharp maximum bill', () => {
  it('8a: of 38 + 12 + 30 + 18 in the lager of 2022-2023 95 may be asked, and 3 is too much', () => {
    expect(sharp('2022-2023', 'primary', 38_00, 12_00, 30_00, 18_00)).toMatchObject({
      capCents: 95_00,
      billedCents: 98_00,
      claimableCents: 95_00,
      excessCents: 3_00,
      blockedBy: null,
      source: 'leoxiii.be; go-spectrum.be',
    });
  });

  it('has its own amount for kleuters and for each year', () => {
    expect(sharp('2022-2023', 'nursery', 51_00)).toMatchObject({ capCents: 50_00, excessCents: 1_00 });
    expect(sharp('2021-2022', 'nursery', 51_00)).toMatchObject({ capCents: 45_00, excessCents: 6_00 });
    expect(sharp('2024-2025', 'nursery', 51_00)).toMatchObject({ capCents: 55_00, excessCents: 0 });
  });

  it('8e: is not reckoned for 2025-2026 as long as nobody filled in the amount, and says where to do that', () => {
    expect(sharp('2025-2026', 'primary', 88_00)).toMatchObject({
      capCents: null,
      claimableCents: null,
      excessCents: null,
      source: expect.stringContaining('edulex'),
      blockedBy: expect.stringMatching(/^Maximumfactuur lager: .*Vul het in bij Instellingen, Wettelijke bedragen\.$/),
    });
  });

  it('nothing billed is never blocked, whatever is unknown', () => {
    expect(sharp('2025-2026', 'primary')).toMatchObject({ claimableCents: 0, excessCents: 0, blockedBy: null });
  });
});

describe('trips of several days', () => {
  it('8d: of the 40 of a farm stay of kleuters nothing may be asked, in a year of which nothing is filled in too', () => {
    const { multiDay } = maximumBill(
      {
        level: 'nursery',
        schoolYear: '2025-2026',
        sharpCents: [],
        multiDay: [{ schoolYear: '2025-2026', amountCents: 40_00 }],
      },
      tables,
    );
    expect(multiDay).toMatchObject([{ capCents: 0, claimableCents: 0, excessCents: 40_00, blockedBy: null }]);
  });

  it('count over the whole primary career, each year against its own amount, in whatever order they were given', () => {
    const asked = trips(['2022-2023', 300_00], ['2019-2020', 150_00], ['2021-2022', 100_00]);
    expect(
      asked.map(({ schoolYear, claimableCents, excessCents }) => [schoolYear, claimableCents, excessCents]),
    ).toEqual([
      ['2019-2020', 150_00, 0],
      ['2021-2022', 100_00, 0],
      // 480 − 250
      ['2022-2023', 230_00, 70_00],
    ]);
  });

  it('of a year that cannot be reckoned stop those after it', () => {
    const asked = trips(['2023-2024', 100_00], ['2024-2025', 50_00]);
    expect(asked).toMatchObject([{ claimableCents: 100_00 }, { blockedBy: expect.stringContaining('meerdaagse') }]);
  });

  it('at a school before count wholly and are not ours to credit', () => {
    const facts = {
      parts: [part('multiDay', '2022-2023', 200_00)],
      elsewhere: new Map([['2020-2021', 400_00]]),
      levelIn: () => 'primary' as const,
    };
    expect(reckonPupil(facts, '2022-2023', tables)).toMatchObject([
      { claimableCents: 80_00, excessCents: 120_00, elsewhereCents: 400_00, proposal: [{ amountCents: 120_00 }] },
    ]);
  });

  it('property: together never more than the amount of any year may be asked', () => {
    const year = integer({ min: 2015, max: 2023 }).map((start) => `${start}-${start + 1}`);
    assert(
      property(array(tuple(year, integer({ min: 1, max: 60_000 })), { maxLength: 9 }), (asked) => {
        const results = trips(...asked);
        let together = 0;
        for (const { claimableCents, excessCents, billedCents, capCents } of results) {
          together += claimableCents ?? 0;
          expect(together).toBeLessThanOrEqual(capCents ?? -1);
          expect((claimableCents ?? 0) + (excessCents ?? 0)).toBe(billedCents);
        }
      }),
    );
  });
});

let number = 0;
function part(cap: 'sharp' | 'multiDay', schoolYear: string, amountCents: number, creditedCents = 0): PupilPart {
  number += 1;
  return {
    cap,
    schoolYear,
    amountCents,
    creditedCents,
    invoiceId: number,
    number: `F-${number}`,
    issueDate: '2022-10-01',
  };
}

describe('what is taken off which bill', () => {
  it('the newest bill first, and never more than is billed on it', () => {
    const bill = (invoiceId: number, issueDate: string, amountCents: number) => ({
      invoiceId,
      number: `F-${invoiceId}`,
      issueDate,
      amountCents,
      creditedCents: 0,
    });
    const bills = [bill(1, '2022-10-01', 90_00), bill(2, '2022-12-01', 5_00), bill(3, '2022-11-01', 20_00)];
    expect(proposeCredit(20_00, bills)).toEqual([
      { invoiceId: 2, number: 'F-2', amountCents: 5_00 },
      { invoiceId: 3, number: 'F-3', amountCents: 15_00 },
    ]);
  });

  it('property: never more than the excess or than is billed, and what was credited is not credited again', () => {
    const anyBills = array(integer({ min: -5_000, max: 20_000 }), { minLength: 1, maxLength: 8 });
    assert(
      property(anyBills, integer({ min: 0, max: 50_000 }), (amounts, excessCents) => {
        const bills = amounts.map((amountCents, index) => ({
          invoiceId: index + 1,
          number: String(index),
          issueDate: `2022-10-0${index + 1}`,
          amountCents,
          creditedCents: 0,
        }));
        const lines = proposeCredit(excessCents, bills);
        const total = lines.reduce((sum, line) => sum + line.amountCents, 0);
        const positive = amounts.reduce((sum, cents) => sum + Math.max(0, cents), 0);
        expect(total).toBe(Math.min(excessCents, positive));
        for (const line of lines) {
          expect(line.amountCents).toBeGreaterThan(0);
          expect(line.amountCents).toBeLessThanOrEqual(amounts[line.invoiceId - 1] ?? 0);
        }
        const after = bills.map((bill) => ({
          ...bill,
          creditedCents: lines.find(({ invoiceId }) => invoiceId === bill.invoiceId)?.amountCents ?? 0,
        }));
        expect(proposeCredit(excessCents, after)).toEqual([]);
      }),
    );
  });
});

describe('what may still be asked', () => {
  const facts = (parts: readonly PupilPart[]) => ({ parts, elsewhere: new Map(), levelIn: () => 'primary' as const });

  it('is what is left of the cap of the year, and what is blank blocks it', () => {
    const own = facts([part('sharp', '2022-2023', 80_00)]);
    expect(roomFor(own, { schoolYear: '2022-2023', cap: 'sharp', amountCents: 20_00 }, tables)).toMatchObject({
      roomCents: 15_00,
      billedCents: 20_00,
      claimableCents: 15_00,
      excessCents: 5_00,
    });
    expect(roomFor(own, { schoolYear: '2026-2027', cap: 'sharp', amountCents: 20_00 }, tables)).toMatchObject({
      roomCents: null,
      blockedBy: expect.stringContaining('lager'),
    });
  });

  it('counts the years before for trips of several days', () => {
    const own = facts([part('multiDay', '2020-2021', 400_00), part('multiDay', '2022-2023', 30_00)]);
    expect(roomFor(own, { schoolYear: '2022-2023', cap: 'multiDay', amountCents: 100_00 }, tables)).toMatchObject({
      roomCents: 50_00,
      claimableCents: 50_00,
      excessCents: 50_00,
    });
  });
});

describe('kleuter or lager', () => {
  it.each(['1K', 'K2', '2KA', '3 KB', 'kleuter 2', 'Instap', 'Peuterklas', 'K'])('%s is kleuter', (name) => {
    expect(levelOfClass(name)).toBe('nursery');
  });
  it.each(['1A', '6B', 'L1', 'L3B', '3', '4de leerjaar', '5LA'])('%s is lager', (name) => {
    expect(levelOfClass(name)).toBe('primary');
  });
  it.each(['', 'Zon', 'OKAN', '7A'])('"%s" tells nothing', (name) => {
    expect(levelOfClass(name)).toBeNull();
  });

  const told = { chosen: null, className: '3A', birthDate: '2018-05-01', schoolYear: '2026-2027' };
  it('what a person says goes first, then the class of this year with the year of birth', () => {
    expect(levelOf({ ...told, chosen: 'nursery' })).toBe('nursery');
    expect(levelOf(told)).toBe('primary');
    expect(levelOf({ ...told, className: null, schoolYear: '2023-2024' })).toBe('nursery');
    expect(levelOf({ ...told, className: null, schoolYear: '2024-2025' })).toBe('primary');
  });
  it('nothing that tells it, or a contradiction, is for a person', () => {
    expect(levelOf({ ...told, className: 'Zon', birthDate: null })).toBeNull();
    expect(levelOf({ ...told, className: 'K3' })).toBeNull();
    expect(levelOf({ ...told, className: null, birthDate: '1990-01-01' })).toBeNull();
  });
});
