import { type RefObject, useEffect, useRef } from 'react';

let isFirstScreen = true;

/**
 * After going to another screen the keyboard and the screen reader are at its heading, not lost at the top. The first
 * screen of all leaves the focus to the browser, and whoever is typing stays where they are.
 */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isTyping = document.activeElement?.matches('input, textarea, [contenteditable="true"]') ?? false;
    if (!isFirstScreen && !isTyping) heading.current?.focus({ preventScroll: true });
    isFirstScreen = false;
  }, []);
  return heading;
}
