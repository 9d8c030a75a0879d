import { splitByWeights } from '../money/split.ts';
import type { Family } from './families.ts';
import type { DemoHousehold, DemoLiability, DemoPayer, DemoPupil, DemoSchool } from './group.ts';
import { pupilNames } from './names.ts';
import { makeDeck, type Random, shuffled, times } from './random.ts';
import { classOf, gradesOf } from './schools.ts';

export type People = {
  readonly households: readonly DemoHousehold[];
  readonly payers: readonly DemoPayer[];
  readonly pupils: readonly DemoPupil[];
  readonly liabilities: readonly DemoLiability[];
};

type Seat = { readonly school: DemoSchool; readonly grade: number; readonly parallel: number };

/**
 * Fills the classes of the schools with exactly `count` pupils and gives them families of one to three children, whose
 * siblings sit in any class of the two neighbouring schools. `startYear` is the year in which this school year began.
 */
export function makePeople(
  random: Random,
  schools: readonly DemoSchool[],
  count: number,
  startYear: number,
  nextFamily: () => Family,
): People {
  const people = {
    households: [] as DemoHousehold[],
    payers: [] as DemoPayer[],
    pupils: [] as DemoPupil[],
    liabilities: [] as DemoLiability[],
  };
  const sizes = makeDeck(random, [...times(9, 1), ...times(8, 2), ...times(3, 3)]);
  const makePupil = pupilMaker(random, startYear);
  for (const seats of neighbourhoods(random, schools, count)) {
    let taken = 0;
    while (taken < seats.length) {
      const family = nextFamily();
      const first = people.households.length === 0;
      const children = seats.slice(taken, taken + (first ? 2 : sizes()));
      taken += children.length;
      people.households.push(family.household);
      people.payers.push(...family.payers);
      const used = new Set<string>();
      children.forEach((seat, index) => {
        const firstName = first ? (index === 0 ? 'Noor' : 'Jef') : pickOther(random, used);
        used.add(firstName);
        const pupil = makePupil(people.pupils.length + 1, seat, family, firstName);
        people.pupils.push(pupil);
        people.liabilities.push(...family.owes.map((owes) => ({ pupilId: pupil.id, ...owes })));
      });
    }
  }
  return people;
}

/** The seats of each pair of schools in random order; in the first pair, 3A and 1B of the first family come first. */
function neighbourhoods(random: Random, schools: readonly DemoSchool[], count: number): Seat[][] {
  const sizes = splitByWeights(
    count,
    schools.map(({ details }) => (details.level === 'primary' ? 5 : 3)),
  );
  const pairs: Seat[][] = [];
  schools.forEach((school, index) => {
    const grades = gradesOf[school.details.level];
    const seats = Array.from({ length: sizes[index] ?? 0 }, (_, seat) => ({
      school,
      grade: seat % grades,
      parallel: Math.floor(seat / grades),
    }));
    if (index % 2 === 0) pairs.push(seats);
    else pairs.at(-1)?.push(...seats);
  });
  return pairs.map((seats, index) => {
    const mixed = shuffled(random, seats);
    if (index > 0) return mixed;
    const isShown = ({ school, grade, parallel }: Seat): boolean =>
      school.id === 1 ? grade === 5 && parallel === 0 : grade === 0 && parallel === 1;
    const shown = mixed.filter(isShown).toSorted((a, b) => a.school.id - b.school.id);
    return [...shown, ...mixed.filter((seat) => !isShown(seat))];
  });
}

function pickOther(random: Random, used: ReadonlySet<string>): string {
  let name = random.pick(pupilNames);
  while (used.has(name)) name = random.pick(pupilNames);
  return name;
}

function pupilMaker(random: Random, startYear: number) {
  return (id: number, seat: Seat, family: Family, firstName: string): DemoPupil => {
    const { school, grade } = seat;
    const primary = school.details.level === 'primary';
    // The first family, which the screenshots show, has been here all along.
    const newcomer = random.chance(0.08) && id > 2;
    const left = id > 2 && grade > 0 && !newcomer && random.chance(0.03);
    const lastYear = left ? startYear - 1 : startYear;
    const enteredYear = newcomer ? startYear : lastYear - grade;
    return {
      id,
      householdId: family.household.id,
      schoolId: school.id,
      ...classOf(school, grade, seat.parallel),
      studentNumber: `${String(enteredYear).slice(2)}${String(id).padStart(5, '0')}`,
      firstName,
      lastName: family.childrenName,
      birthDate: birthDate(random, lastYear - grade - (primary ? 3 : 12)),
      grade,
      lastYear,
      enteredOn: `${enteredYear}-09-01`,
      leftOn: left ? `${startYear}-06-30` : null,
      childcare: primary && random.chance(0.45),
      boarding: !primary && random.chance(0.08),
    };
  };
}

function birthDate(random: Random, year: number): string {
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
}
