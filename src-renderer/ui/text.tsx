import { Text as KitText, Title as KitTitle } from '@mantine/core';
import type { ReactNode } from 'react';

export type TextProps = {
  readonly children: ReactNode;
  readonly muted?: boolean;
  readonly strong?: boolean;
  readonly danger?: boolean;
  readonly small?: boolean;
  readonly id?: string;
  readonly inline?: boolean;
};

/** Running text. */
export function Text({ children, muted, strong, danger, small, id, inline }: TextProps) {
  return (
    <KitText
      component={inline ? 'span' : 'div'}
      size={small ? 'sm' : 'md'}
      {...(id ? { id } : {})}
      {...(strong ? { fw: 600 } : {})}
      {...(danger ? { c: 'var(--os-danger)' } : muted ? { c: 'dimmed' } : {})}
    >
      {children}
    </KitText>
  );
}

/** Heading inside a page; the page's own title is level 1. */
export function Heading({
  children,
  level = 2,
  id,
}: {
  readonly children: ReactNode;
  readonly level?: 2 | 3;
  readonly id?: string;
}) {
  return (
    <KitTitle order={level} size={level === 2 ? 15 : 14} {...(id ? { id } : {})}>
      {children}
    </KitTitle>
  );
}

/** Name of a person or household: blurred when the privacy toggle is on. */
export function PersonName({ children, strong }: { readonly children: ReactNode; readonly strong?: boolean }) {
  return strong ? <strong className="os-name">{children}</strong> : <span className="os-name">{children}</span>;
}
