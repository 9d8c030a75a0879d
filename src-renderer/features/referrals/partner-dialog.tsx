import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReferralPartner, referralPartnerKinds } from '#shared/referrals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { SimpleGrid, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { kindWords, referralsTexts as texts } from './referrals.nl.ts';

const lines = [
  ['contactName', 120],
  ['phone', 40],
  ['email', 254],
  ['website', 200],
  ['address', 300],
] as const;

/** Who can help and how to reach them; an example that is filled in becomes the school's own. */
export function PartnerDialog({
  partner,
  onClose,
}: {
  /** Null: a new one. */
  readonly partner: ReferralPartner | null;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState({
    name: partner?.name ?? '',
    kind: partner?.kind ?? ('ocmw' as const),
    offers: partner?.offers ?? '',
    needs: partner?.needs ?? '',
    contactName: partner?.contactName ?? '',
    phone: partner?.phone ?? '',
    email: partner?.email ?? '',
    website: partner?.website ?? '',
    address: partner?.address ?? '',
  });
  const [isAsked, setIsAsked] = useState(false);
  const change = (part: Partial<typeof draft>): void => setDraft((current) => ({ ...current, ...part }));
  const save = useMutation(
    api.referrals.savePartner.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.partnerSaved);
        onClose();
      },
    }),
  );
  function submit(): void {
    setIsAsked(true);
    if (draft.name.trim() === '') return;
    const { contactName, phone, email, website, address, ...words } = draft;
    save.mutate({
      referralPartnerId: partner?.referralPartnerId ?? null,
      details: {
        ...words,
        contactName: orNull(contactName),
        phone: orNull(phone),
        email: orNull(email),
        website: orNull(website),
        address: orNull(address),
      },
    });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={partner === null ? texts.addPartner : texts.changePartner}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: save.isPending }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          label={texts.name}
          maxLength={120}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
          error={isAsked && draft.name.trim() === '' ? texts.fillIn : undefined}
        />
        <Select
          label={texts.kind}
          value={draft.kind}
          options={referralPartnerKinds.map((value) => ({ value, label: kindWords[value] }))}
          onChange={(kind) => kind !== null && change({ kind })}
        />
        <TextArea
          label={texts.offers}
          description={texts.offersHint}
          minRows={2}
          maxLength={600}
          value={draft.offers}
          onChange={(event) => change({ offers: event.target.value })}
        />
        <TextArea
          label={texts.needs}
          minRows={2}
          maxLength={600}
          value={draft.needs}
          onChange={(event) => change({ needs: event.target.value })}
        />
        <SimpleGrid cols={2} spacing="sm">
          {lines.map(([line, maxLength]) => (
            <TextInput
              key={line}
              label={texts[line]}
              maxLength={maxLength}
              value={draft[line]}
              onChange={(event) => change({ [line]: event.target.value })}
            />
          ))}
        </SimpleGrid>
        <ProblemAlert error={save.error} />
      </Stack>
    </Modal>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
