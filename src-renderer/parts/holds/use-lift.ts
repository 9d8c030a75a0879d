import { useMutation } from '@tanstack/react-query';
import type { Selection } from '#shared/ledger/contract.ts';
import { api } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { holdTexts } from './holds.nl.ts';

type Lifted =
  | { readonly holdIds: readonly number[]; readonly ofInvoices?: boolean }
  | { readonly selection: Selection };

/** Takes holds away; undoing puts back each with its own kind, reason and date. */
export function useLift(): {
  readonly lift: (what: Lifted, onDone?: () => void) => void;
  readonly isPending: boolean;
} {
  const again = useMutation(
    api.holds.placeAgain.mutationOptions({ onSuccess: () => notifyDone(holdTexts.undone), onError: notifyProblem }),
  );
  const lift = useMutation(api.holds.lift.mutationOptions({ onError: notifyProblem }));
  return {
    isPending: lift.isPending,
    lift: (what, onDone) => {
      const ofInvoices = 'selection' in what || what.ofInvoices === true;
      lift.mutate('selection' in what ? { selection: what.selection } : { holdIds: [...what.holdIds] }, {
        onSuccess: ({ holdIds }) => {
          notifyDone(ofInvoices ? holdTexts.liftedInvoices(holdIds.length) : holdTexts.lifted, () =>
            again.mutate({ holdIds }),
          );
          onDone?.();
        },
      });
    },
  };
}
