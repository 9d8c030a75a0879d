import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { CostKind } from '../costs/contract.ts';
import { interest } from '../law/interest.ts';
import { lawUnknownSentence } from '../law/law-names.ts';
import { lumpSumCap } from '../law/lump-sum-cap.ts';
import { type LawTables, lawValueOn } from '../law/tables.ts';
import { formatCents, sumCents } from '../money/cents.ts';

/** A cost that goes along, with the bill it was asked for. */
export type GateCost = {
  readonly kind: CostKind;
  readonly amountCents: number;
  readonly billId: number;
  /** Of the bill. */
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  /** What the payer owed of the bill when it was asked. */
  readonly dueCents: number;
};

type Clause = { readonly clause: string; readonly clauseDate: PlainDate | null };

/**
 * What keeps these costs from being handed over, in Dutch; null: they are within what the law allows on that day, or there
 * are none. A clause told before each bill, never a lump sum beside a reminder cost, lump sums together at most the cap,
 * each reminder cost at most its cap with postage, interest at most the ceiling since the due date. An amount of the law
 * that is not known blocks. Source: WER art. XIX.2–XIX.4, law.md 1.4–1.6 and 1.8 (v).
 */
export function costsProblem(
  costs: readonly GateCost[],
  { clause, clauseDate }: Clause,
  onDate: PlainDate,
  tables: LawTables,
): string | null {
  if (costs.length === 0) return null;
  if (clause === '' || clauseDate === null || costs.some(({ issueDate }) => clauseDate > issueDate)) {
    return 'Er zijn kosten aangerekend zonder clausule in het schoolreglement die vóór de factuur meegedeeld was. Geef die kosten eerst op.';
  }
  const ofKind = (kind: CostKind): readonly GateCost[] => costs.filter((cost) => cost.kind === kind);
  if (ofKind('lumpSum').length > 0 && ofKind('reminderCost').length > 0) {
    return 'Een schadevergoeding en een herinneringskost mogen niet samen gevraagd worden. Geef een van beide eerst op.';
  }
  return (
    lumpSumProblem(ofKind('lumpSum'), onDate, tables) ??
    reminderCostProblem(ofKind('reminderCost'), onDate, tables) ??
    interestProblem(ofKind('interest'), onDate, tables)
  );
}

function lumpSumProblem(costs: readonly GateCost[], onDate: PlainDate, tables: LawTables): string | null {
  if (costs.length === 0) return null;
  const perBill = new Map(costs.map(({ billId, dueCents }) => [billId, dueCents]));
  const { capCents, blockedBy } = lumpSumCap({ dueCents: [...perBill.values()], onDate }, tables);
  if (capCents === null) return blockedBy;
  return tooMuch('De schadevergoeding', askedOf(costs), capCents);
}

function reminderCostProblem(costs: readonly GateCost[], onDate: PlainDate, tables: LawTables): string | null {
  if (costs.length === 0) return null;
  const capCents = lawValueOn(tables, 'reminderCostCap', onDate);
  if (capCents === null) return lawUnknownSentence('reminderCostCap', onDate);
  const highest = Math.max(...costs.map(({ amountCents }) => amountCents));
  return tooMuch('Een herinneringskost', highest, capCents + (lawValueOn(tables, 'postage', onDate) ?? 0));
}

function interestProblem(costs: readonly GateCost[], onDate: PlainDate, tables: LawTables): string | null {
  for (const [, ofBill] of Map.groupBy(costs, ({ billId }) => billId)) {
    const { dueDate } = ofBill[0] ?? { dueDate: onDate };
    const principalCents = Math.max(...ofBill.map(({ dueCents }) => dueCents));
    const ceiling = interest({ kind: 'ceiling', principalCents, from: addDays(dueDate, 1), to: onDate }, tables);
    if (ceiling.interestCents === null) return ceiling.blockedBy;
    const problem = tooMuch('De rente', askedOf(ofBill), ceiling.interestCents);
    if (problem !== null) return problem;
  }
  return null;
}

function askedOf(costs: readonly GateCost[]): number {
  return sumCents(costs.map(({ amountCents }) => amountCents));
}

function tooMuch(what: string, askedCents: number, capCents: number): string | null {
  return askedCents > capCents
    ? `${what} (${formatCents(askedCents)}) ligt boven wat de wet toelaat (${formatCents(capCents)}). Geef ze eerst op bij Kosten.`
    : null;
}
