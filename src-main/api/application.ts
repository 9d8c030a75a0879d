import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { computerUser } from '#main/access/caller.ts';
import { type Keyboard, Session } from '#main/access/session.ts';
import { type Clock, systemClock } from '#main/adapters/clock.ts';
import { consoleLog, type Log } from '#main/adapters/log.ts';
import type { Secrets } from '#main/adapters/secrets.ts';
import { settleInterrupted } from '#main/correspondence/deliver.ts';
import { Jobs } from '#main/jobs/jobs.ts';
import { bookObligationsOfToday } from '#main/plans/obligations.ts';
import { deleteExpired } from '#main/privacy/expired.ts';
import { openStore } from '#main/store/open.ts';
import type { Context } from './context.ts';

export type ApplicationOptions = {
  readonly databasePath: string;
  readonly secrets: Secrets;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly actor?: string;
  readonly mayReadPaths?: boolean;
  /** A screen locks when nobody works; a terminal does one thing and ends. */
  readonly keyboard?: Keyboard;
};

export type Application = { readonly context: Context; readonly close: () => Promise<void> };

/** Opens the store and puts together what every root serves. */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const log = options.log ?? consoleLog;
  const dataFolder = dirname(options.databasePath);
  mkdirSync(dataFolder, { recursive: true });
  const store = await openStore(options.databasePath);
  const jobs = new Jobs(log);
  const clock = options.clock ?? systemClock();
  const computerName = options.actor ?? userInfo().username;
  const session = new Session(store, clock, computerName, options.keyboard ?? 'screen');
  const context: Context = {
    store,
    clock,
    session,
    get actor() {
      return session.caller.name;
    },
    get caller() {
      return session.caller;
    },
    dataFolder,
    secrets: options.secrets,
    jobs,
    log,
    mayReadPaths: options.mayReadPaths ?? false,
  };
  // Before anybody is at the keyboard: in the name of this computer.
  const atOpening = { ...context, actor: computerName, caller: computerUser(computerName) };
  settleInterrupted(atOpening);
  bookObligationsOfToday(atOpening);
  deleteExpired(atOpening);
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
