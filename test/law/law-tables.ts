import { shippedLawValues } from '#main/law/shipped-values.ts';
import type { LawName, LawValue } from '#shared/law/contract.ts';
import { type LawTables, lawTablesOf } from '#shared/law/tables.ts';

/** A row that a school added. */
export function ownRow(name: LawName, fromDate: string, change: Partial<LawValue> = {}): LawValue {
  return {
    name,
    fromDate,
    untilDate: null,
    value: null,
    source: 'Belgisch Staatsblad',
    doubt: '',
    isOwn: true,
    author: 'An',
    at: '2026-11-20T08:00:00.000Z',
    ...change,
  };
}

/** The tables as they ship, with rows of a school in their place. */
export function tablesWith(...own: readonly LawValue[]): LawTables {
  return lawTablesOf(shippedLawValues(), own);
}
