import { useSyncExternalStore } from 'react';

/** A value that several parts of the screen share and that survives a reload of this tab or this computer. */
type Stored<Value> = {
  readonly get: () => Value;
  readonly set: (value: Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Reads with `read` whatever was stored before; anything unreadable counts as nothing stored. */
export function createStored<Value>(storage: Storage, key: string, read: (stored: unknown) => Value): Stored<Value> {
  const listeners = new Set<() => void>();
  let value = read(parse(storage.getItem(key)));
  return {
    get: () => value,
    set: (next) => {
      value = next;
      storage.setItem(key, JSON.stringify(next));
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value, drawn again when it changes. */
export function useStored<Value>(stored: Stored<Value>): Value {
  return useSyncExternalStore(stored.subscribe, stored.get);
}

function parse(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
