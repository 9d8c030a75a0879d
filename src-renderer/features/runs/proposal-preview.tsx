import { useQuery } from '@tanstack/react-query';
import type { RunProposal } from '#shared/runs/contract.ts';
import { client } from '#renderer/app/api.ts';
import { MessagePreview } from '#renderer/parts/message-preview.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { proposalTexts as texts } from './proposal.nl.ts';

/** The message exactly as it would leave now; a call or a talk has none. */
export function ProposalPreview({ runId, row }: { readonly runId: number; readonly row: RunProposal }) {
  const { runProposalId, effectiveChannel } = row;
  const isTask = effectiveChannel === 'phone' || effectiveChannel === 'talk' || effectiveChannel === 'handOver';
  const preview = useQuery({
    // Asked again when the row is another one, and not at once after every command: then it may no longer be a message.
    queryKey: ['run-preview', runId, row],
    queryFn: () => client.runs.previewMessage({ runId, runProposalId }),
    enabled: !isTask,
    staleTime: 'static',
    gcTime: 0,
  });
  if (isTask) return <Text muted>{texts.noPreview[effectiveChannel]}</Text>;
  if (preview.error) return <ProblemAlert error={preview.error} />;
  if (!preview.data) return <Loading />;
  return <MessagePreview key={preview.data.channel} preview={preview.data} />;
}
