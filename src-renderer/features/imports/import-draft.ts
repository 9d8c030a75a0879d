import type { ImportKind, Mapping, ReadFileResult } from '#shared/imports/contract.ts';
import { doubleFields, missingFields } from '#shared/imports/field-labels.ts';
import type { ImportField } from '#shared/imports/fields.ts';

/** One file on its way in, with everything the office changed; it survives every failed attempt. */
export type ImportDraft = {
  readonly file: ReadFileResult;
  readonly kind: ImportKind;
  readonly mapping: Mapping;
  /** School of rows that name none. */
  readonly schoolId: number | null;
  /** Name to keep the mapping under; null: do not keep it. */
  readonly saveProfileAs: string | null;
};

export type DraftProblems = {
  readonly missing: readonly string[];
  readonly double: readonly string[];
  readonly schoolMissing: boolean;
  readonly profileNameMissing: boolean;
};

/** The draft as the file was understood. */
export function newDraft(file: ReadFileResult, schoolId: number | null): ImportDraft {
  return { file, kind: file.kind, mapping: file.mapping, schoolId, saveProfileAs: null };
}

/** The same draft after reading the file in another way: new columns, the same school and name. */
export function rereadDraft(draft: ImportDraft, file: ReadFileResult, kind: ImportKind): ImportDraft {
  return { ...draft, file, kind, mapping: file.mapping };
}

/** The draft with another meaning for one column. */
export function withColumn(draft: ImportDraft, column: number, field: ImportField | null): ImportDraft {
  const columns = draft.mapping.columns.map((old, index) => (index === column ? field : old));
  return { ...draft, mapping: { ...draft.mapping, columns } };
}

/** What must be put right before the file can be looked at row by row. */
export function problemsOf({ kind, mapping, schoolId, saveProfileAs }: ImportDraft): DraftProblems {
  return {
    missing: missingFields(kind, mapping.columns),
    double: doubleFields(mapping.columns),
    schoolMissing: schoolId === null && !mapping.columns.includes('school'),
    profileNameMissing: saveProfileAs !== null && saveProfileAs.trim() === '',
  };
}

/** Nothing stands in the way. */
export function isReady(problems: DraftProblems): boolean {
  return (
    problems.missing.length === 0 &&
    problems.double.length === 0 &&
    !problems.schoolMissing &&
    !problems.profileNameMissing
  );
}

/** What preview and commit ask for. */
export function importRequestOf({ file, kind, schoolId, mapping }: ImportDraft) {
  return { fileId: file.fileId, kind, schoolId, mapping };
}

/** Up to three different values of a column, to recognise it by. */
export function samplesOf(file: ReadFileResult, column: number): readonly string[] {
  const values = file.sample.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, 3);
}
