import { daysBetween, type PlainDate } from '#shared/calendar/plain-date.ts';
import { lastDaysOf, limitationOf } from '#shared/law/limitation.ts';
import { actWords } from '#shared/limitation/act-words.ts';
import { radarBandOf } from '#shared/limitation/bands.ts';
import { type RadarBand, radarBands, type RadarRow } from '#shared/limitation/contract.ts';
import { type InMediation, nextActsOf } from '#shared/limitation/next-acts.ts';
import { type Cents, sumCents } from '#shared/money/cents.ts';
import type { Context } from '#main/api/context.ts';
import { type BillFacts, factsOfTouched } from './facts.ts';
import { type Candidate, candidates, inMediation, type RadarFilter, radarNames } from './radar-queries.ts';
import { limitationYears } from './years.ts';

type Question = RadarFilter & { readonly band?: RadarBand | undefined };

type Radar = {
  readonly rows: RadarRow[];
  readonly counts: Record<RadarBand, number>;
  readonly cents: Record<RadarBand, Cents>;
};

type Blip = Pick<
  RadarRow,
  | 'invoiceId'
  | 'issueDate'
  | 'dueDate'
  | 'openCents'
  | 'lastDay'
  | 'safeLastDay'
  | 'daysLeft'
  | 'safeDaysLeft'
  | 'isLimited'
  | 'band'
> & { readonly facts: BillFacts };

/** The bills whose clock runs out, the most urgent first, and after them what is limited already, the newest first. */
export function readRadar(context: Context, { band, ...filter }: Question): Radar {
  const blips = blipsOf(context, candidates(context, filter));
  const bands = Map.groupBy(blips, (blip) => blip.band);
  const shown = (band === undefined ? blips : (bands.get(band) ?? [])).toSorted(byUrgency);
  return {
    rows: rowsOf(context, shown),
    counts: perBand((one) => bands.get(one)?.length ?? 0),
    cents: perBand((one) => sumCents((bands.get(one) ?? []).map(({ openCents }) => openCents))),
  };
}

function perBand<Value>(of: (band: RadarBand) => Value): Record<RadarBand, Value> {
  return Object.fromEntries(radarBands.map((band) => [band, of(band)])) as Record<RadarBand, Value>;
}

/** Only the days, because it is asked of every old bill of a board; what is shown of a bill comes after. */
function blipsOf({ store, clock }: Context, bills: readonly Candidate[]): Blip[] {
  const touched = factsOfTouched(
    store,
    bills.map(([invoiceId]) => invoiceId),
  );
  const today = clock.today();
  const yearsOf = limitationYears(store);
  const daysUntil = perKey((date: PlainDate) => daysBetween(today, date));
  const untouched = perKey((key: string) => {
    const [invoiceDate = '', dueDate = ''] = key.split(' ');
    const facts: BillFacts = { invoiceDate, dueDate, acts: [], years: yearsOf(dueDate) };
    return { facts, days: lastDaysOf(facts, facts.years) };
  });
  return bills.flatMap(([invoiceId, issueDate, dueDate, openCents]) => {
    const own = touched.get(invoiceId);
    const { facts, days } = own
      ? { facts: own, days: lastDaysOf(own, own.years) }
      : untouched(`${issueDate} ${dueDate}`);
    // Proceedings run: the court has it.
    if (days === null) return [];
    const daysLeft = daysUntil(days.lastDay);
    const safeDaysLeft = daysUntil(days.safeLastDay);
    const isLimited = daysLeft < 0;
    const band = radarBandOf(safeDaysLeft, daysLeft, isLimited);
    if (band === undefined) return [];
    return [{ invoiceId, issueDate, dueDate, openCents, ...days, daysLeft, safeDaysLeft, isLimited, band, facts }];
  });
}

/** Nearly every bill has no act, and hundreds were made on one day. */
function perKey<Answer>(reckon: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    const answer = known.get(key) ?? reckon(key);
    known.set(key, answer);
    return answer;
  };
}

function byUrgency(a: Blip, b: Blip): number {
  if (a.isLimited !== b.isLimited) return a.isLimited ? 1 : -1;
  if (a.isLimited) return b.daysLeft - a.daysLeft || a.invoiceId - b.invoiceId;
  return a.safeDaysLeft - b.safeDaysLeft || a.daysLeft - b.daysLeft || a.invoiceId - b.invoiceId;
}

function rowsOf({ store, clock }: Context, blips: readonly Blip[]): RadarRow[] {
  const mediated = inMediation(store, clock.today());
  const names = radarNames(
    store,
    blips.map(({ invoiceId }) => invoiceId),
  );
  return names.flatMap((row, index) => {
    const blip = blips[index];
    return blip ? [rowOf(row, blip, mediated.get(row.invoiceId) ?? null)] : [];
  });
}

function rowOf(row: ReturnType<typeof radarNames>[number], { facts, ...rest }: Blip, mediation: InMediation): RadarRow {
  const { clock, safeClock, acts } = limitationOf(facts, facts.years);
  const counted = acts.filter((act) => act.counted);
  const last = counted.reduce<(typeof counted)[number] | null>(
    (newest, act) => (newest === null || act.date >= newest.date ? act : newest),
    null,
  );
  const isLetterUsed = counted.some(({ kind }) => kind === 'lawyerLetter' || kind === 'bailiffLetter');
  // The careful clock as long as it runs; after that what the other one still leaves.
  const { actBefore } = rest.safeDaysLeft >= 0 ? safeClock : clock;
  return {
    ...row,
    ...rest,
    actBefore,
    lastAct: last === null ? null : actWords(last),
    nextActs: nextActsOf({ isLimited: rest.isLimited, actBefore, isLetterUsed, inMediation: mediation }),
  };
}
