import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Exclusion, Proposal } from '#shared/dunning/decision.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { decideNow } from './decide.ts';

export type Pair = { readonly payerId: number; readonly schoolId: number };

export type Anew = {
  readonly proposal: (pair: Pair) => Proposal | null;
  /** Why a payer gets nothing (any more), in Dutch. */
  readonly whyNot: (pair: Pair) => string;
};

/** What would be done today for these payers of a run, as if the run itself had done nothing for them yet. */
export function decidePayers(
  store: Store,
  run: { readonly runId: number; readonly schoolIds: readonly number[] },
  payerIds: readonly number[],
  today: PlainDate,
): Anew {
  const { proposals, exclusions } = decideNow(store, {
    asOf: today,
    today,
    schoolIds: run.schoolIds,
    householdIds: householdsOf(store, payerIds),
    ownRunId: run.runId,
  });
  const proposed = new Map(proposals.map((one) => [keyOf(one), one]));
  const excluded = new Map(
    exclusions.flatMap((one) =>
      one.payerId === null ? [] : [[keyOf({ ...one, payerId: one.payerId }), one] as const],
    ),
  );
  return {
    proposal: (pair) => proposed.get(keyOf(pair)) ?? null,
    whyNot: (pair) => whyNot(excluded.get(keyOf(pair))),
  };
}

/** Their own households and those of every pupil they owe for: with less, an amount would be decided from a part. */
function householdsOf(store: Store, payerIds: readonly number[]): number[] {
  return statement(
    store,
    `SELECT household_id FROM payers WHERE id IN (SELECT value FROM json_each(@payers))
     UNION SELECT u.household_id FROM liabilities l JOIN pupils u ON u.id = l.pupil_id
       WHERE l.payer_id IN (SELECT value FROM json_each(@payers))`,
  )
    .pluck()
    .all({ payers: JSON.stringify(payerIds) }) as number[];
}

function keyOf({ payerId, schoolId }: Pair): string {
  return `${payerId}-${schoolId}`;
}

/** Source: scenario S-19, "paid since proposal". */
function whyNot(exclusion: Exclusion | undefined): string {
  if (exclusion === undefined || exclusion.reason === 'nothingDue') return 'Intussen betaald.';
  return exclusion.sentence;
}
