import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, client } from '#renderer/app/api.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { textsTexts } from './texts.nl.ts';

/** What can be done with a whole text: take it out of the lists or back, and start a new one from it. */
export function useTextActions() {
  const navigate = useNavigate();
  const archive = useMutation(api.correspondence.archiveText.mutationOptions());
  const save = useMutation(api.correspondence.saveText.mutationOptions());
  function setArchived(textId: number, archived: boolean): void {
    archive.mutate(
      { textId, archived },
      {
        onSuccess: () => {
          if (archived) notifyDone(textsTexts.archivedDone, () => setArchived(textId, false));
          else notifyDone(textsTexts.restoredDone);
        },
      },
    );
  }
  async function copy(textId: number): Promise<void> {
    const { name, tone, schoolId, versions } = await client.correspondence.text({ textId });
    const copied = await save.mutateAsync({
      textId: null,
      name: textsTexts.copyName(name).slice(0, 120),
      tone,
      schoolId,
      versions: versions.map(({ language, subject, body }) => ({ language, subject, body })),
    });
    notifyDone(textsTexts.copied(copied.name));
    void navigate({ to: '/teksten/$textId', params: { textId: String(copied.textId) } });
  }
  return {
    error: archive.error ?? save.error,
    setArchived,
    // What went wrong stands in `error`.
    copy: (textId: number): void => void copy(textId).catch(() => {}),
  };
}
