import type { ReactNode } from 'react';
import { AmountInput } from './amount-input.tsx';
import { bookingTexts as texts } from './booking.nl.ts';

/** The amount of a booking form, between its `Controller` and the input. */
export function AmountField({
  field,
  missing,
  error = null,
  focused = false,
}: {
  readonly field: {
    readonly value: number | undefined;
    readonly onChange: (cents: number | undefined) => void;
    readonly onBlur: () => void;
  };
  /** The form was refused for want of it. */
  readonly missing: boolean;
  /** Why this amount cannot be; goes before `missing`. */
  readonly error?: ReactNode;
  readonly focused?: boolean;
}) {
  return (
    <AmountInput
      label={texts.amount}
      required
      focused={focused}
      cents={field.value ?? null}
      onCents={(cents) => field.onChange(cents ?? undefined)}
      onBlur={field.onBlur}
      error={error ?? (missing ? texts.amountMissing : null)}
    />
  );
}
