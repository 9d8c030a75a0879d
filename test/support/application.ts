import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
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
// oxlint-disable-next-line typescript/consistent-type-definitions
export interface TestApi extends RouterClient<ContractRouter> {}

export type TestApplication = Application & {
  readonly api: TestApi;
  readonly folder: string;
};

/** An application on a database of its own: a fresh one in a temporary folder, or the one of a folder, made when it is not there. */
export async function testApplication(
  asOf = '2026-11-20',
  givenFolder?: string,
  clock = systemClock(asOf),
): Promise<TestApplication> {
  const folder = givenFolder ?? temporaryFolder();
  const databasePath = join(folder, 'test.sqlite');
  if (givenFolder === undefined) copyFileSync(await emptyDatabase(), databasePath);
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

/** A folder of its own; gone when this process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'openstaand-'));
  folders.add(folder);
  return folder;
}
