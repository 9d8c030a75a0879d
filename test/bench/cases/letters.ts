import { join } from 'node:path';
import PdfDocument from 'pdfkit';
import { encode } from 'uqr';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { resourcePath } from '#main/adapters/app-root.ts';
import { letterAssets } from '#main/correspondence/letter-assets.ts';
import { letterPdf } from '#main/correspondence/letter-pdf.ts';
import { type SendingOffice, sendingOffice } from '#test/support/sending.ts';
import { type BenchCase, measure } from '../frame.ts';

const letters = 500;

/** Letters with five invoices and a code: drawn as one file, and from the selection to what the printer gets. */
export const lettersCase: BenchCase = {
  name: 'letters',
  size: '500 letters, five invoices and a QR code each',
  prepare: async () => {},
  run: async (_, scale) => {
    const office = await sendingOffice(null);
    const send = sender(office, scale);
    const firstBatch = await send();
    const models = office.store.sql
      .prepare('SELECT model FROM messages WHERE batch_id = ? ORDER BY id')
      .pluck()
      .all(firstBatch)
      .map((model) => JSON.parse(model as string) as LetterModel);
    if (models.length !== letters * scale) throw new Error(`${models.length} letters`);
    const [one = 0, bareOne = 0, whole = 0, bareWhole = 0] = await measure(
      [
        () => letterPdf(models, letterAssets(office.store)),
        () => bareFile(models),
        async () => printed(office, await send()),
        // Bare pdfkit would read the fonts again for each file and take minutes; drawing everything twice is the least.
        async () => {
          await bareFile(models);
          await bareFile(models);
        },
      ],
      3,
      1,
    );
    await office.application.close();
    return [
      { name: 'one file', ours: one, raw: bareOne, wanted: '≤ 1,5×, ~4 s' },
      { name: 'sent and printed: each on its own, and one file', ours: whole, raw: bareWhole, wanted: '' },
    ];
  },
  memory: async (_, scale) => {
    const office = await sendingOffice(null);
    const send = sender(office, scale);
    await printed(office, await send());
    await office.application.close();
  },
};

/** Sends to the same families each time, as a new batch; answers its id. */
function sender(office: SendingOffice, scale: number): () => Promise<number> {
  const householdIds = addFamilies(office, letters * scale);
  let batch = 0;
  return async () => {
    batch += 1;
    const { jobId, batchId } = await office.api.correspondence.send({
      selection: { grouping: 'household', keys: householdIds },
      textId: office.textId,
      requestKey: `bench-${batch}`,
    });
    await finished(office, jobId);
    return batchId;
  };
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

/**
 * The same texts on the same paper by pdfkit alone: every text of the letter is placed once, tagged, with the same fonts
 * and the code as rectangles; nothing is laid out, wrapped with care, or checked.
 */
function bareFile(models: readonly LetterModel[]): Promise<Buffer> {
  const document = new PdfDocument({
    size: 'A4',
    margin: 50,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'nl',
    autoFirstPage: false,
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  document.registerFont('regular', join(resourcePath('fonts', 'OpenSans-Regular.ttf')));
  document.registerFont('bold', join(resourcePath('fonts', 'OpenSans-Bold.ttf')));
  const root = document.struct('Document');
  document.addStructure(root);
  for (const model of models) {
    document.addPage();
    const texts = textsOf(model);
    for (const [index, text] of texts.entries()) {
      root.add(
        document.struct('P', {}, () => {
          const place = { x: 50 + (index % 5) * 100, y: 50 + Math.floor(index / 5) * 16 };
          document.font(index % 7 === 0 ? 'bold' : 'regular').fontSize(9);
          document.text(text, place.x, place.y, { lineBreak: false });
        }),
      );
    }
    root.add(document.struct('Figure', { alt: 'QR' }, () => drawCode(document)));
  }
  root.end();
  document.end();
  return ended;
}

/** Every text of the model, however deep, in order. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 1 ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsOf);
}

function drawCode(document: PDFKit.PDFDocument): void {
  const payload = 'BCD\n002\n1\nSCT\n\nBasisschool De Wilg\nBE68539007547034\nEUR156.00\n\n\n+++202/5001/23437+++';
  encode(payload, { ecc: 'M', border: 0 }).data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) document.rect(400 + x * 2, 650 + y * 2, 2, 2);
    });
  });
  document.fill('#000000');
}
