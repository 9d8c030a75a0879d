import { useEffect, useRef } from 'react';

const signs = ['pointerdown', 'keydown', 'wheel', 'pointermove'] as const;
/** How often we look; the lock comes at most this much late. */
const lookEveryMs = 5000;

/** Locks after so many minutes without a key or the mouse; null: never. */
export function useIdleLock(minutes: number | null, lock: () => void): void {
  const latest = useRef(lock);
  useEffect(() => {
    latest.current = lock;
  });
  useEffect(() => {
    if (minutes === null) return;
    let lastSign = performance.now();
    const notice = (): void => {
      lastSign = performance.now();
    };
    for (const sign of signs) window.addEventListener(sign, notice, { passive: true });
    const timer = setInterval(() => {
      if (performance.now() - lastSign < minutes * 60_000) return;
      clearInterval(timer);
      latest.current();
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, notice);
    };
  }, [minutes]);
}
