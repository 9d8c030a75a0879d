import { useMutation } from '@tanstack/react-query';
import type { Hold } from '#shared/ledger/contract.ts';
import { api } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { householdTexts } from './dossier.nl.ts';

/** *Niet verwerken* and back, each with *Ongedaan maken*. */
export function useHolds() {
  const hold = useMutation(api.holds.place.mutationOptions());
  const lift = useMutation(api.holds.lift.mutationOptions({ onError: notifyProblem }));
  const holdAgain = useMutation(api.holds.placeAgain.mutationOptions({ onError: notifyProblem }));
  return {
    holdError: hold.error,
    holding: hold.isPending,
    lifting: lift.isPending,
    hold: (input: { invoiceIds: number[]; reason: string; untilDate: string | null }, onDone: () => void): void =>
      hold.mutate(input, {
        onSuccess: ({ holdIds, alreadyHeld }) => {
          const words = `${householdTexts.holdDone(holdIds.length)}${alreadyHeld > 0 ? householdTexts.alreadyHeld(alreadyHeld) : ''}`;
          notifyDone(words, holdIds.length > 0 ? () => lift.mutate({ holdIds }) : undefined);
          onDone();
        },
      }),
    lift: (holds: readonly Hold[], onDone?: () => void): void =>
      lift.mutate(
        { holdIds: holds.map(({ holdId }) => holdId) },
        {
          onSuccess: ({ holdIds }) => {
            notifyDone(householdTexts.lifted(holdIds.length), () => holdAgain.mutate({ holdIds }));
            onDone?.();
          },
        },
      ),
  };
}
