import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';

/** What an empty field means in the contract: nothing known. */
export function emptyToNull(value: unknown): unknown {
  const text = typeof value === 'string' ? value.trim() : value;
  return text === '' ? null : text;
}

/** Options of a select from a table of words. */
export function choices<Value extends string>(words: Readonly<Record<Value, string>>) {
  return (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
}

/** Puts a problem that names a field of this form at that field; answers false for any other. */
export function fieldSetter<Input extends FieldValues, Output>(
  form: UseFormReturn<Input, unknown, Output>,
  fields: readonly string[],
): (field: string, sentence: string) => boolean {
  return (field, sentence) => {
    if (!fields.includes(field)) return false;
    form.setError(field as Path<Input>, { message: sentence }, { shouldFocus: true });
    return true;
  };
}
