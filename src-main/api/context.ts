import type { Caller } from '#main/access/caller.ts';
import type { Session } from '#main/access/session.ts';
import type { Clock } from '#main/adapters/clock.ts';
import type { Log } from '#main/adapters/log.ts';
import type { Secrets } from '#main/adapters/secrets.ts';
import type { Jobs } from '#main/jobs/jobs.ts';
import type { Store } from '#main/store/store.ts';

/** Everything a handler may touch. A root makes one and hands it to every call. */
export type Context = {
  readonly store: Store;
  readonly clock: Clock;
  /** Who is at the keyboard, as the audit trail names them. */
  readonly actor: string;
  /** The same, with what they may do. During a call it stays as it was when the call began. */
  readonly caller: Caller;
  /** The one keyboard of this process. */
  readonly session: Session;
  /** Folder of the database, with documents, staged files and backups beside it. */
  readonly dataFolder: string;
  readonly secrets: Secrets;
  readonly jobs: Jobs;
  readonly log: Log;
  /** Only the terminal may name files on disk by path. */
  readonly mayReadPaths: boolean;
};
