import type { BookedMove, Move } from '#shared/ledger/compensate.ts';
import { planMoves, proposeMoves } from '#shared/ledger/compensate.ts';
import { sumCents } from '#shared/money/cents.ts';
import { runCommand } from '#main/api/command.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { claimsById, openClaimsOf } from './claims.ts';
import { writeEntry } from './journal.ts';
import { refusedAs } from './money-claims.ts';

type Proposal = {
  readonly moves: {
    readonly fromInvoiceId: number;
    readonly fromNumber: string;
    readonly toInvoiceId: number;
    readonly toNumber: string;
    readonly toPupilName: string;
    readonly amountCents: number;
  }[];
  readonly totalCents: number;
};

/** What a household has to its credit against what it owes; nothing is booked. */
export function proposeCompensation(context: Context, givenHouseholdId: number): Proposal {
  const { store } = context;
  const claims = openClaimsOf(store, liveHouseholdId(store, givenHouseholdId)).filter(({ schoolId }) =>
    includesSchool(schoolsOf(context), schoolId),
  );
  const byId = new Map(claims.map((claim) => [claim.invoiceId, claim]));
  const moves = proposeMoves(claims).map((move) => ({
    ...move,
    fromNumber: byId.get(move.fromInvoiceId)?.number ?? '',
    toNumber: byId.get(move.toInvoiceId)?.number ?? '',
    toPupilName: byId.get(move.toInvoiceId)?.pupilName ?? '',
  }));
  return { moves, totalCents: sumCents(moves.map(({ amountCents }) => amountCents)) };
}

/** Settles as chosen, in one go; each school has an entry of its own, because each is a creditor of its own. */
export function compensate(
  context: Context,
  request: { readonly householdId: number; readonly moves: readonly Move[] },
): { entryId: number; entryIds: number[] } {
  return runCommand(context, () => {
    const { store } = context;
    const householdId = liveHouseholdId(store, request.householdId);
    const ids = request.moves.flatMap(({ fromInvoiceId, toInvoiceId }) => [fromInvoiceId, toInvoiceId]);
    const plan = planMoves(householdId, claimsById(store, ids), request.moves);
    if ('refusal' in plan) throw refusedAs(plan.refusal);
    const perSchool = [...Map.groupBy(plan.booked, ({ from }) => from.schoolId)];
    const entryIds = perSchool.map(([schoolId, moves]) => bookMoves(context, schoolId, householdId, moves));
    const [entryId = 0] = entryIds;
    const [only] = perSchool;
    const amountCents = sumCents(request.moves.map((move) => move.amountCents));
    return {
      result: { entryId, entryIds },
      audit: {
        command: 'ledger.compensate',
        detail: { entryIds, amountCents },
        schoolId: perSchool.length === 1 && only ? only[0] : null,
        householdId,
      },
    };
  });
}

function bookMoves(context: Context, schoolId: number, householdId: number, moves: readonly BookedMove[]): number {
  const numbers = [...new Set(moves.map(({ from }) => from.number))];
  return writeEntry(
    context,
    {
      schoolId,
      householdId,
      kind: 'compensation',
      amountCents: sumCents(moves.map(({ amountCents }) => amountCents)),
      valueDate: context.clock.today(),
      description: `Verrekening van ${numbers.length > 3 ? `${numbers.length} tegoeden` : numbers.join(', ')}`,
    },
    moves.flatMap(({ from, to, leaving, arriving }) => [
      ...leaving.map((part) => ({ ...part, invoiceId: from.invoiceId, kind: 'transferOut' as const })),
      ...arriving.map((part) => ({ ...part, invoiceId: to.invoiceId, kind: 'transferIn' as const })),
    ]),
  );
}
