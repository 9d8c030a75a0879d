import type { RunProposal } from '#shared/runs/contract.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { proposalTexts as texts } from './proposal.nl.ts';
import type { useProposalChanges } from './use-proposal-changes.ts';

/** Why these payers get nothing of this run. */
export function DropDialog({
  rows,
  changes,
  onClose,
  onDone,
}: {
  readonly rows: readonly RunProposal[];
  readonly changes: ReturnType<typeof useProposalChanges>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  return (
    <ReasonDialog
      title={texts.leaveOutTitle(rows.length)}
      label={texts.reason}
      description={texts.reasonHint}
      confirm={texts.leaveOut}
      isPending={changes.isPending}
      error={changes.error}
      onConfirm={(reason) => changes.drop(rows, reason, onDone)}
      onClose={onClose}
    >
      <Text muted>{texts.leaveOutBody}</Text>
    </ReasonDialog>
  );
}
