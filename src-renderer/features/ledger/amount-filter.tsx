import { type FormEvent, useState } from 'react';
import { formatCents, formatCentsPlain, parseAmount } from '#shared/money/cents.ts';
import type { OpenItemsFilter } from '#shared/ledger/contract.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PanelChip } from '#renderer/ui/filter-chip.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { openItemsTexts as texts } from './open-items.nl.ts';
import type { OpenItemsAddress } from './open-items-view.ts';

/** Open amount from, to, or both. */
export function AmountFilter({
  filter,
  setFilter,
}: {
  readonly filter: OpenItemsFilter;
  readonly setFilter: OpenItemsAddress['setFilter'];
}) {
  const { minCents: from, maxCents: to } = filter;
  const chosen =
    from !== undefined && to !== undefined
      ? `${formatCents(from)} – ${formatCents(to)}`
      : from !== undefined
        ? `≥ ${formatCents(from)}`
        : to !== undefined
          ? `≤ ${formatCents(to)}`
          : null;
  return (
    <PanelChip
      name={texts.filters.amount}
      chosen={chosen}
      clearLabel={texts.clearFilter(texts.filters.amount)}
      onClear={() => setFilter({ minCents: undefined, maxCents: undefined })}
    >
      {(close) => (
        <AmountFields
          from={from}
          to={to}
          onApply={(minCents, maxCents) => {
            setFilter({ minCents, maxCents });
            close();
          }}
        />
      )}
    </PanelChip>
  );
}

function AmountFields({
  from,
  to,
  onApply,
}: {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly onApply: (from: number | undefined, to: number | undefined) => void;
}) {
  const [fromText, setFromText] = useState(from === undefined ? '' : formatCentsPlain(from));
  const [toText, setToText] = useState(to === undefined ? '' : formatCentsPlain(to));
  const parsedFrom = optionalAmount(fromText);
  const parsedTo = optionalAmount(toText);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (parsedFrom.ok && parsedTo.ok) onApply(parsedFrom.cents, parsedTo.cents);
  }
  return (
    <form onSubmit={submit}>
      <Stack gap={8}>
        <TextInput
          label={texts.amountFrom}
          value={fromText}
          onChange={(event) => setFromText(event.currentTarget.value)}
          error={parsedFrom.ok ? null : texts.amountWrong}
        />
        <TextInput
          label={texts.amountTo}
          value={toText}
          onChange={(event) => setToText(event.currentTarget.value)}
          error={parsedTo.ok ? null : texts.amountWrong}
        />
        <Button type="submit" variant="primary" disabled={!parsedFrom.ok || !parsedTo.ok}>
          {texts.apply}
        </Button>
      </Stack>
    </form>
  );
}

type OptionalAmount = { readonly ok: true; readonly cents: number | undefined } | { readonly ok: false };

function optionalAmount(text: string): OptionalAmount {
  const parsed = parseAmount(text);
  if (parsed.ok) return parsed;
  return parsed.problem === 'empty' ? { ok: true, cents: undefined } : { ok: false };
}
