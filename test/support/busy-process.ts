import { createRouterClient } from '@orpc/server';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileSecrets } from '#main/adapters/file-secrets.ts';
import { systemClock } from '#main/adapters/clock.ts';
import { silentLog } from '#main/adapters/log.ts';
import { openApplication } from '#main/api/application.ts';
import { router } from '#main/api/router.ts';

// A process of its own that does one thing until it is killed: fill the demo school, or keep documents and merge households.
const [folder = '', what = ''] = process.argv.slice(2);
const { context } = await openApplication({
  databasePath: join(folder, 'test.sqlite'),
  secrets: fileSecrets(folder),
  clock: systemClock('2026-11-20'),
  log: silentLog,
  actor: 'busy process',
});
const api = createRouterClient(router, { context });
// Who is killed never gets to keep what it compiled for the next one.
flushCompileCache();
process.stdout.write('started\n');
if (what === 'demo') {
  await api.jobs.wait(await api.setup.createDemo({ pupils: 2000 }));
} else {
  for (let number = 1; number < 400; number += 1) {
    const contentBase64 = Buffer.from(`document ${number} `.repeat(2000)).toString('base64');
    await api.dossier.addDocument({ householdId: 1, fileName: `${number}.txt`, contentBase64 });
    await api.people.mergeHouseholds({ fromHouseholdId: number, intoHouseholdId: number + 1 });
  }
}
process.stdout.write('done\n');
process.exit(0);
