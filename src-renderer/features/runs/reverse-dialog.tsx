import { useMutation } from '@tanstack/react-query';
import type { RunPage } from '#shared/runs/contract.ts';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Heading, Text } from '#renderer/ui/text.tsx';
import { Sentences } from './proposal-facts.tsx';
import { isLetter, messagesOf, resultOf } from './run-state.ts';
import { sendTexts as texts } from './send.nl.ts';

/** Says exactly what becomes void and what stays, and asks why. */
export function ReverseDialog({ page, onClose }: { readonly page: RunPage; readonly onClose: () => void }) {
  const reverse = useMutation(
    api.runs.reverse.mutationOptions({
      onSuccess: ({ voided, stayed }) => {
        notifyDone(texts.reversed(voided, stayed));
        onClose();
      },
    }),
  );
  const { voided, stays } = effectsOf(page);
  return (
    <ReasonDialog
      title={texts.reverseTitle}
      label={texts.reason}
      description={texts.reasonHint}
      confirm={texts.reverse}
      isPending={reverse.isPending}
      error={reverse.error}
      onConfirm={(reason) => reverse.mutate({ runId: page.runId, reason })}
      onClose={onClose}
    >
      <div>
        <Heading level={3}>{texts.becomesVoid}</Heading>
        <Sentences sentences={voided.length > 0 ? voided : [texts.voidNothing]} />
      </div>
      <div>
        <Heading level={3}>{texts.stays}</Heading>
        <Sentences sentences={stays.length > 0 ? stays : [texts.staysNothing]} />
      </div>
      <Text small muted>
        {texts.effects}
      </Text>
    </ReasonDialog>
  );
}

function effectsOf({ proposals, tasksOpen }: RunPage): {
  readonly voided: readonly string[];
  readonly stays: readonly string[];
} {
  const letters = messagesOf(proposals, (row) => resultOf(row) === 'toPrint');
  const emails = messagesOf(
    proposals,
    (row) => !isLetter(row) && row.messageId !== null && ['waiting', 'failed'].includes(resultOf(row)),
  );
  const open = proposals.filter(
    ({ isDropped, outcome }) => !isDropped && (outcome === 'open' || outcome === 'raised'),
  ).length;
  const left = messagesOf(proposals, (row) => resultOf(row) === 'sent');
  const uncertain = messagesOf(proposals, (row) => resultOf(row) === 'uncertain');
  return {
    voided: [
      ...(letters > 0 ? [texts.voidLetters(letters)] : []),
      ...(emails > 0 ? [texts.voidEmails(emails)] : []),
      ...(open > 0 ? [texts.voidOpen(open)] : []),
      ...(tasksOpen > 0 ? [texts.voidTasks(tasksOpen)] : []),
    ],
    stays: [
      ...(left > 0 ? [texts.staysMessages(left)] : []),
      ...(uncertain > 0 ? [texts.staysUncertain(uncertain)] : []),
    ],
  };
}
