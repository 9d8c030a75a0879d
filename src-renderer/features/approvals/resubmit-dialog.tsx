import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Approval } from '#shared/approvals/contract.ts';
import { parseAmount } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { approvalTexts as texts } from './approvals.nl.ts';
import { editableFields, type EditableField, withFields } from './request-fields.ts';

/** A rejected request, changed by its maker: the amounts, the account, the reason. */
export function ResubmitDialog({
  approval,
  onClose,
  onResubmitted,
}: {
  readonly approval: Approval;
  readonly onClose: () => void;
  readonly onResubmitted: () => void;
}) {
  const [fields, setFields] = useState<readonly EditableField[]>(() => editableFields(approval.request));
  const resubmit = useMutation(api.approvals.resubmit.mutationOptions({ onSuccess: onResubmitted }));
  const isWrong = (field: EditableField): boolean => field.isAmount && !parseAmount(field.value).ok;
  function submit(): void {
    if (fields.some(isWrong)) return;
    resubmit.mutate({ approvalId: approval.approvalId, request: withFields(approval.request, fields) });
  }
  function change(path: string, value: string): void {
    setFields(fields.map((field) => (field.path === path ? { ...field, value } : field)));
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.resubmit}
      onConfirm={submit}
      confirm={{ label: texts.resubmitSend, loading: resubmit.isPending }}
    >
      <Stack gap="sm">
        {fields.map((field) =>
          field.path === 'reason' ? (
            <TextArea
              key={field.path}
              label={field.label}
              value={field.value}
              maxLength={500}
              onChange={(event) => change(field.path, event.target.value)}
            />
          ) : (
            <TextInput
              key={field.path}
              label={field.label}
              value={field.value}
              error={isWrong(field) ? texts.amountWrong : null}
              onChange={(event) => change(field.path, event.target.value)}
            />
          ),
        )}
        <ProblemAlert error={resubmit.error} />
      </Stack>
    </Modal>
  );
}
