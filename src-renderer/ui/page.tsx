import { type ReactNode, useRef } from 'react';
import { kitTexts } from './kit.nl.ts';
import classes from './page.module.css';
import { useHeadingFocus } from './use-heading-focus.ts';

export type PageProps = {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** The dark bar at the foot, for a selection or the next step. */
  readonly footer?: ReactNode;
  /** The page itself does not scroll; its list does. */
  readonly fill?: boolean;
};

/** Every screen: title, one line below it, actions at the right, content, and perhaps a bar at the foot. */
export function Page({ title, subtitle, actions, children, footer, fill = false }: PageProps) {
  const heading = useHeadingFocus();
  const foot = useRef<HTMLDivElement>(null);
  return (
    <div className={classes['page']}>
      <div className={fill ? `${classes['scroll']} ${classes['fill']}` : classes['scroll']}>
        <header className={classes['header']}>
          <h1 ref={heading} tabIndex={-1} className={classes['title']}>
            {title}
          </h1>
          {actions ? <div className={classes['actions']}>{actions}</div> : null}
          {subtitle ? <div className={classes['subtitle']}>{subtitle}</div> : null}
        </header>
        {footer ? (
          // A list can hold hundreds of buttons; what is done with it stands behind them.
          <button type="button" className={classes['skip']} onClick={() => foot.current?.focus()}>
            {kitTexts.skipToFooter}
          </button>
        ) : null}
        {children}
      </div>
      {footer ? (
        <div ref={foot} tabIndex={-1} className={classes['footer']}>
          {footer}
        </div>
      ) : null}
    </div>
  );
}

/** Takes what is left of a page that does not scroll. */
export function Fill({ children }: { readonly children: ReactNode }) {
  return <div className={classes['rest']}>{children}</div>;
}

/** Words at the left and buttons at the right of the dark bar. */
export function FooterBar({ children, actions }: { readonly children: ReactNode; readonly actions: ReactNode }) {
  return (
    <>
      <div className={classes['footerText']}>{children}</div>
      <div className={classes['footerActions']}>{actions}</div>
    </>
  );
}
