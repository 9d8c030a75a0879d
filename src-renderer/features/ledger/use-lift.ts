import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Hold, OpenItem } from '#shared/ledger/contract.ts';
import { client } from '#renderer/app/api.ts';
import { clearSelection, type PickedItems } from '#renderer/app/selection.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { openItemsTexts as texts } from './open-items.nl.ts';
import { pickedInvoices } from './picked-invoices.ts';

type Held = { readonly invoiceId: number; readonly hold: Hold };

/** Takes the holds of a selection away; undoing puts back each with its own reason and date. */
export function useLift(): { readonly lift: (picked: PickedItems) => void; readonly isPending: boolean } {
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: async (picked: PickedItems) => {
      const held = (await pickedInvoices(picked, { held: true })).flatMap(asHeld);
      if (held.length > 0) await client.dunning.lift({ holdIds: held.map(({ hold }) => hold.holdId) });
      return held;
    },
    onSuccess: (held) => {
      clearSelection();
      notifyDone(texts.liftDone(texts.invoices(held.length)), () => void undo(held));
    },
    onError: notifyProblem,
  });
  async function undo(held: readonly Held[]): Promise<void> {
    try {
      const byHold = Map.groupBy(held, ({ hold }) => JSON.stringify([hold.reason, hold.untilDate]));
      for (const group of byHold.values()) {
        const [{ hold }] = group as [Held, ...Held[]];
        await client.dunning.hold({
          invoiceIds: group.map(({ invoiceId }) => invoiceId),
          reason: hold.reason,
          untilDate: hold.untilDate,
        });
      }
      notifyDone(texts.undone);
    } catch (error) {
      notifyProblem(error);
    }
    await queryClient.invalidateQueries();
  }
  return { lift: mutation.mutate, isPending: mutation.isPending };
}

function asHeld({ invoiceId, hold }: OpenItem): Held[] {
  return invoiceId !== null && hold !== null ? [{ invoiceId, hold }] : [];
}
