import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { capKinds, type CostCategory } from '#shared/maximum-bill/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { categoryTexts as texts } from './maximum-bill.nl.ts';

/** The name of a category, and how it counts. */
export function CategoryDialog({
  category,
  onClose,
}: {
  readonly category: CostCategory | null;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(category?.name ?? '');
  const [cap, setCap] = useState(category?.cap ?? 'sharp');
  const save = useMutation(
    api.maximumBill.saveCategory.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.saved(name.trim()));
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={category === null ? texts.add : texts.editTitle}
      onConfirm={() =>
        save.mutate({
          costCategoryId: category?.costCategoryId ?? null,
          name,
          cap,
          isRemoved: category?.isRemoved ?? false,
        })
      }
      confirm={{ label: texts.save, loading: save.isPending, disabled: name.trim() === '' }}
    >
      <Stack gap="sm">
        <TextInput
          label={texts.name}
          required
          data-autofocus
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={texts.cap}
          description={texts.capHint}
          value={cap}
          options={capKinds.map((value) => ({ value, label: texts.caps[value] }))}
          onChange={(chosen) => chosen !== null && setCap(chosen)}
        />
        <ProblemAlert error={save.error} />
      </Stack>
    </Modal>
  );
}
