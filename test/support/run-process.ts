import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import { silentLog } from '#main/adapters/log.ts';
import { openApplication } from '#main/api/application.ts';
import { send } from '#main/runs/send.ts';
import { clockFrom } from './clock.ts';

// A process of its own that carries a run out once it is told to on its input: the tests kill it at any moment.
const [folder = '', asOf = '', runId = ''] = process.argv.slice(2);
const application = await openApplication({
  databasePath: join(folder, 'test.sqlite'),
  secrets: fileSecrets(folder),
  clock: clockFrom(asOf, '09:00'),
  log: silentLog,
  actor: 'run process',
});
// Who is killed never gets to keep what it compiled for the next one.
flushCompileCache();
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.unref?.();
const { jobId } = send(application.context, Number(runId));
const job = await application.context.jobs.wait(jobId);
process.stdout.write(`${JSON.stringify(job)}\n`);
await application.close();
process.exit(0);
