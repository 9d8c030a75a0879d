import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { transferRequest } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { HouseholdPicker, type PickedHousehold } from '#renderer/parts/household-picker.tsx';
import { Controller, useWatch, useZodForm } from '#renderer/ui/form.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { AmountField } from './amount-field.tsx';
import { BookingModal } from './booking-modal.tsx';
import { ClaimSelect } from './claim-select.tsx';
import { type Claim, claimsOf, findClaim, isCredit, isOwed } from './claims.ts';
import { transferTexts as texts } from './dialogs.nl.ts';
import { ReasonField } from './reason-field.tsx';
import { TransferEffect } from './transfer-effect.tsx';
import { useOutcome } from './use-outcome.ts';

/** What can leave a claim: what was received on it, or the credit that it is. */
function transferable({ paidCents, openCents }: Claim): number {
  return Math.max(paidCents, -openCents, 0);
}

/** Moves money to another claim, of this household or, with a second person, of another. */
export function TransferDialog({
  household,
  invoiceId,
  onClose,
}: {
  readonly household: HouseholdPage;
  /** The claim that the money stands on, when it is known. */
  readonly invoiceId?: number | undefined;
  readonly onClose: () => void;
}) {
  const claims = claimsOf(household);
  // Credit first, then what was paid most lately.
  const sources = claims
    .filter((claim) => transferable(claim) > 0)
    .toSorted((a, b) => Number(isCredit(b)) - Number(isCredit(a)) || b.dueDate.localeCompare(a.dueDate));
  const [where, setWhere] = useState<'within' | 'elsewhere'>('within');
  const [other, setOther] = useState<PickedHousehold | null>(null);
  const otherPage = useQuery(
    api.dossier.page.queryOptions({
      input: { householdId: other?.householdId ?? 0, withClosed: false },
      enabled: where === 'elsewhere' && other !== null,
    }),
  );
  const form = useZodForm(transferRequest, {
    ...(invoiceId !== undefined && findClaim(sources, invoiceId) ? { fromInvoiceId: invoiceId } : {}),
    reason: '',
  });
  const { control, register, formState } = form;
  const values = useWatch({ control });
  const elsewhere = where === 'elsewhere' ? (otherPage.data ?? null) : null;
  const from = findClaim(claims, values.fromInvoiceId);
  const targets = (where === 'within' ? claims : elsewhere ? claimsOf(elsewhere) : []).filter(
    // The money of one school pays nothing at another.
    (claim) =>
      isOwed(claim) && claim.invoiceId !== from?.invoiceId && (from === undefined || claim.schoolId === from.schoolId),
  );
  const to = findClaim(targets, values.toInvoiceId);
  const most = from ? transferable(from) : 0;
  const tooMuch = from !== undefined && (values.amountCents ?? 0) > most;
  const { told } = useOutcome(onClose);
  const transfer = useMutation(
    api.ledger.transfer.mutationOptions({
      onSuccess: (outcome, { amountCents }) => told(outcome, texts.done(formatCents(amountCents)), texts.what),
    }),
  );
  /** The least of what can leave and what is owed, unless another amount was typed. */
  function propose(source: Claim | undefined, target: Claim | undefined): void {
    if (!source || !target || formState.dirtyFields.amountCents) return;
    form.setValue('amountCents', Math.min(transferable(source), target.openCents));
  }
  const save = form.handleSubmit((request) => {
    if (!tooMuch) transfer.mutate(request);
  });
  const { errors } = formState;
  return (
    <BookingModal title={texts.title} confirmLabel={texts.confirm} onSubmit={save} onClose={onClose} booking={transfer}>
      <Text muted>{texts.hint}</Text>
      <Controller
        control={control}
        name="fromInvoiceId"
        render={({ field }) => (
          <ClaimSelect
            label={texts.from}
            claims={sources}
            amountOf={(claim) => texts.received(formatCents(transferable(claim)))}
            value={field.value ?? null}
            nothingFound={texts.noFrom}
            error={errors.fromInvoiceId ? texts.chooseFrom : undefined}
            onChange={(chosen) => {
              field.onChange(chosen);
              propose(findClaim(claims, chosen), to);
            }}
          />
        )}
      />
      <RadioGroup
        label={texts.where}
        horizontal
        value={where}
        onChange={(value) => {
          setWhere(value);
          form.resetField('toInvoiceId');
        }}
        options={[
          { value: 'within', label: texts.within },
          { value: 'elsewhere', label: texts.elsewhere },
        ]}
      />
      {where === 'elsewhere' ? (
        <HouseholdPicker
          label={texts.otherHousehold}
          placeholder={texts.otherPlaceholder}
          nothingFound={texts.otherNothing}
          value={other}
          onChange={(household) => {
            setOther(household);
            form.resetField('toInvoiceId');
          }}
        />
      ) : null}
      <Controller
        control={control}
        name="toInvoiceId"
        render={({ field }) => (
          <ClaimSelect
            label={texts.to}
            claims={targets}
            value={field.value ?? null}
            nothingFound={texts.noTo}
            error={errors.toInvoiceId ? texts.chooseTo : undefined}
            onChange={(chosen) => {
              field.onChange(chosen);
              propose(from, findClaim(targets, chosen));
            }}
          />
        )}
      />
      <Controller
        control={control}
        name="amountCents"
        render={({ field, fieldState }) => (
          <AmountField
            field={field}
            missing={fieldState.invalid}
            error={tooMuch ? texts.tooMuch(formatCents(most)) : null}
          />
        )}
      />
      <ReasonField field={register('reason')} error={errors.reason?.message} />
      <TransferEffect
        household={household}
        elsewhere={elsewhere}
        from={from}
        to={to}
        amountCents={tooMuch ? null : (values.amountCents ?? null)}
      />
    </BookingModal>
  );
}
