import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type Acceptance, acceptances, type PlanPage } from '#shared/plans/shapes.ts';
import { api, client } from '#renderer/app/api.ts';
import { type Proof, ProofField } from '#renderer/parts/limitation/proof-field.tsx';
import { useToday } from '#renderer/parts/use-today.ts';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { readBase64 } from '#renderer/ui/file-content.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';

/** Keeps the signed paper, or the reply, with its day. */
export function SignDialog({
  plan: { planId, householdId },
  waiting,
  onClose,
}: {
  readonly plan: PlanPage;
  /** Who did not accept it yet. */
  readonly waiting: PlanPage['payers'];
  readonly onClose: () => void;
}) {
  const today = useToday();
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId } }));
  const [payerIds, setPayerIds] = useState<readonly number[]>(waiting.map(({ payerId }) => payerId));
  const [how, setHow] = useState<Acceptance>('paper');
  const [typed, setTyped] = useState<PlainDate | null>(null);
  const [proof, setProof] = useState<Proof | null>(null);
  const [tried, setTried] = useState(false);
  const signedOn = typed ?? today ?? null;
  const record = useMutation({
    mutationFn: async ({ proof: kept, date }: { readonly proof: Proof; readonly date: PlainDate }) =>
      client.plans.recordAcceptance({
        planId,
        payerIds: [...payerIds],
        how,
        signedOn: date,
        proof:
          'file' in kept
            ? { fileName: kept.file.name, contentBase64: await readBase64(kept.file) }
            : { documentId: kept.documentId },
      }),
    onSuccess: () => {
      notifyDone(texts.signed);
      onClose();
    },
  });
  function submit(): void {
    setTried(true);
    if (payerIds.length > 0 && proof !== null && signedOn !== null) record.mutate({ proof, date: signedOn });
  }
  return (
    <Modal
      opened
      size="md"
      onClose={onClose}
      title={texts.signTitle}
      onConfirm={submit}
      confirm={{ label: texts.signSave, loading: record.isPending }}
    >
      <Stack gap="sm">
        <Text muted>{texts.signHint}</Text>
        <CheckList
          label={texts.signPayers}
          options={waiting.map(({ payerId: value, name }) => ({ value, label: <PersonName>{name}</PersonName> }))}
          value={payerIds}
          onChange={setPayerIds}
          error={tried && payerIds.length === 0 ? texts.signMissingPayer : null}
        />
        <RadioGroup
          horizontal
          label={texts.signHow}
          value={how}
          onChange={setHow}
          options={acceptances.map((value) => ({ value, label: texts.signHows[value] }))}
        />
        <DateInput
          label={texts.signedOn}
          required
          width={180}
          clearable={false}
          value={signedOn}
          {...(today === undefined ? {} : { maxDate: today })}
          onChange={setTyped}
          error={tried && signedOn === null ? texts.signFill : null}
        />
        <ProofField
          documents={page.data?.documents ?? []}
          proof={proof}
          onProof={setProof}
          error={tried && proof === null ? texts.signMissingProof : null}
        />
        <ProblemAlert error={record.error} />
      </Stack>
    </Modal>
  );
}
