import { useEffect, useState } from 'react';

/**
 * A dialog that is drawn only while it is open gives the keyboard back when it goes: to what opened it, or to the heading
 * when that is gone too. The kit does so only for dialogs that stay and close.
 */
export function useFocusReturn(): void {
  const [opener] = useState(openerOf);
  useEffect(
    () => () => {
      // Whoever took the focus meanwhile (another screen, another dialog) keeps it.
      if (!isLost()) return;
      opener?.focus({ preventScroll: true });
      if (isLost()) document.querySelector('h1')?.focus({ preventScroll: true });
    },
    [opener],
  );
}

/** What has the focus, or for a line of a menu the button that the menu belongs to. */
function openerOf(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  const opener = menu ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : active;
  return opener instanceof HTMLElement ? opener : null;
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
