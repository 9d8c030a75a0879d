import { createHash } from 'node:crypto';
import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Signal, SignalKind } from '#shared/signals/contract.ts';
import { findSignals } from '#shared/signals/find-signals.ts';
import { includesSchool, type Schools, schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { gatherFacts } from './gather.ts';
import { allSignalSettings } from './settings.ts';

type Asked = {
  readonly householdId?: number | undefined;
  readonly schoolId?: number | undefined;
  /** For a talk: only what this payer is liable for. */
  readonly payerId?: number | undefined;
};

/** Signals of a household, or of everybody who has something open, without those that were put away. */
export function listSignals(context: Context, asked: Asked): Signal[] {
  const isDismissed = dismissals(context.store, context.clock.today());
  return everySignal(context, asked).filter((signal) => !isDismissed(signal));
}

function everySignal(context: Context, { householdId, schoolId, payerId }: Asked): Signal[] {
  const { store, clock } = context;
  const facts = gatherFacts(context, {
    householdId: householdId === undefined ? undefined : liveHouseholdId(store, householdId),
    payerId,
    schools: schoolId === undefined ? schoolsOf(context) : only(schoolId, schoolsOf(context)),
  });
  return findSignals(facts, allSignalSettings(store), clock.today());
}

function only(schoolId: number, schools: Schools): number[] {
  return includesSchool(schools, schoolId) ? [schoolId] : [];
}

type Dismissal = {
  readonly householdId: number;
  readonly kind: string;
  readonly factsSha256: string;
  readonly untilDate: PlainDate | null;
};

/** Whether a signal was seen with these same facts, and the day until which it was put away is not over. */
function dismissals(store: Store, today: PlainDate): (signal: Signal) => boolean {
  const rows = statement(
    store,
    'SELECT household_id AS householdId, kind, facts_sha256 AS factsSha256, until_date AS untilDate FROM signal_dismissals',
  ).all() as Dismissal[];
  const byKey = new Map(rows.map((row) => [`${row.householdId} ${row.kind}`, row]));
  return (signal) => {
    const seen = byKey.get(`${signal.householdId} ${signal.kind}`);
    if (!seen || (seen.untilDate !== null && seen.untilDate < today)) return false;
    return seen.factsSha256 === factsHash(signal);
  };
}

function factsHash({ facts }: Signal): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** Puts a signal away until its facts change or the day is over; answers what is left of the household. */
export function dismissSignal(
  context: Context,
  {
    householdId: given,
    kind,
    untilDate,
  }: { readonly householdId: number; readonly kind: SignalKind; readonly untilDate: PlainDate | null },
): Signal[] {
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    const householdId = liveHouseholdId(store, given);
    const signal = everySignal(context, { householdId }).find((one) => one.kind === kind);
    if (!signal) {
      throw new Problem('NOT_FOUND', 'Dit signaal is er niet meer. Er is niets veranderd; vernieuw de lijst.');
    }
    if (untilDate !== null && untilDate < clock.today()) {
      throw new Problem('INVALID', 'Deze dag is al voorbij. Er is niets veranderd.', 'untilDate');
    }
    statement(
      store,
      `INSERT INTO signal_dismissals (household_id, kind, facts_sha256, until_date, author, created_at)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (household_id, kind) DO UPDATE SET facts_sha256 = excluded.facts_sha256,
         until_date = excluded.until_date, author = excluded.author, created_at = excluded.created_at`,
    ).run(householdId, kind, factsHash(signal), untilDate, actor, clock.now());
    return {
      result: listSignals(context, { householdId }),
      audit: { command: 'signals.dismiss', householdId, detail: { kind, untilDate } },
    };
  });
}
