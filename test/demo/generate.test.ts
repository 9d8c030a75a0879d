import { assert, date, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIban } from '#shared/bank/iban.ts';
import { parseStructuredReference } from '#shared/bank/structured-reference.ts';
import { isPlainDate } from '#shared/calendar/plain-date.ts';
import { generateDemo } from '#shared/demo/generate.ts';
import { billingGroupNames, type DemoGroup, familyKinds, openCents } from '#shared/demo/group.ts';
import { schoolDetails } from '#shared/schools/contract.ts';

const asOf = '2026-11-20';
const demo = generateDemo({ asOf });

describe('the demo school', () => {
  test('is the same group every time, and another one from another seed', () => {
    expect(generateDemo({ asOf })).toEqual(demo);
    expect(generateDemo({ asOf, seed: 7 }).payers).not.toEqual(demo.payers);
  });

  test('has 640 pupils in De Wilg, with two sites, and De Linde', () => {
    expect(demo.schools.map(({ details }) => [details.name, details.level])).toEqual([
      ['Basisschool De Wilg', 'primary'],
      ['Middenschool De Linde', 'secondary'],
    ]);
    expect(demo.pupils).toHaveLength(640);
    const sitesOf = (schoolId: number): unknown[] => [
      ...new Set(demo.pupils.filter((pupil) => pupil.schoolId === schoolId).map(({ site }) => site)),
    ];
    expect(sitesOf(1).toSorted()).toEqual(['Kerkpad', 'Molenveld']);
    expect(sitesOf(2)).toEqual([null]);
  });

  test('gives every school what a message needs: a valid account, a contact person and a phone', () => {
    const schools = generateDemo({ asOf, schools: 50, pupils: 500 }).schools;
    expect(demo.schools[0]?.details.iban).toBe('BE49999000000171');
    expect(new Set(schools.map(({ details }) => details.name)).size).toBe(50);
    for (const { details } of schools) {
      expect(schoolDetails.safeParse(details).success).toBe(true);
      expect(isIban(details.iban ?? '')).toBe(true);
      const digits = details.enterpriseNumber?.replaceAll('.', '') ?? '';
      expect(97 - (Number(digits.slice(0, 8)) % 97)).toBe(Number(digits.slice(8)));
      expect(details.contactName && details.contactPhone && details.phone).toBeTruthy();
    }
  });

  test('leaves about 9 % of the bills unpaid and has a quarter paid late', () => {
    for (const seed of [2026, 1, 2, 3]) {
      // Old enough for the last late payment to have come in.
      const old = generateDemo({ asOf, seed }).invoices.filter(
        ({ kind, dueDate }) => kind === 'invoice' && dueDate < '2026-08-01',
      );
      const never = old.filter((invoice) => openCents(invoice) > 0);
      const late = old.filter(
        (invoice) => openCents(invoice) === 0 && invoice.payments.some(({ date }) => date > invoice.dueDate),
      );
      expect(never.length / old.length).toBeGreaterThan(0.075);
      expect(never.length / old.length).toBeLessThan(0.105);
      expect(late.length / old.length).toBeGreaterThan(0.22);
      expect(late.length / old.length).toBeLessThan(0.28);
    }
  });

  test('bills three school years, in every billing group', () => {
    expect([...new Set(demo.invoices.map(({ schoolYear }) => schoolYear))].toSorted()).toEqual([
      '2024-2025',
      '2025-2026',
      '2026-2027',
    ]);
    expect(new Set(demo.invoices.map(({ billingGroup }) => billingGroup))).toEqual(new Set(billingGroupNames));
  });

  test('never knows more than the day it plays on', () => {
    for (const invoice of demo.invoices) {
      expect(invoice.issueDate <= asOf && invoice.payments.every(({ date }) => date <= asOf)).toBe(true);
    }
  });

  test('numbers invoices once per school and gives each a reference of its own', () => {
    expect(new Set(demo.invoices.map(({ schoolId, number }) => `${schoolId}/${number}`)).size).toBe(
      demo.invoices.length,
    );
    const references = demo.invoices.flatMap(({ structuredReference }) => structuredReference ?? []);
    expect(new Set(references).size).toBe(references.length);
    expect(references.every((reference) => parseStructuredReference(reference) === reference)).toBe(true);
  });
});

