import { useEffect, useRef } from 'react';

const signs = ['pointerdown', 'keydown', 'wheel', 'pointermove'] as const;
/** How often we look; the lock comes at most this much late. */
const lookEveryMs = 5000;

/** Whoever writes a long note asks the server nothing, and works all the same: told at most this often. */
const tellEveryMs = 60_000;

/**
 * Locks after so many minutes without a key or the mouse; null: never. `tell` says to the server, which counts for itself,
 * that somebody is still at work.
 */
export function useIdleLock(minutes: number | null, lock: () => void, tell: () => void): void {
  const latest = useRef({ lock, tell });
  useEffect(() => {
    latest.current = { lock, tell };
  });
  useEffect(() => {
    if (minutes === null) return;
    let lastSign = performance.now();
    let lastTold = lastSign;
    const notice = (): void => {
      lastSign = performance.now();
      if (lastSign - lastTold < tellEveryMs) return;
      lastTold = lastSign;
      latest.current.tell();
    };
    for (const sign of signs) window.addEventListener(sign, notice, { passive: true });
    const timer = setInterval(() => {
      if (performance.now() - lastSign < minutes * 60_000) return;
      clearInterval(timer);
      latest.current.lock();
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, notice);
    };
  }, [minutes]);
}
