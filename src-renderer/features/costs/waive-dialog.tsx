import { useMutation } from '@tanstack/react-query';
import type { CostClaim } from '#shared/costs/contract.ts';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { costTexts as texts } from './costs.nl.ts';

/** Gives one cost up, with a reason. */
export function WaiveDialog({ claim, onClose }: { readonly claim: CostClaim; readonly onClose: () => void }) {
  const { costClaimId, claimNumber } = claim;
  const waive = useMutation(
    api.costs.waive.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.waived(claimNumber));
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={texts.waiveOf(claimNumber)}
      label={texts.waiveReason}
      confirm={texts.waive}
      isPending={waive.isPending}
      error={waive.error}
      onConfirm={(reason) => waive.mutate({ costClaimId, reason })}
      onClose={onClose}
    />
  );
}
