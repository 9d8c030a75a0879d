import { useMutation } from '@tanstack/react-query';
import { api, client } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { separationTexts as texts } from './separation.nl.ts';

/** Takes a change of a household back, and offers to do so right after it was made. */
export function useUndoChange() {
  const undo = useMutation(
    api.people.undoChange.mutationOptions({
      onSuccess: () => notifyDone(texts.undoDone),
      onError: notifyProblem,
    }),
  );
  return {
    undo,
    /** Says what was done to a household; its newest change is what the button takes back. */
    tell: (message: string, householdId: number): void => {
      void tellWithUndo(message, householdId, (householdChangeId) => undo.mutate({ householdChangeId }));
    },
  };
}

async function tellWithUndo(
  message: string,
  householdId: number,
  undo: (householdChangeId: number) => void,
): Promise<void> {
  try {
    const changes = await client.people.changes({ householdId });
    const newest = changes.find(({ undoneAt }) => undoneAt === null);
    const canUndo = newest !== undefined && newest.undoBlockedBy === null;
    notifyDone(message, canUndo ? () => undo(newest.householdChangeId) : undefined);
  } catch {
    // What was done is done; it can still be taken back from the list of changes.
    notifyDone(message);
  }
}
