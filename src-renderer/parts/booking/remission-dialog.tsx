import { useMutation } from '@tanstack/react-query';
import { remissionRequest } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Controller, useWatch, useZodForm } from '#renderer/ui/form.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { BookingModal } from './booking-modal.tsx';
import { amountsFit, sumOfAmounts } from './claim-amounts.tsx';
import { remissionTexts as texts } from './dialogs.nl.ts';
import { GiveUpAmounts, type GiveUpProps, givingUp } from './give-up-amounts.tsx';
import { GiveUpEffect } from './give-up-effect.tsx';
import { ReasonField } from './reason-field.tsx';
import { useOutcome } from './use-outcome.ts';

/** Gives (part of) claims away, from the social fund or by a decision. */
export function RemissionDialog({ household, invoiceIds, onClose }: GiveUpProps) {
  const { choices, startingItems } = givingUp(household, invoiceIds);
  const form = useZodForm(remissionRequest, {
    items: startingItems,
    source: 'socialFund',
    reason: '',
  });
  const { control, register, formState } = form;
  const items = useWatch({ control, name: 'items' });
  const source = useWatch({ control, name: 'source' });
  const { told } = useOutcome(onClose);
  const remit = useMutation(
    api.ledger.remit.mutationOptions({
      onSuccess: (outcome, request) => told(outcome, texts.done(formatCents(sumOfAmounts(request.items))), texts.what),
    }),
  );
  const save = form.handleSubmit((request) => {
    if (amountsFit(request.items, choices)) remit.mutate(request);
  });
  return (
    <BookingModal title={texts.title} confirmLabel={texts.confirm} onSubmit={save} onClose={onClose} booking={remit}>
      <Text muted>{texts.hint}</Text>
      <Controller
        control={control}
        name="items"
        render={({ field, fieldState }) => (
          <GiveUpAmounts choices={choices} folded={invoiceIds.length > 0} field={field} missing={fieldState.invalid} />
        )}
      />
      <Controller
        control={control}
        name="source"
        render={({ field }) => (
          <RadioGroup
            label={texts.source}
            horizontal
            value={field.value}
            onChange={field.onChange}
            options={[
              { value: 'socialFund', label: texts.sources.socialFund },
              { value: 'decision', label: texts.sources.decision },
            ]}
          />
        )}
      />
      <ReasonField field={register('reason')} error={formState.errors.reason?.message} />
      <GiveUpEffect
        household={household}
        items={items}
        kind="remission"
        sentence={texts.sentence(formatCents(sumOfAmounts(items)), items.length, source === 'socialFund')}
      />
    </BookingModal>
  );
}
