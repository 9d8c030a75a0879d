import { useCallback } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { SchoolDetails } from '#shared/schools/contract.ts';
import { useZodForm } from '#renderer/ui/form.ts';
import { type ProblemHandling, useProblem } from '#renderer/ui/use-problem.ts';
import { isSchoolField, type SchoolFields, schoolFieldsSchema } from './school-details.ts';

export type SchoolFormState = {
  readonly form: UseFormReturn<SchoolFields, unknown, SchoolDetails>;
  readonly problem: ProblemHandling;
};

/** A form of school details; a refusal by the server stands at its field. */
export function useSchoolForm(defaults: SchoolFields): SchoolFormState {
  const form = useZodForm<SchoolFields, SchoolDetails>(schoolFieldsSchema, defaults);
  const setField = useCallback(
    (field: string, message: string) => {
      if (!isSchoolField(field)) return false;
      form.setError(field, { message }, { shouldFocus: true });
      return true;
    },
    [form],
  );
  return { form, problem: useProblem(setField) };
}
