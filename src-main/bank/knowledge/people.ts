import type { MatchPerson } from '#shared/bank/match/knowledge.ts';
import { isNameWord, nameWords } from '#shared/bank/match/names.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type PersonRow = Omit<MatchPerson, 'firstWords' | 'lastWords'>;

const payerColumns = `h.id AS householdId, h.name AS householdName, y.id AS payerId, y.first_name AS firstName,
  y.last_name AS lastName, y.third_party_payer_id AS thirdPartyPayerId`;

/** The payers of these households: who belongs to one, and who owes for a pupil of one. */
export function payersOfHouseholds(store: Store, householdIds: readonly number[]): MatchPerson[] {
  if (householdIds.length === 0) return [];
  const rows = statement(
    store,
    `SELECT ${payerColumns} FROM json_each(@ids) k
       CROSS JOIN payers y INDEXED BY payers_household ON y.household_id = k.value
       CROSS JOIN households h ON h.id = k.value WHERE y.removed_at IS NULL
     UNION
     SELECT ${payerColumns} FROM json_each(@ids) k
       CROSS JOIN pupils p INDEXED BY pupils_household ON p.household_id = k.value
       CROSS JOIN liabilities l INDEXED BY liabilities_once ON l.pupil_id = p.id
       CROSS JOIN payers y ON y.id = l.payer_id AND y.household_id <> k.value
       CROSS JOIN households h ON h.id = k.value WHERE y.removed_at IS NULL`,
  ).all({ ids: JSON.stringify(householdIds) }) as PersonRow[];
  return withWords(rows);
}

/** Households in which these payers can pay something: the own one first, then those of pupils they owe for. */
export function householdsOfPayers(store: Store, payerIds: readonly number[]): number[] {
  if (payerIds.length === 0) return [];
  return statement(
    store,
    `SELECT y.household_id FROM json_each(@ids) k CROSS JOIN payers y ON y.id = k.value
     UNION SELECT p.household_id FROM json_each(@ids) k
       CROSS JOIN liabilities l INDEXED BY liabilities_payer ON l.payer_id = k.value
       CROSS JOIN pupils p ON p.id = l.pupil_id`,
  )
    .pluck()
    .all({ ids: JSON.stringify(payerIds) }) as number[];
}

/** Words asked of the search index at once. */
const wordsAtATime = 200;

/** Payers and pupils of whom a last name may be among these; more than that is for the caller to compare. */
export function peopleNamed(store: Store, lastNames: readonly string[]): MatchPerson[] {
  const words = [...new Set(lastNames.flatMap((name) => name.split(' ')))].filter(isNameWord);
  const ids = { payer: new Set<number>(), pupil: new Set<number>() };
  const search = statement(store, 'SELECT rowid FROM search_index WHERE search_index MATCH ?').pluck();
  for (let start = 0; start < words.length; start += wordsAtATime) {
    const chunk = words.slice(start, start + wordsAtATime);
    for (const rowid of search.all(chunk.map((word) => `"${word}"`).join(' OR ')) as number[]) {
      if (rowid % 4 === 0) ids.pupil.add(rowid / 4);
      else if (rowid % 4 === 1) ids.payer.add(Math.floor(rowid / 4));
    }
  }
  return withWords([
    ...(statement(
      store,
      `SELECT ${payerColumns} FROM json_each(?) k CROSS JOIN payers y ON y.id = k.value
       CROSS JOIN households h ON h.id = y.household_id WHERE y.removed_at IS NULL`,
    ).all(JSON.stringify([...ids.payer])) as PersonRow[]),
    ...(statement(
      store,
      `SELECT h.id AS householdId, h.name AS householdName, NULL AS payerId, p.first_name AS firstName,
         p.last_name AS lastName, NULL AS thirdPartyPayerId
       FROM json_each(?) k CROSS JOIN pupils p ON p.id = k.value CROSS JOIN households h ON h.id = p.household_id`,
    ).all(JSON.stringify([...ids.pupil])) as PersonRow[]),
  ]);
}

/** Names are shared by many: each is looked at once. */
function withWords(rows: readonly PersonRow[]): MatchPerson[] {
  const known = new Map<string, readonly string[]>();
  const wordsOf = (name: string): readonly string[] => {
    const words = known.get(name) ?? nameWords(name);
    known.set(name, words);
    return words;
  };
  return rows.map((row) => ({ ...row, firstWords: wordsOf(row.firstName), lastWords: wordsOf(row.lastName) }));
}
