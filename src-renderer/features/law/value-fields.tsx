import type { LawName } from '#shared/law/contract.ts';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import classes from './law.module.css';
import { lawTexts as texts } from './law.nl.ts';
import { type SliceDraft, type ValueDraft, valueFields } from './value-draft.ts';

type Props = {
  readonly name: LawName;
  readonly draft: ValueDraft;
  readonly onChange: (draft: ValueDraft) => void;
  readonly disabled: boolean;
  readonly error: string | null;
};

/** The value of a row as its table wants it: a percentage, an amount, a number, a name, or slices. */
export function ValueFields(props: Props) {
  const { name, draft, onChange, disabled, error } = props;
  if (name === 'lumpSumCap') return <SliceFields {...props} />;
  return (
    <TextInput
      label={valueFields[name].label}
      value={draft.text}
      disabled={disabled}
      error={error}
      maxLength={80}
      autoComplete="off"
      onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
    />
  );
}

const sliceKeys = ['above', 'base', 'part'] as const;

function SliceFields({ draft, onChange, disabled, error }: Props) {
  function change(index: number, next: Partial<SliceDraft>): void {
    onChange({ ...draft, slices: draft.slices.map((slice, at) => (at === index ? { ...slice, ...next } : slice)) });
  }
  return (
    <>
      {draft.slices.map((slice, index) => (
        // A slice is nothing but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={index} className={classes['slice']}>
          <legend>{texts.value.slice(index + 1)}</legend>
          {sliceKeys.map((key) => (
            <TextInput
              key={key}
              label={texts.value[key]}
              value={slice[key]}
              // The first slice begins at nothing.
              disabled={disabled || (key === 'above' && index === 0)}
              onChange={(event) => change(index, { [key]: event.currentTarget.value })}
            />
          ))}
        </fieldset>
      ))}
      <TextInput
        label={texts.value.maximum}
        value={draft.maximum}
        disabled={disabled}
        onChange={(event) => onChange({ ...draft, maximum: event.currentTarget.value })}
      />
      {error === null ? null : <Text danger>{error}</Text>}
    </>
  );
}
