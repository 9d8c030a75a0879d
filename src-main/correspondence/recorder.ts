import type { Store } from '#main/store/store.ts';

type Waiting = { readonly run: () => void; readonly failed: (error: unknown) => void };

/** What may wait for another write to share its disk flush waits no longer than this. */
const mostDelayMs = 20;

/**
 * Writes what several connections report in the same turn as one transaction: every mark is on disk before its promise
 * resolves, and a disk flush is shared instead of paid per message. When the transaction fails, nothing of it is
 * written and everyone who waits hears so. What is written first is also on disk first.
 */
export class Recorder {
  readonly #store: Store;
  #waiting: Waiting[] = [];
  #due: NodeJS.Immediate | null = null;
  #later: NodeJS.Timeout | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** For what must be on disk before anything else happens. */
  write<Result>(work: () => Result): Promise<Result> {
    this.#due ??= setImmediate(() => this.#flush());
    return this.#add(work);
  }

  /** For what nobody waits for: it goes along with the next write, or by itself soon. */
  writeSoon<Result>(work: () => Result): Promise<Result> {
    this.#later ??= setTimeout(() => this.#flush(), mostDelayMs);
    return this.#add(work);
  }

  #add<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
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
    if (this.#due !== null) clearImmediate(this.#due);
    if (this.#later !== null) clearTimeout(this.#later);
    this.#due = null;
    this.#later = null;
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
