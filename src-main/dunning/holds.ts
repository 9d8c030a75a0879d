import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { insertHolds, liftHolds, ownerOfHolds, ownerOfInvoices } from './queries.ts';

export type HoldRequest = {
  readonly invoiceIds: readonly number[];
  readonly reason: string;
  /** Last day on which it holds; null: until lifted. */
  readonly untilDate: PlainDate | null;
};

/** Leaves invoices out of every message from today. What is held already keeps its own reason and date. */
export function holdInvoices(context: Context, request: HoldRequest): { holdIds: number[]; alreadyHeld: number } {
  const today = context.clock.today();
  const { reason, untilDate } = request;
  if (untilDate !== null && untilDate < today) {
    throw new Problem(
      'INVALID',
      `${formatPlainDate(untilDate)} is al voorbij. Er is niets veranderd; kies vandaag of later, of laat de datum leeg.`,
      'untilDate',
    );
  }
  const invoiceIds = [...new Set(request.invoiceIds)];
  return runCommand(context, () => {
    const owner = ownerOfInvoices(context.store, invoiceIds);
    if (owner.count < invoiceIds.length) {
      throw new Problem(
        'NOT_FOUND',
        'Een van deze facturen bestaat niet meer. Er is niets veranderd; vernieuw de lijst en probeer opnieuw.',
      );
    }
    const author = { actor: context.actor, at: context.clock.now() };
    const holdIds = insertHolds(context.store, { invoiceIds, reason, untilDate }, today, author);
    return {
      result: { holdIds, alreadyHeld: invoiceIds.length - holdIds.length },
      audit: { command: 'dunning.hold', ...owner.audited, detail: { ...idRange(holdIds), untilDate } },
    };
  });
}

/** Takes holds away from this moment; the rows stay, for the dossier. */
export function lift(context: Context, ids: readonly number[]): { lifted: number } {
  return runCommand(context, () => {
    const owner = ownerOfHolds(context.store, ids);
    if (owner.count === 0) {
      throw new Problem(
        'NOT_FOUND',
        'Dit staat niet meer op niet verwerken. Er is niets veranderd; vernieuw de lijst.',
      );
    }
    const lifted = liftHolds(context.store, ids, { actor: context.actor, at: context.clock.now() });
    return {
      result: { lifted: lifted.length },
      audit: { command: 'dunning.lift', ...owner.audited, detail: idRange(lifted) },
    };
  });
}

/** Which rows, short enough for the trail also when there are 100,000: the rows themselves say the rest. */
function idRange(ids: readonly number[]): Readonly<Record<string, number | null>> {
  return { count: ids.length, firstId: ids[0] ?? null, lastId: ids.at(-1) ?? null };
}
