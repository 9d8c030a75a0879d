import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Limitation } from '#shared/law/contract.ts';
import { limitationOf, limitationOn } from '#shared/law/limitation.ts';
import { actWords } from '#shared/limitation/act-words.ts';
import { radarBandOf } from '#shared/limitation/bands.ts';
import { type RadarBand, radarBands, type RadarRow } from '#shared/limitation/contract.ts';
import { type InMediation, nextActsOf } from '#shared/limitation/next-acts.ts';
import { type Cents, sumCents } from '#shared/money/cents.ts';
import type { Context } from '#main/api/context.ts';
import { factsOfTouched } from './facts.ts';
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
  'invoiceId' | 'issueDate' | 'dueDate' | 'openCents' | 'daysLeft' | 'safeDaysLeft' | 'isLimited' | 'band'
> & {
  readonly limitation: Limitation;
};

/** The bills whose clock runs out, the most urgent first, and after them what is limited already, the newest first. */
export function readRadar(context: Context, { band, ...filter }: Question): Radar {
  const blips = blipsOf(context, candidates(context, filter));
  const ofBand = (wanted: RadarBand): Blip[] => blips.filter((blip) => blip.band === wanted);
  const shown = (band === undefined ? blips : ofBand(band)).toSorted(byUrgency);
  return {
    rows: rowsOf(context, shown),
    counts: perBand((one) => ofBand(one).length),
    cents: perBand((one) => sumCents(ofBand(one).map(({ openCents }) => openCents))),
  };
}

function perBand<Value>(of: (band: RadarBand) => Value): Record<RadarBand, Value> {
  return Object.fromEntries(radarBands.map((band) => [band, of(band)])) as Record<RadarBand, Value>;
}

function blipsOf({ store, clock }: Context, bills: readonly Candidate[]): Blip[] {
  const touched = factsOfTouched(
    store,
    bills.map(([invoiceId]) => invoiceId),
  );
  const today = clock.today();
  const untouched = perDates(limitationYears(store));
  return bills.flatMap(([invoiceId, issueDate, dueDate, openCents]) => {
    const facts = touched.get(invoiceId);
    const limitation = facts ? limitationOf(facts, facts.years) : untouched(issueDate, dueDate);
    // Proceedings run: the court has it.
    if (limitation.isSuspended) return [];
    const standing = limitationOn(limitation, today);
    const band = radarBandOf(standing.safeDaysLeft, standing.daysLeft, standing.isLimited);
    return band === undefined ? [] : [{ invoiceId, issueDate, dueDate, openCents, ...standing, band, limitation }];
  });
}

/** Nearly every bill has no act, and hundreds were made on one day. */
function perDates(yearsOf: (dueDate: PlainDate) => number): (invoiceDate: PlainDate, dueDate: PlainDate) => Limitation {
  const known = new Map<string, Limitation>();
  return (invoiceDate, dueDate) => {
    const key = `${invoiceDate} ${dueDate}`;
    const limitation = known.get(key) ?? limitationOf({ invoiceDate, dueDate, acts: [] }, yearsOf(dueDate));
    known.set(key, limitation);
    return limitation;
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

function rowOf(row: ReturnType<typeof radarNames>[number], blip: Blip, mediation: InMediation): RadarRow {
  const { limitation, ...rest } = blip;
  const { clock, safeClock, acts } = limitation;
  const counted = acts.filter((act) => act.counted);
  const last = counted.reduce<(typeof counted)[number] | null>(
    (newest, act) => (newest === null || act.date >= newest.date ? act : newest),
    null,
  );
  const isLetterUsed = counted.some(({ kind }) => kind === 'lawyerLetter' || kind === 'bailiffLetter');
  return {
    ...row,
    ...rest,
    safeLastDay: safeClock.lastDay,
    lastDay: clock.lastDay,
    actBefore: actBeforeOf(blip),
    lastAct: last === null ? null : actWords(last),
    nextActs: nextActsOf({
      isLimited: blip.isLimited,
      actBefore: actBeforeOf(blip),
      isLetterUsed,
      inMediation: mediation,
    }),
  };
}

/** The careful clock as long as it runs; after that what the other one still leaves. */
function actBeforeOf({ safeDaysLeft, limitation: { clock, safeClock } }: Blip): PlainDate {
  return safeDaysLeft >= 0 ? safeClock.actBefore : clock.actBefore;
}
