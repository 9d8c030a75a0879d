import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { systemClock } from '#main/adapters/clock.ts';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import { silentLog } from '#main/adapters/log.ts';
import { type Application, openApplication } from '#main/api/application.ts';
import type { ContractRouter } from '#main/api/implementer.ts';
import { router } from '#main/api/router.ts';
import { openStore } from '#main/store/open.ts';

/** The contract, called in this process with everything the edge does. A name of its own, because written out it is too long for the compiler. */
export interface TestApi extends RouterClient<ContractRouter> {}

export type TestApplication = Application & {
  readonly api: TestApi;
  readonly folder: string;
};

/** A fresh application on a database of its own in a temporary folder, or on the one that is in the folder given. */
export async function testApplication(
  asOf = '2026-11-20',
  folder = temporaryFolder(),
  clock = systemClock(asOf),
): Promise<TestApplication> {
  const databasePath = join(folder, 'test.sqlite');
  if (!existsSync(databasePath)) copyFileSync(await emptyDatabase(), databasePath);
  const application = await openApplication({
    databasePath,
    secrets: fileSecrets(folder),
    clock,
    log: silentLog,
    actor: 'test',
    mayReadPaths: true,
  });
  return {
    ...application,
    api: createRouterClient(router, { context: application.context }),
    folder,
    close: async () => {
      await application.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let empty: Promise<string> | undefined;

/** A database in which nothing happened yet, closed. It is made once in each process; that making one works is proven in test/store. */
function emptyDatabase(): Promise<string> {
  empty ??= (async () => {
    const store = await openStore(join(temporaryFolder(), 'empty.sqlite'));
    store.close();
    return store.path;
  })();
  return empty;
}

const folders = new Set<string>();
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own below the system's temporary one; gone when the tests of this file end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'openstaand-'));
  folders.add(folder);
  return folder;
}
