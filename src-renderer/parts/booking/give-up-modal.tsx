import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { writeOffRequest } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { Controller, useWatch, useZodForm } from '#renderer/ui/form.ts';
import { Text } from '#renderer/ui/text.tsx';
import { BookingModal } from './booking-modal.tsx';
import { type AmountClaim, amountsFit, ClaimAmounts, sumOfAmounts } from './claim-amounts.tsx';
import { claimsOf, isOwed } from './claims.ts';
import { claimAmountsTexts } from './dialogs.nl.ts';
import { GiveUpEffect } from './give-up-effect.tsx';
import { ReasonField } from './reason-field.tsx';

export type GiveUpProps = {
  readonly household: HouseholdPage;
  /** Chosen to begin with. */
  readonly invoiceIds: readonly number[];
  readonly onClose: () => void;
};

/** What every way of giving claims up asks: which of them, for how much, and why. */
const givenUp = writeOffRequest.pick({ items: true, reason: true });

/** Gives claims up: the dialog that does it says in its own words what that means, and asks one thing more. */
export function GiveUpModal({
  household,
  invoiceIds,
  onClose,
  kind,
  texts,
  sentence,
  reasonLabel,
  booking,
  onGiveUp,
  children,
}: GiveUpProps & {
  readonly kind: 'writeOff' | 'remission';
  readonly texts: { readonly title: string; readonly hint: string; readonly confirm: string };
  /** What happens, in words. */
  readonly sentence: (amount: string, claims: number) => string;
  readonly reasonLabel?: string;
  readonly booking: { readonly isPending: boolean; readonly error: unknown };
  readonly onGiveUp: (given: z.infer<typeof givenUp>) => void;
  /** The one thing more. */
  readonly children: ReactNode;
}) {
  const claims = claimsOf(household).filter(isOwed);
  const choices: readonly AmountClaim[] = claims.map(({ invoiceId, number, pupilName, billingGroup, openCents }) => ({
    invoiceId,
    number,
    pupilName,
    billingGroup,
    mostCents: openCents,
  }));
  const form = useZodForm(givenUp, {
    // Each for the whole of what is open.
    items: claims
      .filter(({ invoiceId }) => invoiceIds.includes(invoiceId))
      .map(({ invoiceId, openCents }) => ({ invoiceId, amountCents: openCents })),
    reason: '',
  });
  const { control, register, formState } = form;
  const items = useWatch({ control, name: 'items' });
  const save = form.handleSubmit((given) => {
    if (amountsFit(given.items, choices)) onGiveUp(given);
  });
  return (
    <BookingModal title={texts.title} confirmLabel={texts.confirm} onSubmit={save} onClose={onClose} booking={booking}>
      <Text muted>{texts.hint}</Text>
      <Controller
        control={control}
        name="items"
        render={({ field, fieldState }) => (
          <ClaimAmounts
            claims={choices}
            folded={invoiceIds.length > 0}
            items={field.value}
            onItems={field.onChange}
            error={fieldState.invalid && field.value.length === 0 ? claimAmountsTexts.choose : null}
          />
        )}
      />
      {children}
      <ReasonField
        {...(reasonLabel === undefined ? {} : { label: reasonLabel })}
        field={register('reason')}
        error={formState.errors.reason?.message}
      />
      <GiveUpEffect
        household={household}
        items={items}
        kind={kind}
        sentence={sentence(formatCents(sumOfAmounts(items)), items.length)}
      />
    </BookingModal>
  );
}
