import { useMutation } from '@tanstack/react-query';
import { api, client } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { talksTexts as texts } from './talks.nl.ts';

type Recorded = { readonly holdIds: readonly number[]; readonly nextStepId: number | null; readonly sentence: string };

/** Writes down how it ended, says what happens now, and offers to take the holding and the next step back. */
export function useRecordTalk(onUndone: () => void) {
  const undo = useMutation({
    mutationFn: async ({ holdIds, nextStepId }: Recorded) => {
      if (holdIds.length > 0) await client.holds.lift({ holdIds: [...holdIds] });
      if (nextStepId !== null) await client.dossier.finishNextStep({ nextStepId });
    },
    onSuccess: () => {
      notifyDone(texts.undone);
      onUndone();
    },
    onError: notifyProblem,
  });
  return useMutation(
    api.talks.record.mutationOptions({
      onSuccess: (recorded) => {
        const isNothing = recorded.holdIds.length === 0 && recorded.nextStepId === null;
        notifyDone(recorded.sentence, isNothing ? undefined : () => undo.mutate(recorded));
      },
    }),
  );
}
