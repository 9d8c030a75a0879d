import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import { systemClock } from '#main/adapters/clock.ts';
import { silentLog } from '#main/adapters/log.ts';
import { openApplication } from '#main/api/application.ts';
import { startSending } from '#main/correspondence/send.ts';

// A process of its own that goes on sending what is reserved: the tests kill it at any moment.
const [folder = '', asOf = ''] = process.argv.slice(2);
const application = await openApplication({
  databasePath: join(folder, 'test.sqlite'),
  secrets: fileSecrets(folder),
  clock: systemClock(asOf),
  log: silentLog,
  actor: 'sender process',
});
// Who is killed never gets to keep what it compiled for the next one.
flushCompileCache();
const job = await application.context.jobs.wait(startSending(application.context, { batchId: null, messageId: null }));
process.stdout.write(JSON.stringify(job));
await application.close();
