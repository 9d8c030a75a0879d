import { useMutation } from '@tanstack/react-query';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { refundRequest } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { isIban } from '#shared/bank/iban.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Controller, useWatch, useZodForm } from '#renderer/ui/form.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { AmountField } from './amount-field.tsx';
import { ApprovalNote } from './approval-note.tsx';
import { BookingModal } from './booking-modal.tsx';
import { bookingTexts } from './booking.nl.ts';
import { ClaimSelect } from './claim-select.tsx';
import { claimsOf, findClaim, isCredit } from './claims.ts';
import { refundTexts as texts } from './dialogs.nl.ts';
import { EffectPreview } from './effect-preview.tsx';
import { ReasonField } from './reason-field.tsx';
import { findParty, PartySelect, useParties } from './party-select.tsx';
import { RefundAccount } from './refund-account.tsx';
import { useOutcome } from './use-outcome.ts';

/** A refund as the form takes it: a transfer order needs an account that can be. */
const refundForm = refundRequest
  .refine(({ payerId, thirdPartyPayerId }) => payerId !== null || thirdPartyPayerId !== null, {
    path: ['payerId'],
    message: texts.chooseTo,
  })
  .refine(({ method, iban }) => method === 'cash' || (iban ?? '') !== '', {
    path: ['iban'],
    message: texts.ibanMissing,
  })
  .refine(({ method, iban }) => method === 'cash' || (iban ?? '') === '' || isIban(iban ?? ''), {
    path: ['iban'],
    message: texts.ibanWrong,
  });

/** Gives credit back to a payer or a body, by a transfer order or in cash. */
export function RefundDialog({
  household,
  invoiceId,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly invoiceId?: number | undefined;
  readonly onClose: () => void;
}) {
  const credits = claimsOf(household).filter(isCredit);
  const start = findClaim(credits, invoiceId) ?? credits[0];
  const parties = useParties(household);
  const form = useZodForm(refundForm, {
    ...(start ? { invoiceId: start.invoiceId, amountCents: -start.openCents } : {}),
    method: 'bank',
    payerId: household.payers.length === 1 ? (household.payers[0]?.payerId ?? null) : null,
    thirdPartyPayerId: null,
    iban: null,
    holderName: null,
    reason: '',
  });
  const { control, register, formState } = form;
  const values = useWatch({ control });
  const credit = findClaim(credits, values.invoiceId);
  const most = credit ? -credit.openCents : 0;
  const amountCents = values.amountCents ?? 0;
  const tooMuch = amountCents > most;
  const byBank = values.method === 'bank';
  const party = findParty(parties, values);
  const { told } = useOutcome(onClose);
  const refund = useMutation(
    api.ledger.refund.mutationOptions({
      onSuccess: (outcome, request) =>
        told(outcome, texts.done(formatCents(request.amountCents), request.method === 'bank'), texts.what),
    }),
  );
  const save = form.handleSubmit((request) => {
    if (tooMuch) return;
    refund.mutate(request.method === 'cash' ? { ...request, iban: null, holderName: null } : request);
  });
  const { errors } = formState;
  return (
    <BookingModal
      title={texts.title}
      confirmLabel={texts.confirm}
      onSubmit={save}
      onClose={onClose}
      booking={refund}
      disabled={credits.length === 0}
    >
      {credits.length === 0 ? <Alert>{texts.noCredit}</Alert> : <Text muted>{texts.hint}</Text>}
      <Controller
        control={control}
        name="invoiceId"
        render={({ field }) => (
          <ClaimSelect
            label={texts.from}
            claims={credits}
            value={field.value ?? null}
            nothingFound={texts.noCredit}
            error={errors.invoiceId ? texts.chooseFrom : undefined}
            onChange={(chosen) => {
              field.onChange(chosen);
              form.setValue('amountCents', -(findClaim(credits, chosen)?.openCents ?? 0));
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
      <PartySelect
        label={texts.to}
        required
        parties={parties}
        value={party}
        error={errors.payerId?.message}
        onChange={(chosen) => {
          if (!chosen) return;
          form.setValue('payerId', chosen.payerId, { shouldValidate: formState.isSubmitted });
          form.setValue('thirdPartyPayerId', chosen.thirdPartyPayerId);
          form.setValue('iban', null);
          form.setValue('holderName', chosen.name.slice(0, 70));
        }}
      />
      <Controller
        control={control}
        name="method"
        render={({ field }) => (
          <RadioGroup
            label={texts.method}
            value={field.value}
            onChange={field.onChange}
            options={[
              { value: 'bank', label: texts.methods.bank, description: texts.methodHint.bank },
              { value: 'cash', label: texts.methods.cash, description: texts.methodHint.cash },
            ]}
          />
        )}
      />
      {byBank ? (
        <RefundAccount
          key={party?.key ?? 'nobody'}
          householdId={household.householdId}
          party={party}
          iban={values.iban ?? null}
          holderName={values.holderName ?? ''}
          error={errors.iban?.message}
          onChange={(iban, holderName) => {
            form.setValue('iban', iban, { shouldValidate: formState.isSubmitted });
            form.setValue('holderName', holderName);
          }}
        />
      ) : null}
      <ReasonField field={register('reason')} error={errors.reason?.message} />
      {credit && amountCents > 0 && !tooMuch ? (
        <EffectPreview
          rows={[
            {
              key: 'credit',
              label: bookingTexts.creditOf(credit.number),
              beforeCents: most,
              afterCents: most - amountCents,
            },
          ]}
          note={<ApprovalNote schoolId={credit.schoolId} kind="refund" amountCents={amountCents} />}
        >
          <PersonName>{texts.sentence(formatCents(amountCents), party?.name ?? '…', byBank)}</PersonName>
        </EffectPreview>
      ) : null}
    </BookingModal>
  );
}
