import { Problem } from '#shared/api/problem.ts';
import { type LawName, lawNames, type LawValue } from '#shared/law/contract.ts';
import { lastDayOf, type LawValueDraft, lawValueProblem } from '#shared/law/value-problem.ts';
import { fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { insertLawValue, ownLawValues } from './queries.ts';
import { shippedLawValues } from './shipped-values.ts';
import { lawTables } from './tables.ts';

/** The rows of one table or of all, by first day; with history also the rows whose place was taken, the newest first per day. */
export function listLawValues(
  { store }: Context,
  { name, withHistory }: { readonly name?: LawName | undefined; readonly withHistory: boolean },
): LawValue[] {
  const names = name === undefined ? lawNames : [name];
  if (!withHistory) {
    const tables = lawTables(store);
    return names.flatMap((one) => [...tables[one]]);
  }
  const newestFirst = [...ownLawValues(store).reverse(), ...shippedLawValues()];
  return names.flatMap((one) =>
    newestFirst
      .filter((row) => row.name === one)
      .toSorted((a, b) => (a.fromDate < b.fromDate ? -1 : a.fromDate > b.fromDate ? 1 : 0)),
  );
}

/** A row of our own for a first day, in the place of what stood there. What stood there stays in the history. */
export function saveLawValue(
  context: Context,
  draft: LawValueDraft & { readonly value: LawValue['value']; readonly source: string; readonly doubt: string },
): LawValue {
  const problem = lawValueProblem(draft);
  if (problem) throw new Problem('INVALID', `${problem.sentence} Er is niets bewaard.`, problem.field);
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    const { name, fromDate, value, source, doubt } = draft;
    const before = lawTables(store)[name].find((row) => row.fromDate === fromDate);
    const row: LawValue = {
      name,
      fromDate,
      untilDate: lastDayOf(draft),
      value,
      source,
      doubt,
      isOwn: true,
      author: actor,
      at: clock.now(),
    };
    insertLawValue(store, row);
    return {
      result: row,
      audit: {
        command: 'law.saveValue',
        detail: { name, fromDate },
        changes: fieldChanges(before ? told(before) : {}, told(row)),
      },
    };
  });
}

function told({ untilDate, value, source, doubt }: LawValue): Readonly<Record<string, unknown>> {
  return { untilDate, value, source, doubt };
}
