import { IconChevronDown, IconX } from '@tabler/icons-react';
import { type ReactNode, type Ref, useState } from 'react';
import classes from './filter-chip.module.css';
import { Menu } from './menu.tsx';
import { Popover } from './popover.tsx';

type ChipProps = {
  readonly name: string;
  /** What is chosen, in words; null: not filtered. */
  readonly chosen: string | null;
  readonly clearLabel: string;
  readonly onClear: () => void;
};

/** A filter with a list of choices: a button that shows the choice, and a cross that takes it away. */
export function ChoiceChip<Value extends string>({
  options,
  onChoose,
  ...chip
}: ChipProps & {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <Chip {...chip}>
      <Menu
        position="bottom-start"
        label={chip.name}
        target={<ChipButton name={chip.name} chosen={chip.chosen} />}
        items={options.map(({ value, label }) => ({ label, onClick: () => onChoose(value) }))}
      />
    </Chip>
  );
}

/** A filter with fields of its own in a small panel; `children` gets a way to close it. */
export function PanelChip({ children, ...chip }: ChipProps & { readonly children: (close: () => void) => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <Chip {...chip}>
      <Popover
        opened={opened}
        onChange={setOpened}
        label={chip.name}
        target={<ChipButton name={chip.name} chosen={chip.chosen} onClick={() => setOpened(!opened)} />}
      >
        {children(() => setOpened(false))}
      </Popover>
    </Chip>
  );
}

/** A filter that is on or off. */
export function ToggleChip({
  name,
  on,
  onToggle,
}: {
  readonly name: string;
  readonly on: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <span className={classes['chip']} data-on={on || undefined}>
      <button type="button" className={classes['button']} aria-pressed={on} onClick={onToggle}>
        {name}
        {on ? <IconX size={14} stroke={1.8} aria-hidden /> : null}
      </button>
    </span>
  );
}

function Chip({ chosen, clearLabel, onClear, children }: ChipProps & { readonly children: ReactNode }) {
  return (
    <span className={classes['chip']} data-on={chosen !== null || undefined}>
      {children}
      {chosen === null ? null : (
        <button type="button" className={classes['clear']} aria-label={clearLabel} onClick={onClear}>
          <IconX size={14} stroke={1.8} aria-hidden />
        </button>
      )}
    </span>
  );
}

function ChipButton({
  name,
  chosen,
  ref,
  ...rest
}: {
  readonly name: string;
  readonly chosen: string | null;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick?: () => void;
}) {
  return (
    <button {...rest} ref={ref} type="button" className={classes['button']}>
      {chosen === null ? name : `${name}: ${chosen}`}
      {chosen === null ? <IconChevronDown size={14} stroke={1.8} aria-hidden /> : null}
    </button>
  );
}
