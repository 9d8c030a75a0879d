import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { letterAssets } from '#main/correspondence/letter-assets.ts';
import type { LetterAssets } from '#main/correspondence/letter/draw-letter.ts';
import { letterPdf, pilePdf } from '#main/correspondence/letter-pdf.ts';
import { prepareMessages } from '#main/correspondence/prepare.ts';
import { type SendingOffice, sendingOffice } from '#test/support/sending.ts';
import { type BenchCase, type Figure, measure, roundsAt } from '../frame.ts';

const letters = 500;

/** Letters with five invoices and a code: drawn as one file, and from the selection to what the printer gets. */
export const lettersCase: BenchCase = {
  name: 'letters',
  size: '500 letters, five invoices and a QR code each',
  prepare: async (folder, scale) => {
    const { office, models } = await readyToDraw(scale);
    writeFileSync(join(folder, 'letters.json'), JSON.stringify(models));
    await office.application.close();
  },
  run: async (_, scale) => {
    const { office, householdIds, models } = await readyToDraw(scale);
    // Only here: what it loads is no part of our memory.
    const { bareFile, listenTo } = await import('../bare-letters.ts');
    const bare = await listenTo(models);
    const ours = () => onePdf(models, letterAssets(office.store));
    const works = [ours, () => bareFile(bare, false), () => bareFile(bare, true)];
    // What pdfkit makes of tags, and of hundreds of files, is told by the first scale.
    const [one = 0, untagged = 0, tagged = 0] = await measure(
      scale === 1 ? works : works.slice(0, 2),
      ...roundsAt(scale),
    );
    const figures: Figure[] = [
      { name: 'one file, beside untagged pdfkit', ours: one, raw: untagged, wanted: '≤ 1.5×, ~4 s' },
    ];
    if (scale === 1) {
      figures.push({ name: 'one file, beside tagged pdfkit', ours: one, raw: tagged, wanted: '≤ 1.5×, ~4 s' });
      const [whole = 0] = await measure([async () => printed(office, await sent(office, householdIds))], 1, 0);
      figures.push({ name: 'sent and printed: each on its own as evidence, and one file', ours: whole, raw: null });
    }
    await office.application.close();
    return figures;
  },
  /** Drawing alone, from the words as the outbox keeps them. */
  memory: async (folder) => {
    const models = JSON.parse(readFileSync(join(folder, 'letters.json'), 'utf8')) as LetterModel[];
    await onePdf(models, { logo: () => null });
  },
};

/** Each letter drawn as it is kept, and all of them joined. */
async function onePdf(models: readonly LetterModel[], assets: LetterAssets): Promise<Buffer> {
  const [first] = models;
  if (!first) throw new RangeError('No letters');
  const letters: Buffer[] = [];
  for (const model of models) letters.push(await letterPdf(model, assets));
  return (await pilePdf(first, letters)).toBuffer();
}

async function readyToDraw(
  scale: number,
): Promise<{ office: SendingOffice; householdIds: number[]; models: LetterModel[] }> {
  const office = await sendingOffice(null);
  const householdIds = addFamilies(office, letters * scale);
  const request = {
    selection: { grouping: 'household' as const, keys: householdIds },
    textId: office.textId,
    edits: [],
  };
  const { messages } = prepareMessages(office.store, request, office.context.clock.today());
  if (messages.length !== letters * scale) throw new Error(`${messages.length} letters`);
  return { office, householdIds, models: messages.map(({ composed }) => composed.model) };
}

async function sent(office: SendingOffice, householdIds: number[]): Promise<number> {
  const { jobId, batchId } = await office.api.correspondence.send({
    selection: { grouping: 'household', keys: householdIds },
    textId: office.textId,
    requestKey: 'bench',
  });
  await finished(office, jobId);
  return batchId;
}

async function printed(office: SendingOffice, batchId: number): Promise<void> {
  const { jobId } = await office.api.correspondence.printLetters({ batchId });
  await finished(office, jobId);
}

function addFamilies(office: SendingOffice, count: number): number[] {
  return office.store.transaction(() =>
    Array.from({ length: count }, (_, family) => {
      const name = `Abeel ${family}`;
      return office.add({
        name: `Gezin ${name}`,
        payers: [{ firstName: 'Sofie', lastName: name, channel: 'letter' }],
        pupils: [
          {
            firstName: 'Noor',
            lastName: name,
            invoices: Array.from({ length: 5 }, (_, invoice) => ({
              number: `2026-${family * 5 + invoice + 1}`,
              amountCents: 2500 + invoice * 310,
              dueDate: `2026-10-${10 + invoice}`,
            })),
          },
        ],
      }).householdId;
    }),
  );
}

async function finished(office: SendingOffice, jobId: string): Promise<void> {
  const job = await office.api.jobs.wait({ jobId });
  if (job.state !== 'done') throw new Error(`${job.state}: ${job.failure}`);
}
