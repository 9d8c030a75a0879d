import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReferenceBudget } from '#shared/affordability/contract.ts';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { helpSettingsTexts as texts } from './help-settings.nl.ts';

/** One amount with where it comes from. */
export function BudgetDialog({ budget, onClose }: { readonly budget: ReferenceBudget; readonly onClose: () => void }) {
  const [cents, setCents] = useState(budget.amountCents);
  const [source, setSource] = useState(budget.isOwn ? budget.source : '');
  const [tried, setTried] = useState(false);
  const save = useMutation(
    api.affordability.saveReferenceBudget.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.saved);
        onClose();
      },
    }),
  );
  function submit(): void {
    setTried(true);
    if (source.trim() !== '') save.mutate({ key: budget.key, amountCents: cents, source });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.dialogTitle(budget.label)}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: save.isPending }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <AmountInput label={texts.amount} description={texts.amountHint} focused cents={cents} onCents={setCents} />
          <TextInput
            label={texts.source}
            description={texts.sourceHint}
            required
            maxLength={200}
            value={source}
            error={tried && source.trim() === '' ? texts.fillIn : null}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <ProblemAlert error={save.error} />
        </Stack>
      </form>
    </Modal>
  );
}
