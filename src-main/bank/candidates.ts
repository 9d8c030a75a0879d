import type { z } from 'zod';
import { lastNamesOf } from '#shared/bank/match/clues.ts';
import type { candidate } from '#shared/bank/shapes.ts';
import { parseAmount } from '#shared/money/cents.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import { isOfSchools } from '#main/access/schools-of-things.ts';
import type { Context } from '#main/api/context.ts';
import { search } from '#main/dossier/search.ts';
import { claimsThatStandAt } from '#main/ledger/open-amount.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { openClaims } from './knowledge/claims.ts';
import { payersOfHouseholds, peopleNamed } from './knowledge/people.ts';
import { ownTransactions } from './scope.ts';
import { movementOf, type TransactionRow } from './transactions.ts';

type Candidate = z.infer<typeof candidate>;

const mostHouseholds = 20;
const mostHits = 60;

/**
 * Households with their open claims for a line that is worked by hand: those that the text finds (a name, a number, a
 * reference, an amount); without a text those that the line itself names, and those with exactly its amount open.
 */
export function findCandidates(
  context: Context,
  input: { readonly transactionId: number; readonly text: string },
): Candidate[] {
  const { store } = context;
  const [row] = ownTransactions(context, [input.transactionId]);
  if (!row) return [];
  const text = input.text.trim();
  const found = text === '' ? suggested(context, row) : typed(context, text);
  const schools = schoolsOf(context);
  // SECURITY: a household without a child at a school of the caller is not named.
  const householdIds = [...new Set(found)]
    .filter((householdId) => isOfSchools(store, 'household', householdId, schools))
    .slice(0, mostHouseholds);
  const claims = openClaims(store, householdIds).filter(({ schoolId }) => includesSchool(schools, schoolId));
  const payers = payersOfHouseholds(store, householdIds);
  return householdNames(store, householdIds).map(({ householdId, householdName }) => ({
    householdId,
    householdName,
    payers: payers
      .filter((payer) => payer.householdId === householdId)
      .map(({ payerId, firstName, lastName }) => ({ payerId: payerId ?? 0, name: `${firstName} ${lastName}`.trim() })),
    claims: claims
      .filter((claim) => claim.householdId === householdId)
      .map(({ invoiceId, number, pupilName, dueDate, openCents, schoolId }) => ({
        invoiceId,
        number,
        pupilName,
        dueDate,
        openCents,
        schoolId,
      })),
  }));
}

function typed(context: Context, text: string): number[] {
  const hits = search(context, text, mostHits).map(({ householdId }) => householdId);
  const amount = parseAmount(text);
  return amount.ok && amount.cents > 0 ? [...withOpenAmount(context, amount.cents), ...hits] : hits;
}

function suggested(context: Context, row: TransactionRow): number[] {
  const names = lastNamesOf(movementOf(row));
  const wanted = new Set(names);
  const people = peopleNamed(context.store, names).filter(({ lastWords }) => wanted.has(lastWords.join(' ')));
  const amount = row.amountCents > 0 ? withOpenAmount(context, row.amountCents) : [];
  const named = new Set(people.map(({ householdId }) => householdId));
  // Named and with this amount open stands on top.
  return [...amount.filter((householdId) => named.has(householdId)), ...named, ...amount];
}

function withOpenAmount(context: Context, amountCents: number): number[] {
  return claimsThatStandAt(context, [amountCents], mostHits).map(({ householdId }) => householdId);
}

function householdNames(
  store: Store,
  householdIds: readonly number[],
): { readonly householdId: number; readonly householdName: string }[] {
  return statement(
    store,
    `SELECT h.id AS householdId, h.name AS householdName FROM json_each(?) k CROSS JOIN households h ON h.id = k.value
     WHERE h.merged_into_id IS NULL ORDER BY k.key`,
  ).all(JSON.stringify(householdIds)) as { householdId: number; householdName: string }[];
}
