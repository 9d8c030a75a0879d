import { Textarea, type TextareaProps } from '@mantine/core';

/** Several lines of text; grows with what is typed. */
export function TextArea(props: TextareaProps) {
  return <Textarea size="sm" autosize minRows={3} maxRows={12} {...props} />;
}
