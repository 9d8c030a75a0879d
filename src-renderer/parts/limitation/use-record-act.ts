import { useMutation } from '@tanstack/react-query';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { LimitationActKind } from '#shared/law/contract.ts';
import { api, client } from '#renderer/app/api.ts';
import { readBase64 } from '#renderer/ui/file-content.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { limitationTexts as texts } from './limitation.nl.ts';
import type { Proof } from './proof-field.tsx';

export type ActDraft = {
  readonly invoiceIds: readonly number[];
  readonly payerId: number | null;
  readonly kind: LimitationActKind;
  readonly date: PlainDate;
  readonly note: string;
  readonly proof: Proof;
};

/** Keeps an act with its proof; afterwards it can be taken back. */
export function useRecordAct(onDone: () => void) {
  const withdraw = useMutation(api.limitation.withdrawAct.mutationOptions({ onError: notifyProblem }));
  const takeBack = async (limitationActIds: readonly number[]): Promise<void> => {
    for (const limitationActId of limitationActIds) await withdraw.mutateAsync({ limitationActId });
    notifyDone(texts.withdrawn);
  };
  return useMutation({
    mutationFn: async ({ proof, invoiceIds, ...act }: ActDraft) =>
      client.limitation.recordAct({
        ...act,
        invoiceIds: [...invoiceIds],
        proof:
          'file' in proof
            ? { fileName: proof.file.name, contentBase64: await readBase64(proof.file) }
            : { documentId: proof.documentId },
      }),
    onSuccess: ({ limitationActIds }) => {
      notifyDone(texts.saved(limitationActIds.length), () => {
        takeBack(limitationActIds).catch(notifyProblem);
      });
      onDone();
    },
  });
}
