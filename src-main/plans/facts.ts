import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { addTo } from '#shared/dunning/add-to.ts';
import { planState, type PlanState } from '#shared/plans/plan-state.ts';
import { owedTogether } from '#shared/plans/owed-together.ts';
import { planStateNameOf } from '#shared/plans/plan-standing.ts';
import type { PlanStateName, VersionKind } from '#shared/plans/shapes.ts';
import { claimsById } from '#main/ledger/claims.ts';
import type { Store } from '#main/store/store.ts';
import {
  instalmentRows,
  planClaimRows,
  type PlanFilter,
  planPayerRows,
  planVersionRows,
  receivedRows,
} from './queries.ts';

export type PlanClaimFact = {
  readonly invoiceId: number;
  readonly schoolId: number;
  readonly startCents: number;
  /** What its payers owe of it now. */
  readonly openCents: number;
  readonly afterPostingId: number;
};

/** A plan as it stands, with what decides about it. */
export type PlanFacts = {
  readonly planId: number;
  readonly schoolId: number;
  readonly householdId: number;
  readonly thirdPartyPayerId: number | null;
  readonly endedOn: PlainDate | null;
  readonly versionId: number;
  readonly kind: VersionKind;
  readonly toleranceDays: number;
  readonly totalCents: number;
  readonly pausedUntil: PlainDate | null;
  readonly madeOn: PlainDate;
  readonly isAccepted: boolean;
  readonly payers: readonly { readonly payerId: number; readonly name: string }[];
  readonly claims: readonly PlanClaimFact[];
  readonly instalments: readonly {
    readonly number: number;
    readonly dueDate: PlainDate;
    readonly amountCents: number;
  }[];
  readonly receivedCents: number;
  readonly openCents: number;
};

/** Plans with their newest version, claims, payers and money, in five statements whatever their number. */
export function planFacts(store: Store, filter: PlanFilter): PlanFacts[] {
  const versions = planVersionRows(store, filter);
  if (versions.length === 0) return [];
  const versionIds = JSON.stringify(versions.map(([, , , , , versionId]) => versionId));
  const planIds = JSON.stringify(versions.map(([planId]) => planId));
  const instalments = new Map<number, PlanFacts['instalments'][number][]>();
  for (const [versionId, dueDate, amountCents] of instalmentRows(store, versionIds)) {
    const own = instalments.get(versionId);
    if (own) own.push({ number: own.length + 1, dueDate, amountCents });
    else instalments.set(versionId, [{ number: 1, dueDate, amountCents }]);
  }
  const payers = new Map<number, PlanFacts['payers'][number][]>();
  for (const [planId, payerId, name] of planPayerRows(store, planIds)) addTo(payers, planId, { payerId, name });
  const received = new Map(receivedRows(store, versionIds));
  const claims = claimFacts(
    store,
    versionIds,
    new Map(versions.map(([planId, , , , , versionId]) => [versionId, payers.get(planId) ?? []])),
  );
  return versions.map((row) => {
    const [planId, schoolId, householdId, thirdPartyPayerId, endedOn, versionId, kind, toleranceDays] = row;
    const own = claims.get(versionId) ?? [];
    let openCents = 0;
    for (const claim of own) openCents += claim.openCents;
    return {
      planId,
      schoolId,
      householdId,
      thirdPartyPayerId,
      endedOn,
      versionId,
      kind,
      toleranceDays,
      totalCents: row[8],
      pausedUntil: row[9],
      madeOn: row[10].slice(0, 10),
      isAccepted: row[11] === 1,
      payers: payers.get(planId) ?? [],
      claims: own,
      instalments: instalments.get(versionId) ?? [],
      receivedCents: Math.max(0, received.get(planId) ?? 0),
      openCents,
    };
  });
}

/** Of most claims the balance is what is owed; where shares are split, the domain says what. */
function claimFacts(
  store: Store,
  versionIds: string,
  payersOf: ReadonlyMap<number, PlanFacts['payers']>,
): Map<number, PlanClaimFact[]> {
  const rows = planClaimRows(store, versionIds);
  const shared = claimsById(store, [...new Set(rows.flatMap((row) => (row[6] === 1 ? [row[1]] : [])))]);
  const claims = new Map<number, PlanClaimFact[]>();
  for (const [versionId, invoiceId, schoolId, startCents, balanceCents, afterPostingId, isShared] of rows) {
    const claim = isShared === 1 ? shared.get(invoiceId) : undefined;
    const payerIds = claim ? (payersOf.get(versionId) ?? []).map(({ payerId }) => payerId) : [];
    const openCents = claim ? owedTogether(claim, payerIds) : Math.max(0, balanceCents);
    addTo(claims, versionId, { invoiceId, schoolId, startCents, openCents, afterPostingId });
  }
  return claims;
}

export type PlanStanding = PlanState & { readonly name: PlanStateName };

/** Its state on a day: from its money, and whether it was accepted or stopped. */
export function standingOf(plan: PlanFacts, asOf: PlainDate): PlanStanding {
  const money = planState(plan, asOf);
  return { ...money, name: planStateNameOf({ ...plan, money }) };
}
