import type { PlainDate } from '../calendar/plain-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { makeFamilies, makeThirdPartyPayers } from './families.ts';
import type { DemoGroup } from './group.ts';
import { makeInvoices } from './invoices.ts';
import { makePeople } from './pupils.ts';
import { makeRandom } from './random.ts';
import { demoBoardName, makeSchools } from './schools.ts';
import { makeTraces } from './traces.ts';

export type DemoOptions = {
  /** The day the demo plays on: bills and payments until then. */
  readonly asOf: PlainDate;
  readonly seed?: number;
  /** Pupils in the whole group, those who left last year included. Default 640, or five open invoices for each. */
  readonly pupils?: number;
  /** Default 2. */
  readonly schools?: number;
  /** School years of history, this one included. Default 3. */
  readonly schoolYears?: number;
  /** For measurements: exactly this many invoices, all still open, spread evenly over the pupils. */
  readonly openInvoices?: number;
};

export const defaultDemoPupils = 640;
const defaultDemoSeed = 2026;

/**
 * Invents a school group. The same options give the same group, on any machine and any day. Throws a RangeError on sizes
 * that cannot be (no pupils, no schools, more open invoices per pupil than there were rounds of billing).
 */
export function generateDemo(options: DemoOptions): DemoGroup {
  const { asOf, seed = defaultDemoSeed, schools: schoolCount = 2, schoolYears = 3, openInvoices } = options;
  const pupilCount =
    options.pupils ?? (openInvoices === undefined ? defaultDemoPupils : Math.max(1, Math.ceil(openInvoices / 5)));
  if (pupilCount < 1 || schoolCount < 1 || schoolYears < 1)
    throw new RangeError('A demo needs pupils, schools and years');
  const schools = makeSchools(schoolCount);
  const thirdPartyPayers = makeThirdPartyPayers();
  const startYear = Number(schoolYearOf(asOf).slice(0, 4));
  const people = makePeople(
    makeRandom(seed, 'pupils'),
    schools,
    pupilCount,
    startYear,
    makeFamilies(makeRandom(seed, 'families'), asOf, thirdPartyPayers),
  );
  const habitOf = new Map(people.households.map(({ id, habit }) => [id, habit]));
  const invoices = makeInvoices({
    schools,
    pupils: people.pupils,
    habitOf: (pupil) => habitOf.get(pupil.householdId) ?? 'steady',
    asOf,
    seed,
    schoolYears,
    openInvoices,
  });
  return {
    boardName: demoBoardName,
    asOf,
    schools,
    thirdPartyPayers,
    ...people,
    invoices,
    ...makeTraces(seed, asOf, people.households, people.pupils, invoices),
  };
}
