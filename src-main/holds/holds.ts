import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { Selection } from '#shared/ledger/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { selectedInvoiceIds } from '#main/ledger/selection.ts';
import { endHolds, holdsOfInvoices, insertHolds, ownerOfHolds, ownerOfInvoices, repeatHolds } from './queries.ts';

export type HoldRequest = ({ readonly invoiceIds: readonly number[] } | { readonly selection: Selection }) & {
  readonly reason: string;
  /** Last day on which it holds; null: until lifted. */
  readonly untilDate: PlainDate | null;
};

export type LiftRequest = { readonly holdIds: readonly number[] } | { readonly selection: Selection };

/** Leaves invoices out of every message from today. What is held already keeps its own reason and date. */
export function holdInvoices(context: Context, request: HoldRequest): { holdIds: number[]; alreadyHeld: number } {
  const { store } = context;
  const today = context.clock.today();
  const { reason, untilDate } = request;
  if (untilDate !== null && untilDate < today) {
    throw new Problem(
      'INVALID',
      `${formatPlainDate(untilDate)} is al voorbij. Er is niets veranderd; kies vandaag of later, of laat de datum leeg.`,
      'untilDate',
    );
  }
  return runCommand(context, () => {
    const invoiceIds =
      'selection' in request ? selectedInvoiceIds(context, request.selection) : [...new Set(request.invoiceIds)];
    if (invoiceIds.length === 0) {
      throw new Problem(
        'NOT_FOUND',
        'Van deze selectie staat niets meer open. Er is niets veranderd; vernieuw de lijst.',
      );
    }
    const owner = ownerOfInvoices(store, invoiceIds);
    if (owner.count < invoiceIds.length) {
      throw new Problem(
        'NOT_FOUND',
        'Een van deze facturen bestaat niet meer. Er is niets veranderd; vernieuw de lijst en probeer opnieuw.',
      );
    }
    const holdIds = insertHolds(store, { invoiceIds, reason, untilDate }, today, authorOf(context));
    return {
      result: { holdIds, alreadyHeld: invoiceIds.length - holdIds.length },
      audit: { command: 'holds.place', ...owner.audited, detail: { ...idRange(holdIds), untilDate } },
    };
  });
}

/** Takes holds away from this moment; the rows stay, for the dossier. */
export function liftHolds(context: Context, request: LiftRequest): { holdIds: number[] } {
  const { store } = context;
  return runCommand(context, () => {
    const wanted =
      'selection' in request
        ? holdsOfInvoices(store, selectedInvoiceIds(context, request.selection), context.clock.today())
        : request.holdIds;
    const owner = ownerOfHolds(store, wanted);
    if (owner.count === 0) {
      throw new Problem(
        'NOT_FOUND',
        'Dit staat niet meer op niet verwerken. Er is niets veranderd; vernieuw de lijst.',
      );
    }
    const holdIds = endHolds(store, wanted, authorOf(context));
    return { result: { holdIds }, audit: { command: 'holds.lift', ...owner.audited, detail: idRange(holdIds) } };
  });
}

/** The same holds as new rows. What ran out or is held anew in the meantime is passed over. */
export function holdAgain(context: Context, liftedIds: readonly number[]): { holdIds: number[] } {
  const { store } = context;
  return runCommand(context, () => {
    const holdIds = repeatHolds(store, liftedIds, context.clock.today(), authorOf(context));
    const { audited } = ownerOfHolds(store, holdIds);
    return { result: { holdIds }, audit: { command: 'holds.placeAgain', ...audited, detail: idRange(holdIds) } };
  });
}

function authorOf({ actor, clock }: Context): { actor: string; at: string } {
  return { actor, at: clock.now() };
}

/** Which rows, short enough for the trail also when there are 100,000: the rows themselves say the rest. */
function idRange(ids: readonly number[]): Readonly<Record<string, number | null>> {
  return { count: ids.length, firstId: ids[0] ?? null, lastId: ids.at(-1) ?? null };
}
