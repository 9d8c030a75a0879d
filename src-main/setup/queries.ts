import { readSetting, saveSetting } from '#main/store/settings.ts';
import type { Store } from '#main/store/store.ts';

const demoKey = 'setup.demo';

/** Whether this database was filled with the invented school group. */
export function isDemo(store: Store): boolean {
  return readSetting(store, demoKey, null) === true;
}

export function markAsDemo(store: Store, at: string): void {
  saveSetting(store, demoKey, null, true, at);
}
