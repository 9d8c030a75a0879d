import { PasswordInput, TextInput as KitTextInput, type TextInputProps } from '@mantine/core';

export type { TextInputProps } from '@mantine/core';

/** One line of text; works with `register(…)` of a form. `type="password"` can be shown by the user. */
export function TextInput(props: TextInputProps) {
  const { type, ...rest } = props;
  if (type === 'password') return <PasswordInput size="sm" {...(rest as object)} />;
  return <KitTextInput size="sm" {...(type ? { type } : {})} {...rest} />;
}
