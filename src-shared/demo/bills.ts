import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { schoolYearOf, type SchoolYear } from '../calendar/school-year.ts';
import type { BillingGroupName, DemoPupil, DemoSchool } from './group.ts';
import type { Random } from './random.ts';
import { endOfMonth } from './timeline.ts';

/** One round of billing in one school: the pupils it is for each get an invoice. */
export type Bill = {
  readonly billingGroup: BillingGroupName;
  readonly description: string;
  readonly schoolYear: SchoolYear;
  /** Year in which the school year began. */
  readonly startYear: number;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  /** `grade` is the grade the pupil had then. */
  readonly isFor: (pupil: DemoPupil, grade: number) => boolean;
  /** Bounds of the amount, in cents. */
  readonly cents: readonly [number, number];
};

const monthNames = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** September to June. */
const billedMonths = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6] as const;

/** Every round of billing of a school until `asOf`, oldest first, over the given number of school years. */
export function makeBills(school: DemoSchool, asOf: PlainDate, schoolYears: number): Bill[] {
  const thisYear = Number(schoolYearOf(asOf).slice(0, 4));
  const bills: Bill[] = [];
  for (let startYear = thisYear - schoolYears + 1; startYear <= thisYear; startYear += 1) {
    const year = school.details.level === 'primary' ? primaryYear(startYear) : secondaryYear(startYear);
    bills.push(...year.filter(({ issueDate }) => issueDate <= asOf));
  }
  return bills.sort((a, b) => (a.issueDate < b.issueDate ? -1 : a.issueDate > b.issueDate ? 1 : 0));
}

/** An amount within the bounds of the bill, a multiple of five cents. */
export function drawCents(random: Random, bill: Bill): number {
  const [lowest, highest] = bill.cents;
  return 5 * random.between(lowest / 5, highest / 5);
}

function primaryYear(startYear: number): Bill[] {
  const once = oneBill(startYear);
  return [
    ...billedMonths.flatMap((month) => [
      monthly(startYear, month, 'maandrekening', 'Maandrekening', [1_200, 8_950], () => true),
      monthly(startYear, month, 'opvang', 'Opvang', [950, 9_600], ({ childcare }) => childcare),
    ]),
    once('weekverblijf', 'Bosklassen', `${startYear}-10-01`, 14, [17_500, 18_500], (_, grade) => grade === 8),
    once('weekverblijf', 'Boerderijklassen', `${startYear + 1}-03-01`, 30, [9_500, 11_000], (_, grade) => grade === 5),
    once(
      'boeken',
      'Leesboeken',
      `${startYear + 1}-01-01`,
      30,
      [2_400, 4_800],
      ({ id }, grade) => grade > 2 && id % 4 === 0,
    ),
  ];
}

function secondaryYear(startYear: number): Bill[] {
  const once = oneBill(startYear);
  return [
    ...billedMonths.flatMap((month) => [
      monthly(startYear, month, 'maandrekening', 'Maandrekening', [2_500, 14_500], () => true),
      monthly(startYear, month, 'weekverblijf', 'Weekverblijf', [21_000, 32_500], ({ boarding }) => boarding),
    ]),
    once('boeken', 'Huur schoolboeken', `${startYear}-09-01`, 30, [8_500, 19_000], () => true),
    once('boeken', 'Werkboeken', `${startYear}-10-31`, 30, [3_500, 6_500], () => true),
  ];
}

/** Issued on the last day of the month, due on the last day of the next one. */
function monthly(
  startYear: number,
  month: number,
  billingGroup: BillingGroupName,
  title: string,
  cents: Bill['cents'],
  isFor: Bill['isFor'],
): Bill {
  const year = month >= 9 ? startYear : startYear + 1;
  const issueDate = endOfMonth(`${year}-${String(month).padStart(2, '0')}-01`);
  return {
    billingGroup,
    description: `${title} ${monthNames[month - 1] ?? ''} ${year}`,
    schoolYear: schoolYearOf(issueDate),
    startYear,
    issueDate,
    dueDate: endOfMonth(addDays(issueDate, 1)),
    isFor,
    cents,
  };
}

function oneBill(startYear: number) {
  return (
    billingGroup: BillingGroupName,
    title: string,
    issueDate: PlainDate,
    termDays: number,
    cents: Bill['cents'],
    isFor: Bill['isFor'],
  ): Bill => ({
    billingGroup,
    description: `${title} ${startYear}-${startYear + 1}`,
    schoolYear: schoolYearOf(issueDate),
    startYear,
    issueDate,
    dueDate: addDays(issueDate, termDays),
    isFor,
    cents,
  });
}
