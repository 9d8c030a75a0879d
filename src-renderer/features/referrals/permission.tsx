import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type Referral, shareable } from '#shared/referrals/contract.ts';
import { api, client } from '#renderer/app/api.ts';
import { type Proof, ProofField } from '#renderer/parts/limitation/proof-field.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { downloadFile, readBase64 } from '#renderer/ui/file-content.ts';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { referralsTexts as texts, shareableNames } from './referrals.nl.ts';

const kinds = shareable.options;

/** Nothing may be given: first the form to sign, then what came back signed. */
export function NewPermission({
  referral: { referralId, householdId, permissionEnded },
}: {
  readonly referral: Referral;
}) {
  const today = useToday();
  const refused = useRefused();
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId, withClosed: false } }));
  const [chosen, setChosen] = useState<readonly number[]>([0, 1]);
  const [signedOn, setSignedOn] = useState<PlainDate | null>(null);
  const [proof, setProof] = useState<Proof | null>(null);
  const what = kinds.filter((_, index) => chosen.includes(index));
  const form = useMutation({
    mutationFn: () => client.referrals.permissionForm({ referralId, what }),
    meta: { quiet: true },
    onSuccess: downloadFile,
  });
  const record = useMutation({
    mutationFn: async (signed: { readonly permissionOn: PlainDate; readonly proof: Proof }) =>
      client.referrals.recordPermission({
        referralId,
        what,
        permissionOn: signed.permissionOn,
        proof:
          'file' in signed.proof
            ? { fileName: signed.proof.file.name, contentBase64: await readBase64(signed.proof.file) }
            : { documentId: signed.proof.documentId },
      }),
    onSuccess: () => notifyDone(texts.recorded),
  });
  const signed = signedOn !== null && proof !== null && what.length > 0 ? { permissionOn: signedOn, proof } : null;
  return (
    <section aria-label={texts.permission}>
      <Stack gap="sm">
        <Text strong>{texts.permission}</Text>
        <Text muted>{permissionEnded ? texts.permissionEnded : texts.permissionNone}</Text>
        <CheckList
          label={texts.what}
          options={kinds.map((kind, value) => ({ value, label: shareableNames[kind] }))}
          value={chosen}
          onChange={setChosen}
        />
        <div>
          <Button disabled={what.length === 0} loading={form.isPending} onClick={() => form.mutate()}>
            {texts.form}
          </Button>
        </div>
        <ProblemAlert error={form.error} />
        {refused('referrals.recordPermission') ? null : (
          <>
            <Text strong>{texts.record}</Text>
            <Text muted>{texts.recordText}</Text>
            <DateInput
              label={texts.signedOn}
              required
              width={180}
              value={signedOn}
              {...(today === undefined ? {} : { maxDate: today })}
              onChange={setSignedOn}
            />
            <ProofField documents={page.data?.documents ?? []} proof={proof} error={null} onProof={setProof} />
            <ProblemAlert error={record.error} />
            <div>
              <Button
                disabled={signed === null}
                loading={record.isPending}
                onClick={() => signed && record.mutate(signed)}
              >
                {texts.recordButton}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </section>
  );
}

/** The permission counts: give what it covers, or take it back. */
export function GivenPermission({ referral: { referralId } }: { readonly referral: Referral }) {
  const refused = useRefused();
  const share = useMutation(
    api.referrals.share.mutationOptions({
      onSuccess: (file) => {
        downloadFile(file);
        notifyDone(texts.shared);
      },
    }),
  );
  const withdraw = useMutation(
    api.referrals.withdrawPermission.mutationOptions({ onSuccess: () => notifyDone(texts.withdrawn) }),
  );
  async function askWithdraw(): Promise<void> {
    const sure = await confirm({ title: texts.withdraw, body: texts.withdrawText, confirmLabel: texts.withdraw });
    if (sure) withdraw.mutate({ referralId });
  }
  return (
    <section aria-label={texts.permission}>
      <Stack gap="sm">
        <Text strong>{texts.permission}</Text>
        <Text muted>{texts.shareText}</Text>
        <Group gap="sm">
          {refused('referrals.share') ? null : (
            <Button loading={share.isPending} onClick={() => share.mutate({ referralId })}>
              {texts.share}
            </Button>
          )}
          {refused('referrals.withdrawPermission') ? null : (
            <Button loading={withdraw.isPending} onClick={() => void askWithdraw()}>
              {texts.withdraw}
            </Button>
          )}
        </Group>
        <ProblemAlert error={share.error ?? withdraw.error} />
      </Stack>
    </section>
  );
}
