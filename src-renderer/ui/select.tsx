import { Select as KitSelect } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

export type SelectOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
};

/** Options under a heading, for a long list. */
export type SelectGroup<Value extends string> = {
  readonly group: string;
  readonly items: readonly SelectOption<Value>[];
};

export type SelectProps<Value extends string> = {
  readonly label?: ReactNode;
  readonly description?: ReactNode;
  readonly 'aria-label'?: string;
  readonly options: readonly SelectOption<Value>[] | readonly SelectGroup<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  readonly searchable?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly error?: ReactNode;
  readonly width?: number | string;
  readonly nothingFound?: string;
  readonly ref?: Ref<HTMLInputElement>;
  /** For options that the server finds: what is being typed. */
  readonly onSearchChange?: (typed: string) => void;
  /** false: every option is shown as given, because the server already filtered. */
  readonly filterLocally?: boolean;
  /** Its options hold names of people, so they are blurred with the rest. */
  readonly withNames?: boolean;
};

/** One of a few, or with `searchable` one of many. */
export function Select<Value extends string>({
  options,
  onChange,
  width,
  nothingFound,
  clearable,
  filterLocally = true,
  withNames = false,
  ...rest
}: SelectProps<Value>) {
  return (
    <KitSelect
      size="sm"
      data={options.map(asData)}
      allowDeselect={clearable ?? false}
      clearable={clearable ?? false}
      comboboxProps={{ withinPortal: true, shadow: 'md' }}
      onChange={(value: string | null) => onChange(value as Value | null)}
      {...(withNames ? { classNames: { input: 'os-name', option: 'os-name' } } : {})}
      {...(filterLocally ? {} : { filter: ({ options: given }) => given })}
      {...(width === undefined ? {} : { w: width })}
      {...(nothingFound === undefined ? {} : { nothingFoundMessage: nothingFound })}
      {...rest}
    />
  );
}

function asData<Value extends string>(option: SelectOption<Value> | SelectGroup<Value>) {
  return 'group' in option ? { group: option.group, items: [...option.items] } : option;
}
