import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { schoolYearOf } from '#shared/calendar/school-year.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { readBase64 } from '#renderer/ui/file-content.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { RulesSignatureList } from './rules-signature-list.tsx';
import { separationTexts as texts } from './separation.nl.ts';

/** Keeps that a payer signed the school rules, for which pupils, with the paper when there is one. */
export function RulesSignatureDialog({
  household,
  today,
  payerId = null,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly today: PlainDate;
  /** Of one payer, with what was signed before; left out: choose who. */
  readonly payerId?: number | null;
  readonly onClose: () => void;
}) {
  const [signer, setSigner] = useState(payerId ?? household.payers[0]?.payerId ?? null);
  const [pupilIds, setPupilIds] = useState<readonly number[]>(household.pupils.map(({ pupilId }) => pupilId));
  const [signedOn, setSignedOn] = useState<PlainDate | null>(today);
  const [rules, setRules] = useState<string>(texts.rulesDefault(schoolYearOf(today)));
  const [documentId, setDocumentId] = useState<string | null>(null);
  const [file, setFile] = useState<{ readonly fileName: string; readonly contentBase64: string } | null>(null);
  const [tried, setTried] = useState(false);
  const save = useMutation(
    api.people.saveRulesSignature.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.signatureSaved);
        onClose();
      },
    }),
  );
  const proof = file ?? (documentId === null ? null : { documentId: Number(documentId) });
  function submit(): void {
    setTried(true);
    if (signer === null || signedOn === null || rules.trim() === '' || pupilIds.length === 0) return;
    save.mutate({ payerId: signer, pupilIds: [...pupilIds], signedOn, rules, proof });
  }
  function take(chosen: File): void {
    readBase64(chosen)
      .then((contentBase64) => setFile({ fileName: chosen.name, contentBase64 }))
      .catch(notifyProblem);
  }
  const own = household.payers.find((payer) => payer.payerId === payerId);
  return (
    <Modal
      opened
      onClose={onClose}
      title={own ? texts.rulesTitle(`${own.firstName} ${own.lastName}`.trim()) : texts.step4.slice(3)}
      onConfirm={submit}
      confirm={{ label: texts.saveSignature, loading: save.isPending }}
    >
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        {own ? (
          <RulesSignatureList householdId={household.householdId} payerId={own.payerId} empty={texts.noSignatures} />
        ) : (
          <Select
            withNames
            label={texts.signer}
            options={household.payers.map((payer) => ({
              value: String(payer.payerId),
              label: `${payer.firstName} ${payer.lastName}`.trim(),
            }))}
            value={signer === null ? null : String(signer)}
            onChange={(chosen) => chosen && setSigner(Number(chosen))}
          />
        )}
        <DateInput
          label={texts.signedOn}
          maxDate={today}
          clearable={false}
          value={signedOn}
          error={tried && signedOn === null ? texts.fillIn : null}
          onChange={setSignedOn}
        />
        <TextInput
          label={texts.rules}
          maxLength={120}
          value={rules}
          error={tried && rules.trim() === '' ? texts.fillIn : null}
          onChange={(event) => setRules(event.target.value)}
        />
        <CheckList
          label={texts.signedFor}
          options={household.pupils.map((pupil) => ({
            value: pupil.pupilId,
            label: <span className="os-name">{`${pupil.firstName} ${pupil.lastName} · ${pupil.schoolName}`}</span>,
          }))}
          value={pupilIds}
          onChange={setPupilIds}
          error={tried && pupilIds.length === 0 ? texts.chooseOne : null}
        />
        {file === null ? (
          <>
            <Select
              label={texts.proof}
              placeholder={texts.noProof}
              clearable
              options={household.documents.map((one) => ({ value: String(one.documentId), label: one.fileName }))}
              value={documentId}
              onChange={setDocumentId}
            />
            <FileDrop compact title={texts.newProof} onFile={take} />
          </>
        ) : (
          <Text>{texts.chosenProof(file.fileName)}</Text>
        )}
      </Stack>
    </Modal>
  );
}
