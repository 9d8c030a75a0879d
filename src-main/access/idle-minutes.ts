import { z } from 'zod';
import { readSetting } from '#main/store/settings.ts';
import type { Store } from '#main/store/store.ts';

export const idleSettingsKey = 'access';
const kept = z.object({ idleMinutes: z.number().int().min(1).max(480) });
const usualIdleMinutes = 15;

/** After how many minutes without work the screen locks. */
export function readIdleMinutes(store: Store): number {
  const value = readSetting(store, idleSettingsKey, null);
  return value === undefined ? usualIdleMinutes : kept.parse(value).idleMinutes;
}
