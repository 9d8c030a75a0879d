import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { categories } from '#shared/affordability/categories.ts';
import { frequencies, type LineKind } from '#shared/affordability/contract.ts';
import { frequencyWords } from '#shared/affordability/monthly.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import classes from './affordability.module.css';
import { affordabilityTexts as texts } from './affordability.nl.ts';
import { type DraftLine, emptyLine } from './inventory-draft.ts';

const other = '*';
const everyOptions = frequencies.map((value) => ({ value, label: frequencyWords[value] }));

/** The rows of one kind, and what can be added to it. */
export function InventoryLines({
  kind,
  lines,
  onChange,
}: {
  readonly kind: LineKind;
  /** Of every kind; only those of this kind are shown. */
  readonly lines: readonly DraftLine[];
  readonly onChange: (lines: readonly DraftLine[]) => void;
}) {
  const change = (line: DraftLine, part: Partial<DraftLine>): void =>
    onChange(lines.map((one) => (one === line ? { ...one, ...part } : one)));
  const own = lines.filter((line) => line.kind === kind);
  return (
    <fieldset className={classes['group']}>
      <legend>{texts.kinds[kind]}</legend>
      {own.map((line) => (
        <div key={line.category} className={classes['line']}>
          <span>{line.label}</span>
          <AmountInput
            aria-label={texts.amountOf(line.label)}
            width="100%"
            cents={line.amountCents}
            onCents={(amountCents) => change(line, { amountCents })}
          />
          <Select
            aria-label={texts.everyOf(line.label)}
            options={everyOptions}
            value={line.every}
            onChange={(every) => every && change(line, { every })}
          />
          <IconButton
            size="sm"
            label={texts.removeLine(line.label)}
            onClick={() => onChange(lines.filter((one) => one !== line))}
          >
            <IconX size={15} aria-hidden />
          </IconButton>
        </div>
      ))}
      <AddLine kind={kind} known={own} onAdd={(category) => onChange([...lines, emptyLine(kind, category)])} />
    </fieldset>
  );
}

function AddLine({
  kind,
  known,
  onAdd,
}: {
  readonly kind: LineKind;
  readonly known: readonly DraftLine[];
  readonly onAdd: (category: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const left = categories.filter(
    (one) => one.kind === kind && known.every(({ category }) => category !== one.category),
  );
  function addTyped(): void {
    const name = typed?.trim() ?? '';
    setTyped(null);
    if (name !== '' && known.every(({ category }) => category !== name)) onAdd(name);
  }
  if (typed !== null) {
    return (
      <div className={classes['add']}>
        <TextInput
          aria-label={texts.otherName(texts.kinds[kind])}
          placeholder={texts.otherPlaceholder}
          maxLength={80}
          value={typed}
          autoFocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={addTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            addTyped();
          }}
        />
      </div>
    );
  }
  return (
    <div className={classes['add']}>
      <Select
        // Anew after each choice, so that it is empty again.
        key={known.length}
        aria-label={texts.addTo(texts.kinds[kind])}
        placeholder={texts.addPlaceholder}
        width={260}
        value={null}
        options={[
          ...left.map(({ category, label }) => ({ value: category, label })),
          { value: other, label: texts.other },
        ]}
        onChange={(category) => {
          if (category === other) setTyped('');
          else if (category !== null) onAdd(category);
        }}
      />
    </div>
  );
}
