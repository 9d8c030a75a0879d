import { type ReactNode, useState } from 'react';
import { formatCentsPlain, parseAmount } from '#shared/money/cents.ts';
import { TextInput } from '#renderer/ui/text-input.tsx';
import classes from './booking.module.css';
import { bookingTexts as texts } from './booking.nl.ts';

/** An amount as an office types it, `1.234,50`; never a sign, the kind of booking decides that. */
export function AmountInput({
  cents,
  onCents,
  onBlur,
  error,
  label,
  'aria-label': ariaLabel,
  description,
  width = 140,
  focused = false,
  required = false,
}: {
  /** Null while nothing (readable) is filled in. */
  readonly cents: number | null;
  readonly onCents: (cents: number | null) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Said when what is typed is an amount, but not one that can be. */
  readonly error?: ReactNode;
  readonly label?: ReactNode;
  readonly 'aria-label'?: string;
  readonly description?: ReactNode;
  readonly width?: number | string;
  /** In a dialog: the keyboard starts here. */
  readonly focused?: boolean;
  readonly required?: boolean;
}) {
  const [typed, setTyped] = useState({ text: asText(cents), cents });
  const [left, setLeft] = useState(false);
  // An amount that was filled in from elsewhere takes the place of what was typed.
  const text = typed.cents === cents ? typed.text : asText(cents);
  const { wrong } = readAmount(text);
  function change(next: string): void {
    const read = readAmount(next);
    setTyped({ text: next, cents: read.cents });
    setLeft(false);
    onCents(read.cents);
  }
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      w={width}
      value={text}
      required={required}
      classNames={{ input: classes['amount'] ?? '' }}
      data-autofocus={focused || undefined}
      {...(label === undefined ? {} : { label })}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      {...(description === undefined ? {} : { description })}
      error={left && wrong !== null ? wrong : wrong === null ? error : null}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        setLeft(true);
        if (typed.cents !== null && typed.cents === cents) setTyped({ text: asText(cents), cents });
        onBlur?.();
      }}
    />
  );
}

const asText = (cents: number | null): string => (cents === null ? '' : formatCentsPlain(cents));

/** What was typed, as cents, or in Dutch why it is no amount; neither when nothing was typed. */
function readAmount(text: string): { readonly cents: number | null; readonly wrong: string | null } {
  const parsed = parseAmount(text);
  const signed = /[-+−()]/.test(text);
  if (parsed.ok) return signed ? { cents: null, wrong: texts.amountNegative } : { cents: parsed.cents, wrong: null };
  if (parsed.problem === 'empty') return { cents: null, wrong: null };
  if (parsed.problem === 'tooManyDecimals') return { cents: null, wrong: texts.amountDecimals };
  return { cents: null, wrong: parsed.problem === 'ambiguous' ? texts.amountAmbiguous : texts.amountWrong };
}
