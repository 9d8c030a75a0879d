import type { Store } from '#main/store/store.ts';

type Waiting = { readonly run: () => void; readonly failed: (error: unknown) => void };

/**
 * Writes what several connections report in the same turn as one transaction: every mark is on disk before its promise
 * resolves, and a disk flush is shared instead of paid per message. When the transaction fails, nothing of it is
 * written and everyone who waits hears so.
 */
export class Recorder {
  readonly #store: Store;
  #waiting: Waiting[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  write<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#flush());
      const outcome: { result?: Result } = {};
      this.#waiting.push({
        run: () => {
          outcome.result = work();
          this.#committed.push(() => resolve(outcome.result as Result));
        },
        failed: reject,
      });
    });
  }

  #committed: (() => void)[] = [];

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#committed = [];
    try {
      this.#store.transaction(() => {
        for (const { run } of waiting) run();
      });
    } catch (error) {
      for (const { failed } of waiting) failed(error);
      return;
    }
    for (const resolve of this.#committed) resolve();
  }
}
