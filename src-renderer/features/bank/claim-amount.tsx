import { useState } from 'react';
import { formatCents, formatCentsPlain, parseAmount } from '#shared/money/cents.ts';
import { TextInput } from '#renderer/ui/text-input.tsx';
import classes from './bank.module.css';
import { lineTexts as texts } from './bank-line.nl.ts';
import type { Claim } from './division.ts';

/** What of the money goes to one claim: never more than it has open. */
export function ClaimAmount({
  claim,
  cents,
  onCents,
}: {
  readonly claim: Claim;
  /** Null while nothing readable is filled in. */
  readonly cents: number | null;
  readonly onCents: (cents: number | null) => void;
}) {
  const [typed, setTyped] = useState({ text: asText(cents), cents });
  // An amount that was filled in from elsewhere takes the place of what was typed.
  const text = typed.cents === cents ? typed.text : asText(cents);
  function change(next: string): void {
    const parsed = parseAmount(next);
    const read = parsed.ok && parsed.cents > 0 ? parsed.cents : null;
    setTyped({ text: next, cents: read });
    onCents(read);
  }
  return (
    <TextInput
      aria-label={texts.claimAmount(claim.number)}
      inputMode="decimal"
      autoComplete="off"
      w={112}
      value={text}
      classNames={{ input: classes['amountInput'] ?? '' }}
      error={
        cents === null
          ? texts.amountWrong
          : cents > claim.openCents
            ? texts.tooMuchFor(formatCents(claim.openCents))
            : null
      }
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function asText(cents: number | null): string {
  return cents === null ? '' : formatCentsPlain(cents);
}
