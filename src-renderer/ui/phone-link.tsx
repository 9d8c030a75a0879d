import classes from './link.module.css';

/** A telephone number that can be called from here. */
export function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a className={`${classes['link']} os-name`} href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
      {phone}
    </a>
  );
}
