import { IconChevronDown } from '@tabler/icons-react';
import { Button } from '#renderer/ui/button.tsx';
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx';
import { bookingTexts as texts } from './booking.nl.ts';

/** *Boeken*: what can be booked on what stands on the screen. `null` is a dividing line. */
export function BookingMenu({ items }: { readonly items: readonly (MenuItem | null)[] }) {
  return (
    <Menu
      label={texts.bookMenu}
      target={<Button rightIcon={<IconChevronDown size={14} stroke={1.8} aria-hidden />}>{texts.bookMenu}</Button>}
      items={items}
    />
  );
}
