import { addDays, daysBetween, formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { formatCents } from '../money/cents.ts';
import { type Signal, type SignalKind, signalKinds, type SignalSettings } from './contract.ts';
import type { HouseholdFacts } from './household-facts.ts';

/** How much there must be before a signal says anything. Careful office rules, no rules of the law. */
export const thresholds = {
  /** Of bills of before: this many, over so many days, is "years on time". */
  onTimeBills: 6,
  onTimeDays: 730,
  /** A bill that is past due longer than this is no longer "for the first time". */
  firstTimeWithinDays: 90,
  /** A payment this many days after the due date still counts as on time: a bank needs a while. */
  graceDays: 14,
  children: 3,
  /** Open part of a year, in percent, from this amount and this number of bills on. */
  sharePercent: 50,
  shareFromCents: 100_00,
  shareFromBills: 3,
  /** And at least one in so many bills of that year is past due: a single large bill is no large part of a year. */
  shareOfBills: 3,
  /** A note this long before today no longer says anything about now. */
  noteDays: 365,
} as const;

type Told = Pick<Signal, 'title' | 'facts' | 'nextStep' | 'does'>;

/** Dutch name of each kind, for the settings and the list. */
export const signalNames: Readonly<Record<SignalKind, string>> = {
  firstTimeLate: 'Voor het eerst te laat, na jaren op tijd',
  manyChildren: 'Drie of meer kinderen met een open rekening',
  brokenPlan: 'Afbetaalplan dat niet meer lukt na nieuws over minder inkomen',
  highShare: 'Een groot deel van het jaar staat open',
  bodyKnown: 'Er is een dienst bekend',
  schoolAllowance: 'Er is een schooltoeslag',
};

const rules: Readonly<Record<SignalKind, (facts: HouseholdFacts, today: PlainDate) => Told | null>> = {
  firstTimeLate: ({ onTime, oldestDueDate }, today) => {
    if (onTime === null || oldestDueDate === null) return null;
    const isLong =
      onTime.bills >= thresholds.onTimeBills && daysBetween(onTime.since, oldestDueDate) >= thresholds.onTimeDays;
    const isRecent =
      oldestDueDate >= addDays(today, -thresholds.firstTimeWithinDays) &&
      oldestDueDate < addDays(today, -thresholds.graceDays);
    if (!isLong || !isRecent) return null;
    return {
      title: 'Voor het eerst te laat',
      facts: [
        `Sinds ${formatPlainDate(onTime.since)} zijn ${onTime.bills} rekeningen op tijd betaald.`,
        `De eerste die open bleef, verviel op ${formatPlainDate(oldestDueDate)}.`,
      ],
      nextStep: 'Bel even, zonder brief: vraag of er iets veranderd is en wat zou helpen.',
      does: 'talk',
    };
  },
  manyChildren: ({ children }) =>
    children.length < thresholds.children
      ? null
      : {
          title: 'Drie of meer kinderen met een open rekening',
          facts: [`Een rekening staat open voor ${listed(children)}.`],
          nextStep: 'Stel één afbetaalplan voor over alle kinderen samen, met één bedrag per maand.',
          does: 'plan',
        },
  brokenPlan: ({ brokenPlan }) =>
    brokenPlan === null || brokenPlan.notes.length === 0
      ? null
      : {
          title: 'Het afbetaalplan lukt niet meer',
          facts: [
            brokenPlan.brokenOn === null
              ? 'Het afbetaalplan loopt achter.'
              : `Het afbetaalplan loopt achter sinds ${formatPlainDate(brokenPlan.brokenOn)}.`,
            ...brokenPlan.notes.map(({ on, word }) => `In een nota van ${formatPlainDate(on)} staat “${word}”.`),
          ],
          nextStep: 'Bekijk samen wat nu haalbaar is en pas het plan aan.',
          does: 'plan',
        },
  highShare: ({ year, overdueCents, overdueBills }) => {
    if (year === null || year.billedCents <= 0) return null;
    const isMuch = year.openCents * 100 >= year.billedCents * thresholds.sharePercent;
    if (!isMuch || overdueCents < thresholds.shareFromCents || overdueBills < thresholds.shareFromBills) return null;
    return {
      title: 'Een groot deel van het jaar staat open',
      facts: [
        `Van ${formatCents(year.billedCents)} die sinds ${formatPlainDate(year.from)} gevraagd werd, staat ${formatCents(year.openCents)} open.`,
      ],
      nextStep: 'Bekijk of het sociaal fonds een deel kan dragen, voor er nog een herinnering vertrekt.',
      does: 'socialFund',
    };
  },
  bodyKnown: ({ bodies }) =>
    bodies.length === 0
      ? null
      : {
          title: 'Er is een dienst bekend',
          facts: bodies.map(({ name, payerName }) => `${name} is bekend bij ${payerName}.`),
          nextStep: 'Vraag of de dienst mag meedenken; niets vertrekt zonder schriftelijke toestemming.',
          does: 'referral',
        },
  schoolAllowance: ({ allowance }) =>
    allowance.length === 0
      ? null
      : {
          title: 'Er is een schooltoeslag',
          facts: [`Schooltoeslag voor ${listed(allowance)}, zoals de ouder vertelde.`],
          nextStep: 'Bekijk of het gezin in aanmerking komt voor het sociaal fonds van de school.',
          does: 'socialFund',
        },
};

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`;
}

/**
 * What may ask for care, of every household: each signal with its facts and a gentle next step. By name of the household, never
 * by how much or how many: no score, no ranking. A kind says nothing where every school at which something is open has
 * switched it off; schools that are not in `settings` have everything on. Source: practice.md 5.1 (6).
 */
export function findSignals(
  households: readonly HouseholdFacts[],
  settings: ReadonlyMap<number, SignalSettings>,
  today: PlainDate,
): Signal[] {
  const isOn = (kind: SignalKind, schoolId: number): boolean => {
    const own = settings.get(schoolId);
    return own === undefined || (own.enabled && !own.off.includes(kind));
  };
  return households
    .toSorted((a, b) => byName.compare(a.householdName, b.householdName) || a.householdId - b.householdId)
    .flatMap((facts) =>
      signalKinds.flatMap((kind) => {
        if (!facts.schoolIds.some((schoolId) => isOn(kind, schoolId))) return [];
        const told = rules[kind](facts, today);
        const { householdId, householdName } = facts;
        return told === null ? [] : [{ kind, householdId, householdName, ...told }];
      }),
    );
}

const byName = new Intl.Collator('nl-BE');
