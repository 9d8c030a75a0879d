import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { proceduresTexts as texts } from './procedures.nl.ts';

/** What can be done with a whole procedure: out of use and back, and a shipped one for a school. */
export function useProcedureActions() {
  const archive = useMutation(api.dunning.archiveProcedure.mutationOptions({ onError: notifyProblem }));
  const add = useMutation(api.dunning.addShipped.mutationOptions({ onError: notifyProblem }));
  function setArchived(procedureId: number, archived: boolean): void {
    archive.mutate(
      { procedureId, archived },
      {
        onSuccess: ({ name }) =>
          archived
            ? notifyDone(texts.archivedDone(name), () => setArchived(procedureId, false))
            : notifyDone(texts.restoredDone(name)),
      },
    );
  }
  function addShipped(schoolId: number, shippedKey: string): void {
    add.mutate({ schoolId, shippedKey }, { onSuccess: ({ name }) => notifyDone(texts.added(name)) });
  }
  return { setArchived, addShipped, isAdding: add.isPending };
}
