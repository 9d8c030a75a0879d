import { join } from 'node:path';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { systemClock } from '#main/adapters/clock.ts';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import { silentLog } from '#main/adapters/log.ts';
import { type Application, openApplication } from '#main/api/application.ts';

/** The application over the board that a case prepared in this folder, as on a day. */
export function openBench(folder: string, asOf: PlainDate): Promise<Application> {
  return openApplication({
    databasePath: join(folder, 'bench.sqlite'),
    secrets: fileSecrets(folder),
    clock: systemClock(asOf),
    log: silentLog,
    actor: 'bench',
  });
}
