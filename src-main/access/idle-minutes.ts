import { z } from 'zod';
import type { Store } from '#main/store/store.ts';

export const idleSettingsKey = 'access';
const kept = z.object({ idleMinutes: z.number().int().min(1).max(480) });
const usualIdleMinutes = 15;

/** After how many minutes without work the screen locks. */
export function readIdleMinutes(store: Store): number {
  const value = store.sql
    .prepare('SELECT value FROM settings WHERE key = ? AND school_id IS NULL')
    .pluck()
    .get(idleSettingsKey) as string | undefined;
  return value === undefined ? usualIdleMinutes : kept.parse(JSON.parse(value)).idleMinutes;
}
