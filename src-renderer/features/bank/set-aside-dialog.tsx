import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type SetAsideAs, setAsideAs } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { lineTexts as texts } from './bank-line.nl.ts';
import { useTakeBack } from './use-line-actions.tsx';

const options = setAsideAs.options.map((value) => ({ value, label: texts.setAsideAs[value] }));

/** Says what lines are that do not belong to any invoice. */
export function SetAsideDialog({
  transactionIds,
  suggested,
  onClose,
  onDone,
}: {
  readonly transactionIds: readonly number[];
  readonly suggested: SetAsideAs;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const [as, setAs] = useState<SetAsideAs>(suggested);
  const [note, setNote] = useState('');
  const takeBack = useTakeBack();
  const setAside = useMutation(
    api.bank.setAside.mutationOptions({
      onSuccess: ({ transactionIds: done }) => {
        onClose();
        onDone();
        notifyDone(texts.setAsideDone(done.length), () => takeBack(done));
      },
    }),
  );
  function submit(): void {
    if (!setAside.isPending) setAside.mutate({ transactionIds: [...transactionIds], as, note: note.trim() });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.setAsideTitle(transactionIds.length)}
      onConfirm={submit}
      confirm={{ label: texts.setAsideConfirm, loading: setAside.isPending }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <Text muted>{texts.setAsideHint}</Text>
          <RadioGroup label={texts.setAsideAsLabel} options={options} value={as} onChange={setAs} />
          <TextInput
            label={texts.setAsideNote}
            value={note}
            maxLength={300}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ProblemAlert error={setAside.error} />
        </Stack>
      </form>
    </Modal>
  );
}

/** What a line most likely is, before a person says so. */
export function likelySetAside(kind: string, amountCents: number): SetAsideAs {
  if (kind === 'cost') return 'cost';
  if (kind === 'outgoing') return 'ownTransfer';
  return amountCents < 0 ? 'other' : 'notForUs';
}
