import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { temporaryFolder, type TestApplication, testApplication } from '#test/support/application.ts';
import { clockFrom } from '#test/support/clock.ts';
import { runDay, runOffice, type RunOffice } from '#test/support/run-office.ts';
import { type BenchCase, measure } from '../frame.ts';

const letters = 1500;

/** A run of letters from the press of *Verzenden* to the pile for the printer: decided anew, kept one by one, drawn as one. */
export const runLettersCase: BenchCase = {
  name: 'run-letters',
  size: '1.500 letters of a run, five invoices each',
  prepare: async (folder, scale) => {
    const office = await runOffice();
    addFamilies(office, letters * scale);
    await office.approvedRun();
    office.store.sql.prepare('VACUUM INTO ?').run(join(folder, 'approved.sqlite'));
    await office.application.close();
    const application = await approved(folder);
    await send(application);
    const { sql } = application.context.store;
    const models = sql.prepare('SELECT model FROM messages ORDER BY id').pluck().all() as string[];
    if (models.length !== letters * scale) throw new Error(`${models.length} letters`);
    writeFileSync(join(folder, 'letters.json'), `[${models.join()}]`);
    await application.close();
  },
  run: async (folder) => {
    const application = await approved(folder);
    const [ours = 0] = await measure([() => sendAndPrint(application)], 1, 0);
    await application.close();
    const models = JSON.parse(readFileSync(join(folder, 'letters.json'), 'utf8')) as LetterModel[];
    // Only here: what it loads is no part of our memory.
    const { bareFile, listenTo } = await import('../bare-letters.ts');
    const bare = await listenTo(models);
    const [raw = 0] = await measure([() => bareFile(bare, true)], 1, 0);
    return [{ name: 'sent and printed, beside tagged pdfkit of the pile', ours, raw, wanted: '≤ 15 s' }];
  },
  memory: async (folder) => {
    const application = await approved(folder);
    await sendAndPrint(application);
    await application.close();
  },
};

/** A copy of the run as it was approved, so that it can be carried out again. */
function approved(folder: string): Promise<TestApplication> {
  const own = temporaryFolder();
  copyFileSync(join(folder, 'approved.sqlite'), join(own, 'test.sqlite'));
  return testApplication(runDay, own, clockFrom(runDay, '09:00'));
}

async function sendAndPrint(application: TestApplication): Promise<void> {
  await send(application);
  await finished(application, await application.api.runs.printLetters({ runId: 1 }));
}

async function send(application: TestApplication): Promise<void> {
  await finished(application, await application.api.runs.send({ runId: 1 }));
}

async function finished({ api }: TestApplication, { jobId }: { readonly jobId: string }): Promise<void> {
  const job = await api.jobs.wait({ jobId });
  if (job.state !== 'done') throw new Error(`${job.state}: ${job.failure}`);
}

function addFamilies(office: RunOffice, count: number): void {
  office.store.transaction(() => {
    for (let family = 0; family < count; family += 1)
      office.add({
        name: `Gezin Abeel ${family}`,
        payers: [{ firstName: 'Sofie', lastName: `Abeel ${family}` }],
        pupils: [
          {
            firstName: 'Noor',
            lastName: `Abeel ${family}`,
            invoices: Array.from({ length: 5 }, (_, invoice) => ({
              number: `2026-${family * 5 + invoice + 1}`,
              amountCents: 2500 + invoice * 310,
              dueDate: `2026-10-${10 + invoice}`,
            })),
          },
        ],
      });
  });
}
