import { useMutation } from '@tanstack/react-query';
import type { School } from '#shared/schools/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { fieldsLike } from './school-details.ts';
import { SchoolFields } from './school-fields.tsx';
import { settingsTexts as texts } from './settings.nl.ts';
import { useSchoolForm } from './use-school-form.ts';

/** Adds a school of the same board. */
export function NewSchoolDialog({
  like,
  onClose,
  onCreated,
}: {
  readonly like: School | undefined;
  readonly onClose: () => void;
  readonly onCreated: (schoolId: number) => void;
}) {
  const { form, problem } = useSchoolForm(fieldsLike(like));
  const create = useMutation(
    api.schools.create.mutationOptions({
      onSuccess: (school) => {
        notifyDone(texts.created);
        onCreated(school.id);
      },
      onError: problem.show,
    }),
  );
  const submit = form.handleSubmit((details) => {
    problem.clear();
    create.mutate(details);
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={texts.newSchool}
      onConfirm={() => void submit()}
      confirm={{ label: texts.create, loading: create.isPending }}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <SchoolFields form={form} />
          <ProblemAlert error={problem.problem} />
        </Stack>
      </form>
    </Modal>
  );
}
