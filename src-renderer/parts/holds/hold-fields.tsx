import { type HoldKind, holdKinds } from '#shared/holds/contract.ts';
import { freezesCosts, holdKindRules } from '#shared/holds/kinds.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import type { HoldTarget } from './hold-target.ts';
import { holdTexts as texts } from './holds.nl.ts';

/** More than so many are chosen from a list. */
const mostRadios = 6;

/** Which of several things is held. */
export function HoldTargetChoice({
  targets,
  chosen,
  onChoose,
}: {
  readonly targets: readonly HoldTarget[];
  readonly chosen: number;
  readonly onChoose: (chosen: number) => void;
}) {
  if (targets.length > mostRadios) {
    return (
      <Select
        label={texts.scope}
        searchable
        options={targets.map(({ label }, index) => ({ value: String(index), label }))}
        value={String(chosen)}
        onChange={(value) => onChoose(Number(value))}
      />
    );
  }
  return (
    <RadioGroup
      label={texts.scope}
      options={targets.map(({ label, isName }, index) => ({
        value: String(index),
        label: isName ? <PersonName>{label}</PersonName> : label,
      }))}
      value={String(chosen)}
      onChange={(value) => onChoose(Number(value))}
    />
  );
}

/** The kind, with one line of what it means. */
export function HoldKindSelect({
  kind,
  onChange,
}: {
  readonly kind: HoldKind;
  readonly onChange: (kind: HoldKind) => void;
}) {
  return (
    <Select
      label={texts.kind}
      description={holdKindRules[kind].explanation}
      options={holdKinds.map((value) => ({ value, label: holdKindRules[value].name }))}
      value={kind}
      onChange={(value) => {
        if (value !== null) onChange(value);
      }}
    />
  );
}

/** Whether costs and interest stand still; the law leaves no choice for some kinds. */
export function FreezesCosts({
  kind,
  chosen,
  onChange,
}: {
  readonly kind: HoldKind;
  /** Undefined: as the kind has it. */
  readonly chosen: boolean | undefined;
  readonly onChange: (freezes: boolean) => void;
}) {
  const isAlways = holdKindRules[kind].freezesCosts === 'always';
  return (
    <Checkbox
      label={isAlways ? texts.freezesAlways : texts.freezes}
      checked={freezesCosts(kind, chosen)}
      disabled={isAlways}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
