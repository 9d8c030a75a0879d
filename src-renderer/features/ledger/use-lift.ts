import { useMutation } from '@tanstack/react-query';
import type { Selection } from '#shared/ledger/contract.ts';
import { api } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { openItemsTexts as texts } from './open-items.nl.ts';

/** Takes the holds of a selection away; undoing puts back each with its own reason and date. */
export function useLift(): { readonly lift: (selection: Selection) => void; readonly isPending: boolean } {
  const holdAgain = useMutation(
    api.holds.placeAgain.mutationOptions({ onSuccess: () => notifyDone(texts.undone), onError: notifyProblem }),
  );
  const lift = useMutation(
    api.holds.lift.mutationOptions({
      onSuccess: ({ holdIds }) =>
        notifyDone(texts.liftDone(texts.invoices(holdIds.length)), () => holdAgain.mutate({ holdIds })),
      onError: notifyProblem,
    }),
  );
  return { lift: (selection) => lift.mutate({ selection }), isPending: lift.isPending };
}
