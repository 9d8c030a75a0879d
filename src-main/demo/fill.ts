import type { DemoGroup } from '#shared/demo/group.ts';
import type { Store } from '#main/store/store.ts';
import type { FillOptions } from './fill-options.ts';
import { type Ids, makeIds } from './ids.ts';
import { writeInvoices } from './invoice-rows.ts';
import { writePeople } from './people-rows.ts';
import { writeTraces } from './trace-rows.ts';

/**
 * Writes a generated group into a store in one transaction, by prepared statements: a hundred thousand invoices are a
 * matter of seconds. Ids follow on those that are there, so a store that has schools keeps them; answers which are whose.
 */
export function fillStore(store: Store, group: DemoGroup, options: FillOptions): Ids {
  const total = group.households.length + group.payers.length + group.pupils.length + group.invoices.length;
  let done = 0;
  const step = Math.max(500, Math.ceil(total / 200));
  const count = (): void => {
    done += 1;
    if (done % step === 0 || done === total) options.progress?.(done, total);
  };
  return store.transaction(() => {
    const ids = makeIds(store, group, options.createdAt);
    writePeople(store, group, ids, options, count);
    writeInvoices(store, group, ids, options, count);
    writeTraces(store, group, ids, options);
    return ids;
  });
}
