import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type CollectionPartner, partnerKinds } from '#shared/hand-over/contract.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { handOverTexts as texts } from './hand-over.nl.ts';

const nobody = {
  partnerId: null,
  name: '',
  kind: 'lawyer' as const,
  registrationNumber: '',
  agreementOn: null,
  email: '',
  phone: '',
  street: '',
  postalCode: '',
  city: '',
};

type Fields = {
  readonly [Key in keyof Omit<CollectionPartner, 'problems'>]: Key extends 'partnerId' | 'agreementOn' | 'kind'
    ? CollectionPartner[Key] | null
    : string;
} & { readonly kind: CollectionPartner['kind'] };

/** Who collects, with what the law asks of such a one. */
export function PartnerDialog({
  partner,
  onClose,
}: {
  readonly partner: CollectionPartner | null;
  readonly onClose: () => void;
}) {
  const [fields, setFields] = useState<Fields>(partner === null ? nobody : fieldsOf(partner));
  const change = (next: Partial<Fields>): void => setFields({ ...fields, ...next });
  const save = useMutation(
    api.handOver.savePartner.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.partnerSaved);
        onClose();
      },
    }),
  );
  function submit(): void {
    const { email, phone, registrationNumber } = fields;
    save.mutate({
      ...fields,
      email: filled(email),
      phone: filled(phone),
      registrationNumber: fields.kind === 'collector' ? filled(registrationNumber) : null,
    });
  }
  const text = (name: 'name' | 'registrationNumber' | 'email' | 'phone' | 'street' | 'postalCode' | 'city') => ({
    label: texts[name],
    value: fields[name],
    onChange: (event: { readonly target: { readonly value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <Modal
      opened
      size="md"
      onClose={onClose}
      title={partner === null ? texts.addPartner : texts.editPartner}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: save.isPending, disabled: fields.name.trim() === '' }}
    >
      <Stack gap="sm">
        <TextInput {...text('name')} required data-autofocus maxLength={120} />
        <Select
          label={texts.kind}
          value={fields.kind}
          options={partnerKinds.map((value) => ({ value, label: texts.kinds[value] }))}
          onChange={(kind) => kind !== null && change({ kind })}
        />
        {fields.kind === 'collector' ? (
          <TextInput {...text('registrationNumber')} description={texts.registrationHint} maxLength={60} />
        ) : null}
        <DateInput
          label={texts.agreementOn}
          description={texts.agreementHint}
          value={fields.agreementOn}
          onChange={(agreementOn) => change({ agreementOn })}
        />
        <Group gap="sm" grow>
          <TextInput {...text('email')} type="email" maxLength={254} />
          <TextInput {...text('phone')} maxLength={40} />
        </Group>
        <TextInput {...text('street')} maxLength={200} />
        <Group gap="sm" grow>
          <TextInput {...text('postalCode')} maxLength={10} />
          <TextInput {...text('city')} maxLength={100} />
        </Group>
        <ProblemAlert error={save.error} />
      </Stack>
    </Modal>
  );
}

function fieldsOf({ problems: _problems, registrationNumber, email, phone, ...rest }: CollectionPartner): Fields {
  return { ...rest, registrationNumber: registrationNumber ?? '', email: email ?? '', phone: phone ?? '' };
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