describe('every size of the demo', () => {
  test('shows every special kind of family, even with twenty pupils', () => {
    const small = generateDemo({ asOf, pupils: 20 });
    expect(new Set(small.households.map(({ kind }) => kind))).toEqual(new Set(familyKinds));
    expect(small.payers.some(({ emailBouncedOn }) => emailBouncedOn !== null)).toBe(true);
    expect(small.payers.some(({ email }) => email === null)).toBe(true);
    expect(small.payers.some(({ relation }) => relation === 'guardian')).toBe(true);
    expect(small.payers.some(({ thirdPartyPayerId }) => thirdPartyPayerId !== null)).toBe(true);
    expect(new Set(small.payers.map(({ language }) => language))).toEqual(new Set(['nl', 'fr', 'en']));
    expect(small.liabilities.some(({ kind, shareBp }) => kind === 'split' && shareBp === 6000)).toBe(true);
    expect(small.pupils.filter(({ householdId }) => householdId === 1).map(({ schoolId }) => schoolId)).toEqual([1, 2]);
  });

  test('has credit notes, part payments, holds, infobol notes, calls and next steps', () => {
    const { invoices } = demo;
    expect(invoices.some(({ kind }) => kind === 'creditNote')).toBe(true);
    expect(invoices.some((invoice) => openCents(invoice) < 0)).toBe(true);
    expect(invoices.some((invoice) => openCents(invoice) > 0 && invoice.payments.length > 0)).toBe(true);
    for (const traces of [demo.holds, demo.infoNotes, demo.notes, demo.nextSteps]) {
      expect(traces.length).toBeGreaterThan(5);
    }
    const open = new Set(invoices.filter((invoice) => openCents(invoice) > 0).map(({ id }) => id));
    expect(demo.holds.every(({ invoiceId }) => open.has(invoiceId))).toBe(true);
  });

  test('keeps separated parents at two addresses', () => {
    const separated = demo.households.filter(({ kind }) => kind === 'separatedJoint' || kind === 'separatedSplit');
    expect(separated.length).toBeGreaterThan(20);
    for (const { id } of separated) {
      const homes = demo.payers.filter(({ householdId }) => householdId === id).map(({ address }) => address);
      expect(homes).toHaveLength(2);
      expect(homes[0]).not.toEqual(homes[1]);
    }
  });

  test('always hangs together', () => {
    assert(
      property(
        integer({ min: 1, max: 120 }),
        integer({ min: 1, max: 5 }),
        integer(),
        date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
        (pupils, schools, seed, moment) => {
          const day = moment.toISOString().slice(0, 10);
          const group = generateDemo({ asOf: day, pupils, schools, seed });
          expect(group.pupils).toHaveLength(pupils);
          expect(problemsOf(group)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('gives measurements exactly as many open invoices as asked', () => {
    assert(
      property(integer({ min: 1, max: 400 }), integer({ min: 1, max: 6 }), (openInvoices, schools) => {
        const group = generateDemo({ asOf, openInvoices, schools });
        expect(group.invoices).toHaveLength(openInvoices);
        expect(group.invoices.every((invoice) => openCents(invoice) > 0)).toBe(true);
        expect(problemsOf(group)).toEqual([]);
      }),
      { numRuns: 40 },
    );
    const large = generateDemo({ asOf, openInvoices: 100_000, schools: 50 });
    expect(large.invoices).toHaveLength(100_000);
    expect(new Set(large.invoices.map(({ schoolId }) => schoolId)).size).toBe(50);
    expect(new Set(large.payers.flatMap(({ email }) => email ?? [])).size).toBe(
      large.payers.filter(({ email }) => email !== null).length,
    );
  });

  test('refuses sizes that cannot be', () => {
    expect(() => generateDemo({ asOf, pupils: 0 })).toThrow(RangeError);
    expect(() => generateDemo({ asOf, schools: 0 })).toThrow(RangeError);
    expect(() => generateDemo({ asOf, pupils: 1, openInvoices: 1000 })).toThrow(RangeError);
  });
});

/** What would make a group impossible; empty when it hangs together. */
function problemsOf(group: DemoGroup): string[] {
  const sharesOf = Map.groupBy(group.liabilities, ({ pupilId }) => pupilId);
  const pupilProblems = group.pupils.flatMap(({ id, birthDate }) => {
    const shares = sharesOf.get(id) ?? [];
    const split = shares.filter(({ kind }) => kind === 'split');
    const sum = split.reduce((total, { shareBp }) => total + shareBp, 0);
    const jointWhole = shares.length > 0 && shares.every(({ kind, shareBp }) => kind === 'joint' && shareBp === 10_000);
    const splitWhole = split.length === shares.length && sum === 10_000;
    return isPlainDate(birthDate) && (jointWhole || splitWhole) ? [] : [`pupil ${id}`];
  });
  const invoiceProblems = group.invoices.flatMap((invoice) => {
    const { id, kind, issueDate, dueDate, amountCents } = invoice;
    const open = openCents(invoice);
    // A bill is never paid twice, a credit never used twice.
    const amountsFit =
      kind === 'invoice'
        ? amountCents > 0 && open >= 0 && open <= amountCents
        : amountCents < 0 && open <= 0 && open >= amountCents;
    return isPlainDate(dueDate) && dueDate >= issueDate && amountsFit ? [] : [`invoice ${id}`];
  });
  return [...pupilProblems, ...invoiceProblems];
}
