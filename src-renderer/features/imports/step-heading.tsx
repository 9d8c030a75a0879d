import { useEffect, useRef } from 'react';
import classes from './imports.module.css';

/** The title of a step. The keyboard and the screen reader go there when the step opens. */
export function StepHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} data-keeps-focus className={classes['heading']}>
      {children}
    </h2>
  );
}
