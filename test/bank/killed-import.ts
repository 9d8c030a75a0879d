import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { asFile, bankOffice, coda, referenceOf } from './banking.ts';

/** Run by import-stopping.test.ts in a process of its own: imports many lines and is killed while it books them. */
const office = await bankOffice('2026-11-20', process.argv[2] ?? '');
// Who is killed never gets to keep what it compiled for the next one.
flushCompileCache();
const numbers = Array.from({ length: 3000 }, (_, index) => String(100_000 + index));
office.context.store.transaction(() => {
  office.add({
    name: 'Gezin Abeel',
    payers: [{ firstName: 'An', lastName: 'Abeel' }],
    pupils: [
      { firstName: 'Noor', lastName: 'Abeel', invoices: numbers.map((number) => ({ number, amountCents: 1000 })) },
    ],
  });
});
const bytes = coda(numbers.map((number) => ({ amountCents: 1000, reference: referenceOf(number) })));
const { fileId, fileName } = await office.api.bank.preview(asFile(bytes));
const { jobId } = await office.api.bank.import({ fileId, fileName });
for (let said = false; office.context.jobs.status(jobId).state === 'running';) {
  if (!said && office.context.jobs.status(jobId).total > 0) {
    said = true;
    // The file is read; the transaction comes next and lets nothing else run until it ends.
    writeSync(1, 'writing\n');
  }
  await new Promise((resolve) => setImmediate(resolve));
}
writeSync(1, 'done\n');
