import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { freezesCosts, kindsByCare } from '../holds/kinds.ts';
import { addTo } from './add-to.ts';
import type { DecisionHold, DecisionItem } from './decision.ts';

/** A hold that counts on the day. */
export type ActiveHold = {
  readonly hold: DecisionHold;
  /** Last day; null: until lifted, also when the last day cannot be read. */
  readonly untilDate: PlainDate | null;
  readonly freezesCosts: boolean;
};

/** Finds the holds on an item for a payer; null: for whoever owes it. */
export type HoldsOn = (
  item: DecisionItem,
  payer: { readonly payerId: number; readonly householdId: number } | null,
) => readonly ActiveHold[];

const noHolds: readonly ActiveHold[] = [];

/**
 * Whether a hold counts on a day: from its first to its last day, both included. A day that cannot be read is no end and no
 * beginning, so that the hold counts. Source: domain.md "One decision" ("A hold that cannot be read counts as a hold").
 */
export function isHoldActive({ fromDate, untilDate }: DecisionHold, asOf: PlainDate): boolean {
  if (untilDate !== null && isPlainDate(untilDate) && untilDate < asOf) return false;
  return fromDate === null || !isPlainDate(fromDate) || fromDate <= asOf;
}

/** Compares holds: the most careful kind first, a kind that is not known before all; then the longest, then the oldest. */
export function byCare(a: ActiveHold, b: ActiveHold): number {
  const care = careOf(a.hold.kind) - careOf(b.hold.kind);
  if (care !== 0) return care;
  if (a.untilDate !== b.untilDate) {
    if (a.untilDate === null || b.untilDate === null) return a.untilDate === null ? -1 : 1;
    return a.untilDate > b.untilDate ? -1 : 1;
  }
  if (a.hold.kind !== b.hold.kind) return a.hold.kind < b.hold.kind ? -1 : 1;
  return (a.hold.holdId ?? Number.MAX_SAFE_INTEGER) - (b.hold.holdId ?? Number.MAX_SAFE_INTEGER);
}

function careOf(kind: string): number {
  return kindsByCare.findIndex((known) => known === kind);
}

/**
 * Reads the holds once and answers which of them count for an item. What a hold names is narrowest first: a bill, else a
 * payer, else a household, else a school; a payer beside a bill, or a school beside a payer or household, narrows it. A hold
 * on one payer holds that payer only; a hold that names nothing holds everything.
 */
export function activeHolds(holds: readonly DecisionHold[], asOf: PlainDate): HoldsOn {
  const ofInvoice = new Map<number, ActiveHold[]>();
  const ofPayer = new Map<number, ActiveHold[]>();
  const ofHousehold = new Map<number, ActiveHold[]>();
  const ofSchool = new Map<number, ActiveHold[]>();
  const ofEverything: ActiveHold[] = [];
  for (const hold of holds) {
    if (!isHoldActive(hold, asOf)) continue;
    const { invoiceId, payerId, householdId, schoolId, kind, untilDate } = hold;
    const active: ActiveHold = {
      hold,
      untilDate: untilDate !== null && isPlainDate(untilDate) ? untilDate : null,
      freezesCosts: hold.freezesCosts || freezesCosts(kind, false),
    };
    if (invoiceId !== null) addTo(ofInvoice, invoiceId, active);
    else if (payerId !== null) addTo(ofPayer, payerId, active);
    else if (householdId !== null) addTo(ofHousehold, householdId, active);
    else if (schoolId !== null) addTo(ofSchool, schoolId, active);
    else ofEverything.push(active);
  }
  return ({ invoiceId, schoolId, householdId }, payer) => {
    const found = [...ofEverything, ...(ofSchool.get(schoolId) ?? noHolds)];
    for (const one of ofInvoice.get(invoiceId) ?? noHolds) {
      if (one.hold.payerId === null || one.hold.payerId === payer?.payerId) found.push(one);
    }
    takeAt(schoolId, ofHousehold.get(householdId), found);
    if (payer === null) return found;
    if (payer.householdId !== householdId) takeAt(schoolId, ofHousehold.get(payer.householdId), found);
    takeAt(schoolId, ofPayer.get(payer.payerId), found);
    return found;
  };
}

function takeAt(schoolId: number, holds: readonly ActiveHold[] = noHolds, found: ActiveHold[]): void {
  for (const one of holds) if (one.hold.schoolId === null || one.hold.schoolId === schoolId) found.push(one);
}
