import { useEffect, useEffectEvent } from 'react';

/** Ctrl+Enter does the one next step of a screen, from wherever the keyboard is in it; a dialog on top has its own. */
export function useConfirmKey(confirm: () => void): void {
  const onConfirm = useEffectEvent(confirm);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      onConfirm();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
