import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import { filledText } from '#shared/api/schemas.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Controller, useZodForm } from '#renderer/ui/form.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { useProblem } from '#renderer/ui/use-problem.ts';
import { setupTexts as texts } from './setup.nl.ts';

const schema = z.object({
  boardName: z.string().trim().max(120),
  schoolName: filledText(120),
  level: z.enum(['primary', 'secondary']),
});
const fields = Object.keys(schema.shape);

/** The least that a school needs to begin; the rest is filled in later under Instellingen. */
export function EmptySchoolForm({ onCreated }: { readonly onCreated: () => void }) {
  const form = useZodForm(schema, { boardName: '', schoolName: '', level: 'primary' });
  const { errors } = form.formState;
  const setField = useCallback(
    (field: string, message: string) => {
      if (!fields.includes(field)) return false;
      form.setError(field as keyof z.infer<typeof schema>, { message });
      return true;
    },
    [form],
  );
  const { problem, clear, show } = useProblem(setField);
  const create = useMutation(api.setup.createEmpty.mutationOptions({ onSuccess: onCreated, onError: show }));
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((values) => {
        clear();
        create.mutate(values);
      })}
    >
      <Stack gap="sm">
        <TextInput
          label={texts.schoolName}
          required
          error={errors.schoolName?.message}
          {...form.register('schoolName')}
        />
        <TextInput
          label={texts.boardName}
          description={texts.boardHint}
          error={errors.boardName?.message}
          {...form.register('boardName')}
        />
        <Controller
          control={form.control}
          name="level"
          render={({ field }) => (
            <RadioGroup
              label={texts.level}
              horizontal
              value={field.value}
              onChange={field.onChange}
              options={[
                { value: 'primary', label: texts.primary },
                { value: 'secondary', label: texts.secondary },
              ]}
            />
          )}
        />
        <ProblemAlert error={problem} />
        <div>
          <Button type="submit" variant="primary" size="md" loading={create.isPending}>
            {texts.emptyButton}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
