import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { mostOf, type PlanMoney } from './plan-state.ts';
import type { PlanInstalment } from './shapes.ts';

type Agreed = { readonly number: number; readonly dueDate: PlainDate; readonly amountCents: number };
export type PlanReceipt = { readonly entryId: number; readonly valueDate: PlainDate; readonly amountCents: number };
export type InstalmentProgress = Omit<PlanInstalment, 'receipts'>;

/**
 * How far each instalment is paid on a day: what was received pays the oldest first. What is left to pay of the claims caps
 * the last ones: of 50.00 with 30.00 left, 30.00 is asked, and what comes after is covered. `late` counts as not kept (past
 * its tolerance), `missed` is past its day and within it. Cents; an instalment that is due today is upcoming. Source:
 * domain.md "Plans", scenarios P-2 and P-3.
 */
export function instalmentProgress(
  plan: PlanMoney & { readonly instalments: readonly Agreed[] },
  asOf: PlainDate,
): InstalmentProgress[] {
  const mostCents = mostOf(plan);
  const countsUntil = addDays(asOf, -plan.toleranceDays);
  let fromCents = 0;
  return inTurn(plan.instalments).map(({ number, dueDate, amountCents }) => {
    const toCents = fromCents + amountCents;
    const roomCents = Math.max(0, Math.min(toCents, mostCents) - fromCents);
    const paidCents = Math.max(0, Math.min(plan.receivedCents, toCents) - fromCents);
    fromCents = toCents;
    const asked = roomCents === 0 ? amountCents : roomCents;
    const status = ((): PlanInstalment['status'] => {
      if (roomCents === 0) return 'covered';
      if (paidCents >= roomCents) return 'paid';
      if (dueDate <= countsUntil) return 'late';
      if (dueDate < asOf) return 'missed';
      return paidCents > 0 ? 'partly' : 'upcoming';
    })();
    return { number, dueDate, amountCents: asked, paidCents, status };
  });
}

/**
 * Which receipts paid which instalment: both the oldest first, every cent of a receipt once. What is beyond the instalments
 * paid none of them. Source: issue "receipts allocated to instalments", scenario I-1 "link between obligation and receipt".
 */
export function withReceipts(
  instalments: readonly InstalmentProgress[],
  receipts: readonly PlanReceipt[],
): PlanInstalment[] {
  const queue = receipts
    .filter(({ amountCents }) => amountCents > 0)
    .toSorted((a, b) => a.valueDate.localeCompare(b.valueDate) || a.entryId - b.entryId)
    .map((receipt) => ({ ...receipt, leftCents: receipt.amountCents }));
  return instalments.map((instalment) => {
    let wanted = instalment.paidCents;
    const parts: PlanReceipt[] = [];
    for (const receipt of queue) {
      const amountCents = Math.min(wanted, receipt.leftCents);
      if (amountCents <= 0) continue;
      receipt.leftCents -= amountCents;
      wanted -= amountCents;
      parts.push({ entryId: receipt.entryId, valueDate: receipt.valueDate, amountCents });
    }
    return { ...instalment, receipts: parts };
  });
}

/** The first instalment that still has to be paid from a day on, else the oldest unpaid one, with what is left of it. */
export function nextInstalment(
  instalments: readonly InstalmentProgress[],
  asOf: PlainDate,
): { dueDate: PlainDate; amountCents: number } | null {
  const unpaid = instalments.filter(({ status }) => status !== 'paid' && status !== 'covered');
  const next = unpaid.find(({ dueDate }) => dueDate >= asOf) ?? unpaid[0];
  return next ? { dueDate: next.dueDate, amountCents: next.amountCents - next.paidCents } : null;
}

function inTurn(instalments: readonly Agreed[]): readonly Agreed[] {
  return instalments.toSorted((a, b) => a.dueDate.localeCompare(b.dueDate) || a.number - b.number);
}
