import { useMutation } from '@tanstack/react-query';
import type { School } from '#shared/schools/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { toFields } from './school-details.ts';
import { SchoolFields } from './school-fields.tsx';
import { settingsTexts as texts } from './settings.nl.ts';
import { useSchoolForm } from './use-school-form.ts';

/** Changes the details of a school. */
export function SchoolForm({ school }: { readonly school: School }) {
  const { form, problem } = useSchoolForm(toFields(school));
  const update = useMutation(
    api.schools.update.mutationOptions({
      onSuccess: (saved) => {
        form.reset(toFields(saved));
        notifyDone(texts.saved);
      },
      onError: problem.show,
    }),
  );
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((details) => {
        problem.clear();
        update.mutate({ schoolId: school.id, details });
      })}
    >
      <Stack gap="md">
        <SchoolFields form={form} />
        <ProblemAlert error={problem.problem} />
        <Group>
          <Button type="submit" variant="primary" loading={update.isPending} disabled={!form.formState.isDirty}>
            {texts.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
