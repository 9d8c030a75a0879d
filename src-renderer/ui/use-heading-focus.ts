import { type RefObject, useEffect, useRef } from 'react';

let isFirstScreen = true;
const keepsFocus = 'input, textarea, [contenteditable="true"], [data-keeps-focus]';

/**
 * After going to another screen the keyboard and the screen reader are at its heading, not lost at the top. The first
 * screen of all leaves the focus to the browser, and whoever is typing stays where they are. A part of the screen that
 * took the focus itself (the title of a step) says so with `data-keeps-focus`.
 */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const stays = document.activeElement?.matches(keepsFocus) ?? false;
    if (!isFirstScreen && !stays) heading.current?.focus({ preventScroll: true });
    isFirstScreen = false;
  }, []);
  return heading;
}
