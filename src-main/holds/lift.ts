import { Problem } from '#shared/api/problem.ts';
import { isPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { HoldKind } from '#shared/holds/contract.ts';
import { refuseDays } from '#shared/holds/hold-days.ts';
import type { Selection } from '#shared/ledger/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { selectedInvoiceIds } from '#main/ledger/selection.ts';
import { authorOf, idRange } from './audit-detail.ts';
import { ownerOfHolds } from './owners.ts';
import { endHolds, holdsOfInvoices, isOfSettlement, repeatHolds, replaceHold } from './queries.ts';

export type LiftRequest = { readonly holdIds: readonly number[] } | { readonly selection: Selection };

export type ChangeRequest = {
  readonly holdId: number;
  readonly reason: string;
  readonly untilDate: PlainDate | null;
  readonly reviewDate: PlainDate | null;
};

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
    if (isOfSettlement(store, wanted)) {
      throw new Problem(
        'REFUSED',
        'Deze opschorting hoort bij een collectieve schuldenregeling die nog loopt. Er is niets veranderd; sluit eerst de regeling af onder Herinneringen → Schuldenregeling.',
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

/** Another last day, review day or reason; the row as it was stays in the history. */
export function changeHold(context: Context, { holdId, ...change }: ChangeRequest): { holdId: number } {
  const { store, clock } = context;
  const row = store.sql
    .prepare<[number], { kind: HoldKind; fromDate: string }>(
      'SELECT kind, from_date AS fromDate FROM holds WHERE id = ? AND lifted_at IS NULL',
    )
    .get(holdId);
  if (!row) {
    throw new Problem('NOT_FOUND', 'Deze opschorting is intussen opgeheven. Er is niets veranderd; vernieuw de lijst.');
  }
  // A first day that cannot be read is no reason to refuse a last one.
  const fromDate = isPlainDate(row.fromDate) ? row.fromDate : clock.today();
  const refusal = refuseDays({ ...change, kind: row.kind, fromDate }, clock.today());
  if (refusal) throw new Problem('INVALID', refusal.sentence, refusal.field);
  return runCommand(context, () => {
    const newId = replaceHold(store, holdId, change, authorOf(context));
    const { audited } = ownerOfHolds(store, [newId]);
    const detail = { holdId, newHoldId: newId, untilDate: change.untilDate, reviewDate: change.reviewDate };
    return { result: { holdId: newId }, audit: { command: 'holds.change', ...audited, detail } };
  });
}
