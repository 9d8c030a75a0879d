import type { UseFormRegisterReturn } from 'react-hook-form';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { bookingTexts as texts } from './booking.nl.ts';

/** Why this is booked; asked of everything that somebody may later ask about. */
export function ReasonField({
  field,
  error,
  label = texts.reason,
}: {
  readonly field: UseFormRegisterReturn;
  readonly error: string | undefined;
  readonly label?: string;
}) {
  return (
    <TextArea
      label={label}
      description={texts.reasonHint}
      minRows={2}
      maxLength={500}
      required
      {...field}
      error={error}
    />
  );
}
