import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import classes from './link.module.css';

/** The router adds classes too (`active`), so ours stands beside whatever comes. */
function BareLink({
  ref,
  children,
  className,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> }) {
  return (
    <a ref={ref} {...rest} className={[classes['link'], className].filter(Boolean).join(' ')}>
      {children}
    </a>
  );
}

/** A link to another screen: `<Link to="/dossiers/$householdId" params={{ householdId: '12' }}>`. */
export const Link = createLink(BareLink);
