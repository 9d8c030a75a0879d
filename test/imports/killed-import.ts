import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { testApplication } from '#test/support/application.ts';
import { importGiven, readGiven, withSchools } from './importing.ts';
import { openItems, threePupils } from './open-items.ts';

/** Run by stopping.test.ts in a process of its own: imports many invoices and is killed while it writes. */
const application = await withSchools(await testApplication('2026-11-20', process.argv[2] ?? ''));
// Who is killed never gets to keep what it compiled for the next one.
flushCompileCache();
await importGiven(application, threePupils);
const many = openItems(...Array.from({ length: 20_000 }, (_, index) => [`X${index}`, '101', '', '', '10,00', '10,00']));
const read = await readGiven(application, many);
const request = { fileId: read.fileId, kind: read.kind, schoolId: null, mapping: read.mapping };
const { jobId } = await application.api.imports.commit(request);
for (let said = false; application.context.jobs.status(jobId).state === 'running';) {
  const { done, total } = application.context.jobs.status(jobId);
  if (!said && total > 0 && done === total) {
    said = true;
    // Every row is decided; the transaction comes next and lets nothing else run until it ends.
    writeSync(1, 'writing\n');
  }
  await new Promise((resolve) => setImmediate(resolve));
}
writeSync(1, 'done\n');
