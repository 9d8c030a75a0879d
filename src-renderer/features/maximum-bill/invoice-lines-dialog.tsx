import { useMutation } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import type { CostCategory, InvoiceLine } from '#shared/maximum-bill/contract.ts';
import { sumCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { linesTexts as texts } from './maximum-bill.nl.ts';

type Draft = {
  readonly key: number;
  readonly description: string;
  readonly costCategoryId: number | null;
  readonly amountCents: number | null;
};

/** Divides a bill over categories; what is still to divide stands below. */
export function InvoiceLinesDialog({
  invoice: { invoiceId, totalCents, postings },
  lines,
  categories,
  onClose,
}: {
  readonly invoice: Pick<InvoicePage, 'invoiceId' | 'totalCents' | 'postings'>;
  readonly lines: readonly InvoiceLine[];
  readonly categories: readonly CostCategory[];
  readonly onClose: () => void;
}) {
  // A credit note is divided as it is shown: without a sign.
  const sign = totalCents < 0 ? -1 : 1;
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    lines.length === 0
      ? [emptyDraft(0)]
      : lines.map((line, key) => ({ ...line, key, amountCents: sign * line.amountCents })),
  );
  const save = useMutation(
    api.maximumBill.saveLines.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.saved);
        onClose();
      },
    }),
  );
  const change = (key: number, next: Partial<Draft>): void =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...next } : draft)));
  // What was credited because of the maximum bill stays out: the lines are what was charged before.
  const creditedCents = sumCents(
    postings
      .filter(({ entryId, kind, reversedKind }) => entryId !== null && (reversedKind ?? kind) === 'credit')
      .map(({ amountCents }) => amountCents),
  );
  const leftCents =
    sign * (totalCents - creditedCents) - drafts.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
  const isFilled = drafts.every(({ description, amountCents }) => description.trim() !== '' && amountCents !== null);
  const place = (draft: Draft): number => drafts.indexOf(draft) + 1;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={texts.dialogTitle}
      onConfirm={() =>
        save.mutate({
          invoiceId,
          lines: drafts.map(({ description, costCategoryId, amountCents }) => ({
            description,
            costCategoryId,
            amountCents: sign * (amountCents ?? 0),
          })),
        })
      }
      confirm={{ label: texts.save, loading: save.isPending, disabled: !isFilled }}
    >
      <Stack gap="sm">
        <Text muted>{texts.dialogText}</Text>
        <Table
          label={texts.dialogTitle}
          rows={drafts}
          getKey={({ key }) => key}
          columns={[
            {
              id: 'description',
              header: texts.columns.description,
              cell: (draft) => (
                <TextInput
                  aria-label={texts.description(place(draft))}
                  maxLength={200}
                  value={draft.description}
                  data-autofocus={place(draft) === 1 || undefined}
                  onChange={(event) => change(draft.key, { description: event.currentTarget.value })}
                />
              ),
            },
            {
              id: 'category',
              header: texts.columns.category,
              cell: (draft) => (
                <Select
                  aria-label={texts.category(place(draft))}
                  value={draft.costCategoryId === null ? '' : String(draft.costCategoryId)}
                  options={[
                    { value: '', label: texts.noCategory },
                    ...categories
                      .filter((one) => !one.isRemoved || one.costCategoryId === draft.costCategoryId)
                      .map(({ costCategoryId, name }) => ({ value: String(costCategoryId), label: name })),
                  ]}
                  onChange={(value) => change(draft.key, { costCategoryId: value ? Number(value) : null })}
                />
              ),
            },
            {
              id: 'amount',
              header: texts.columns.amount,
              align: 'right',
              cell: (draft) => (
                <AmountInput
                  aria-label={texts.amount(place(draft))}
                  width={110}
                  cents={draft.amountCents}
                  onCents={(amountCents) => change(draft.key, { amountCents })}
                />
              ),
            },
            {
              id: 'remove',
              header: texts.columns.remove,
              cell: (draft) => (
                <IconButton
                  label={texts.remove(place(draft))}
                  onClick={() => setDrafts(drafts.filter((one) => one !== draft))}
                >
                  <IconX size={16} />
                </IconButton>
              ),
            },
          ]}
        />
        <Group gap="md">
          <Button onClick={() => setDrafts([...drafts, emptyDraft(Math.max(-1, ...drafts.map(({ key }) => key)) + 1)])}>
            {texts.addLine}
          </Button>
          {drafts.length === 0 ? null : (
            <Text>
              {texts.left}: <Money cents={leftCents} />
            </Text>
          )}
        </Group>
        <ProblemAlert error={save.error} />
      </Stack>
    </Modal>
  );
}

function emptyDraft(key: number): Draft {
  return { key, description: '', costCategoryId: null, amountCents: null };
}
