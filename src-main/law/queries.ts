import type { LawName, LawValue } from '#shared/law/contract.ts';
import { lawNames } from '#shared/law/contract.ts';
import type { lawValues } from '#main/store/schema/law.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type LawValueRow = Readonly<typeof lawValues.$inferSelect>;

/** Every row a person added, in the order in which it was written; of a table that is not known (any more) nothing. */
export function ownLawValues(store: Store): LawValue[] {
  const rows = statement(
    store,
    `SELECT id, name, from_date AS fromDate, until_date AS untilDate, value, source, doubt, author,
       created_at AS createdAt
     FROM law_values ORDER BY id`,
  ).all() as LawValueRow[];
  return rows
    .filter(({ name }) => lawNames.some((known) => known === name))
    .map(({ name, fromDate, untilDate, value, source, doubt, author, createdAt }) => ({
      name: name as LawName,
      fromDate,
      untilDate,
      value: value === null ? null : JSON.parse(value),
      source,
      doubt,
      isOwn: true,
      author,
      at: createdAt,
    }));
}

export function insertLawValue(store: Store, row: LawValue): void {
  statement(
    store,
    `INSERT INTO law_values (name, from_date, until_date, value, source, doubt, author, created_at)
     VALUES (@name, @fromDate, @untilDate, @value, @source, @doubt, @author, @at)`,
  ).run({
    name: row.name,
    fromDate: row.fromDate,
    untilDate: row.untilDate,
    value: row.value === null ? null : JSON.stringify(row.value),
    source: row.source,
    doubt: row.doubt,
    author: row.author,
    at: row.at,
  });
}
