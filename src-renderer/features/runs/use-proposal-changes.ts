import { useMutation } from '@tanstack/react-query';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import type { RunProposal } from '#shared/runs/contract.ts';
import { api, client } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { proposalTexts as texts } from './proposal.nl.ts';
import { channelWords } from './run-words.nl.ts';

export type ChosenChannel = Exclude<StageChannel, 'handOver'>;
export const chosenChannels = [
  'email',
  'letter',
  'registeredLetter',
  'phone',
  'talk',
] as const satisfies ChosenChannel[];

type Change = Omit<Parameters<typeof client.runs.change>[0], 'runId'>;
type Wanted = { readonly changes: readonly Change[]; readonly back: readonly Change[]; readonly said: string };

/** Dropping, taking back in, another channel: of one payer or of many at once, each with a way back. */
export function useProposalChanges(runId: number) {
  async function apply(changes: readonly Change[]): Promise<void> {
    for (const change of changes) await client.runs.change({ runId, ...change });
  }
  const undo = useMutation({
    mutationFn: ({ back }: Wanted) => apply(back),
    onSuccess: () => notifyDone(texts.undone),
    onError: notifyProblem,
  });
  const change = useMutation({
    mutationFn: ({ changes }: Wanted) => apply(changes),
    onSuccess: (_result, wanted) => notifyDone(wanted.said, () => undo.mutate(wanted)),
  });
  const refresh = useMutation(api.runs.refresh.mutationOptions({ onError: notifyProblem }));

  return {
    isPending: change.isPending,
    error: change.error,
    drop: (rows: readonly RunProposal[], reason: string, onDone: () => void): void => {
      const left = rows.filter(({ isDropped }) => !isDropped);
      const runProposalIds = idsOf(left);
      change.mutate(
        {
          changes: [{ runProposalIds, isDropped: true, reason }],
          back: [{ runProposalIds, isDropped: false }],
          said: texts.leftOutDone(left.length),
        },
        { onSuccess: onDone },
      );
    },
    takeIn: (rows: readonly RunProposal[], onDone: () => void): void => {
      const dropped = rows.filter(({ isDropped }) => isDropped);
      change.mutate(
        {
          changes: [{ runProposalIds: idsOf(dropped), isDropped: false }],
          back: [...Map.groupBy(dropped, ({ choiceReason }) => choiceReason)].map(([reason, those]) => ({
            runProposalIds: idsOf(those),
            isDropped: true,
            reason: reason === '' ? texts.leftOut : reason,
          })),
          said: texts.takenIn(dropped.length),
        },
        { onSuccess: onDone, onError: notifyProblem },
      );
    },
    /** Null: as the stage has it. */
    toChannel: (rows: readonly RunProposal[], channel: ChosenChannel | null, onDone: () => void): void => {
      change.mutate(
        {
          changes: [{ runProposalIds: idsOf(rows), channel }],
          back: [...Map.groupBy(rows, chosenBefore)].map(([before, those]) => ({
            runProposalIds: idsOf(those),
            channel: before,
          })),
          said: texts.channelChanged(rows.length, channel === null ? texts.channelOfStage : channelWords[channel]),
        },
        { onSuccess: onDone, onError: notifyProblem },
      );
    },
    /** After a hold was placed or lifted. */
    refresh: (): void => refresh.mutate({ runId }),
  };
}

function idsOf(rows: readonly RunProposal[]): number[] {
  return rows.map(({ runProposalId }) => runProposalId);
}

/** What a person had chosen, as far as the list tells. */
function chosenBefore({ effectiveChannel, channel }: RunProposal): ChosenChannel | null {
  return effectiveChannel === channel || effectiveChannel === 'handOver' ? null : effectiveChannel;
}
