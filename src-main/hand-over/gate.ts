import { Problem } from '#shared/api/problem.ts';
import type { GateCheck } from '#shared/hand-over/contract.ts';
import { decideGate, type Gate } from '#shared/hand-over/gate.ts';
import type { Context } from '#main/api/context.ts';
import { lawTables } from '#main/law/tables.ts';
import { type Gathered, gatherGate, type Whose } from './gather.ts';

type Shown = {
  readonly allowed: boolean;
  readonly checks: GateCheck[];
  readonly invoices: {
    invoiceId: number;
    number: string;
    dueDate: string;
    cents: number;
    included: boolean;
    sentence: string;
  }[];
  readonly totalCents: number;
};

/** What may go and what not, as the screen asks it. */
export function showGate(context: Context, whose: Whose): Shown {
  const { allowed, checks, bills, totalCents } = decideGate(gatherGate(context, whose).facts, lawTables(context.store));
  return {
    allowed,
    checks: [...checks],
    invoices: bills.map(({ bill: { invoiceId, number, dueDate, cents }, included, sentence }) => ({
      invoiceId,
      number,
      dueDate,
      cents,
      included,
      sentence,
    })),
    totalCents,
  };
}

/** What was gathered, and what goes; refused with the first condition that is not met. */
export function openGate(context: Context, whose: Whose): { readonly gathered: Gathered; readonly gate: Gate } {
  const gathered = gatherGate(context, whose);
  const gate = decideGate(gathered.facts, lawTables(context.store));
  if (gate.allowed) return { gathered, gate };
  const { bills } = gathered.facts;
  const isAway = bills.some(({ isHandedOver }) => isHandedOver) && gate.checks[0]?.code === 'somethingDue';
  const first = gate.checks.find(({ met }) => !met);
  throw new Problem(
    isAway ? 'CONFLICT' : 'REFUSED',
    `Er is niets overgedragen. ${first?.sentence ?? 'Geen enkele factuur voldoet aan alle voorwaarden.'}`,
  );
}
