import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { computerUser } from '#main/access/caller.ts';
import { type Clock, systemClock } from '#main/adapters/clock.ts';
import { consoleLog, type Log } from '#main/adapters/log.ts';
import type { Secrets } from '#main/adapters/secrets.ts';
import { settleInterrupted } from '#main/correspondence/deliver.ts';
import { Jobs } from '#main/jobs/jobs.ts';
import { openStore } from '#main/store/open.ts';
import type { Context } from './context.ts';

export type ApplicationOptions = {
  readonly databasePath: string;
  readonly secrets: Secrets;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly actor?: string;
  readonly mayReadPaths?: boolean;
};

export type Application = { readonly context: Context; readonly close: () => Promise<void> };

/** Opens the store and puts together what every root serves. */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const log = options.log ?? consoleLog;
  const dataFolder = dirname(options.databasePath);
  mkdirSync(dataFolder, { recursive: true });
  const store = await openStore(options.databasePath);
  const jobs = new Jobs(log);
  const actor = options.actor ?? userInfo().username;
  const context: Context = {
    store,
    clock: options.clock ?? systemClock(),
    actor,
    caller: computerUser(actor),
    dataFolder,
    secrets: options.secrets,
    jobs,
    log,
    mayReadPaths: options.mayReadPaths ?? false,
  };
  settleInterrupted(context);
  return {
    context,
    close: async () => {
      await jobs.close();
      store.close();
    },
  };
}

/** Where the database lives when nobody says otherwise. */
export function defaultDatabasePath(environment: NodeJS.ProcessEnv, home: string): string {
  const base =
    environment['OPENSTAAND_DATA'] ??
    environment['APPDATA'] ??
    environment['XDG_DATA_HOME'] ??
    join(home, '.local', 'share');
  return join(base, 'Openstaand', 'openstaand.sqlite');
}
