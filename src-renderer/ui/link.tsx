import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import classes from './link.module.css';

function BareLink({
  ref,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> }) {
  return (
    <a ref={ref} {...rest} className={rest.className ?? classes['link']}>
      {children}
    </a>
  );
}

/** A link to another screen: `<Link to="/dossiers/$householdId" params={{ householdId: '12' }}>`. */
export const Link = createLink(BareLink);
