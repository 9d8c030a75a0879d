import { createStored, useStored } from './stored.ts';

const stored = createStored<boolean>(localStorage, 'openstaand-privacy', (value) => value === true);

/** Names are blurred for a screen that others can see; pointing at a name shows it. */
export function usePrivacy(): boolean {
  return useStored(stored);
}

export function setPrivacy(on: boolean): void {
  stored.set(on);
}
