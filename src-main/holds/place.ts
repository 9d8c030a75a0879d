import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HoldKind } from '#shared/holds/contract.ts';
import { lastDayOf, refuseDays } from '#shared/holds/hold-days.ts';
import { freezesCosts } from '#shared/holds/kinds.ts';
import { mediationHold } from '#shared/law/mediation-hold.ts';
import type { Selection } from '#shared/ledger/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { selectedInvoiceIds } from '#main/ledger/selection.ts';
import { lawTables } from '#main/law/tables.ts';
import { authorOf, idRange } from './audit-detail.ts';
import { ownerOfHolds, ownerOfInvoices } from './owners.ts';
import { type HeldAtLarge, insertHold, insertInvoiceHolds, isCovered, type NewHold } from './queries.ts';

export type HoldRequest = HeldThing & {
  readonly kind: HoldKind;
  readonly reason: string;
  /** Left out: today. */
  readonly fromDate?: PlainDate | undefined;
  /** Last day on which it holds; null: as the kind has it. */
  readonly untilDate: PlainDate | null;
  readonly reviewDate: PlainDate | null;
  /** Left out: as the kind has it. */
  readonly freezesCosts?: boolean | undefined;
};

type HeldThing = { readonly invoiceIds: readonly number[] } | { readonly selection: Selection } | HeldAtLarge;

type Placed = { holdIds: number[]; alreadyHeld: number };

/** Leaves bills, a payer, a household or a whole school out of every reminder, from today or the day that was given. */
export function placeHold(context: Context, request: HoldRequest): Placed {
  return runCommand(context, () => {
    const { hold, ...placed } = placeWithin(context, request);
    return {
      result: { holdIds: placed.holdIds, alreadyHeld: placed.alreadyHeld },
      audit: {
        command: 'holds.place',
        ...placed.audited,
        detail: { ...idRange(placed.holdIds), untilDate: hold.untilDate },
      },
    };
  });
}

/** The same as a part of another command, in its transaction: a promise at the end of a call, a debt settlement. */
export function placeWithin(context: Context, request: HoldRequest): PlacedOf & { readonly hold: NewHold } {
  const today = context.clock.today();
  const hold = newHold(context, request);
  const onDay = hold.fromDate > today ? hold.fromDate : today;
  const placed =
    'invoiceIds' in request || 'selection' in request
      ? placeOnInvoices(context, request, hold, onDay)
      : placeAtLarge(context, request, hold, onDay);
  return { ...placed, hold };
}

type PlacedOf = Placed & ReturnType<typeof ownerOfHolds>;

function placeOnInvoices(
  context: Context,
  request: { readonly invoiceIds: readonly number[] } | { readonly selection: Selection },
  hold: NewHold,
  onDay: PlainDate,
): PlacedOf {
  const { store } = context;
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
  const holdIds = insertInvoiceHolds(store, invoiceIds, hold, onDay, authorOf(context));
  return { ...owner, holdIds, alreadyHeld: invoiceIds.length - holdIds.length };
}

function placeAtLarge(context: Context, request: HeldAtLarge, hold: NewHold, onDay: PlainDate): PlacedOf {
  const { store } = context;
  const held = existing(context, request);
  if (isCovered(store, held, hold, onDay)) return { ...ownerOfHolds(store, []), holdIds: [], alreadyHeld: 1 };
  const holdId = insertHold(store, held, hold, authorOf(context));
  return { ...ownerOfHolds(store, [holdId]), holdIds: [holdId], alreadyHeld: 0 };
}

/** What is to be held, a merged household as the one it went into; refused when it is not there. */
function existing({ store }: Context, held: HeldAtLarge): HeldAtLarge {
  if ('householdId' in held) return { householdId: liveHouseholdId(store, held.householdId) };
  const isThere =
    'payerId' in held
      ? store.sql.prepare('SELECT 1 FROM payers WHERE id = ? AND removed_at IS NULL').get(held.payerId)
      : store.sql.prepare('SELECT 1 FROM schools WHERE id = ?').get(held.schoolId);
  if (isThere === undefined) {
    const what = 'payerId' in held ? 'betaler' : 'school';
    throw new Problem('NOT_FOUND', `Deze ${what} bestaat niet meer. Er is niets veranderd; zoek opnieuw.`);
  }
  return 'payerId' in held ? { payerId: held.payerId } : { schoolId: held.schoolId };
}

/** The days and the freezing as asked, else as the kind has them. */
function newHold({ store, clock }: Context, request: HoldRequest): NewHold {
  const today = clock.today();
  const { kind, reason, reviewDate, fromDate = today } = request;
  const untilDate = lastDayOf(
    { kind, fromDate, untilDate: request.untilDate },
    (requestedOn) => mediationHold({ requestedOn }, lawTables(store))?.untilDate ?? null,
  );
  const refusal = refuseDays({ kind, fromDate, untilDate, reviewDate }, today);
  if (refusal) throw new Problem('INVALID', refusal.sentence, refusal.field);
  return { kind, reason, fromDate, untilDate, reviewDate, freezesCosts: freezesCosts(kind, request.freezesCosts) };
}
