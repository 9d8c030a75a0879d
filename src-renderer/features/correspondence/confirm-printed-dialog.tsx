import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './correspondence.module.css';
import { outboxTexts } from './outbox.nl.ts';

/** Which letters of a batch are really in the post: all of them, or only those that are ticked. */
export function ConfirmPrintedDialog({ batchId, onClose }: { readonly batchId: number; readonly onClose: () => void }) {
  const [which, setWhich] = useState<'all' | 'some'>('all');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const waiting = useQuery(
    api.correspondence.outbox.queryOptions({
      input: { batchId, status: 'reserved', channel: 'letter', limit: 1000 },
    }),
  );
  const confirm = useMutation(
    api.correspondence.confirmPrinted.mutationOptions({
      onSuccess: ({ confirmed }) => {
        notifyDone(outboxTexts.confirmedPrinted(confirmed));
        onClose();
      },
    }),
  );
  const total = waiting.data?.total ?? 0;
  const count = which === 'all' ? total : chosen.length;
  const submit = (): void => {
    if (count > 0) confirm.mutate({ batchId, messageIds: which === 'all' ? null : [...chosen] });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={outboxTexts.confirmPrintedTitle}
      onConfirm={submit}
      actions={
        <Button variant="primary" disabled={count === 0} loading={confirm.isPending} onClick={submit}>
          {outboxTexts.confirmCount(count)}
        </Button>
      }
    >
      <Stack gap="sm">
        <Text muted>{outboxTexts.confirmPrintedBody}</Text>
        <ProblemAlert error={waiting.error ?? confirm.error} />
        {waiting.isPending ? <Loading /> : null}
        {total > 1 ? (
          <RadioGroup
            label={outboxTexts.whichPrinted}
            options={[
              { value: 'all', label: outboxTexts.allPrinted(total) },
              { value: 'some', label: outboxTexts.somePrinted },
            ]}
            value={which}
            onChange={setWhich}
          />
        ) : null}
        {which === 'some' ? (
          <div className={classes['checklist']}>
            <CheckList
              label={outboxTexts.letters}
              options={(waiting.data?.messages ?? []).map(({ messageId, recipientName, address }) => ({
                value: messageId,
                label: (
                  <>
                    <PersonName strong>{recipientName}</PersonName> · <PersonName>{address}</PersonName>
                  </>
                ),
              }))}
              value={chosen}
              onChange={setChosen}
            />
          </div>
        ) : null}
      </Stack>
    </Modal>
  );
}
