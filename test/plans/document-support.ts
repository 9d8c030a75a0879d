import { readPdf } from '#test/support/pdf.ts';
import { scanRectangles } from '#test/support/qr-code.ts';
import type { TestApplication } from '#test/support/application.ts';

/** A paper as somebody reads and scans it. */
export function readPaper(contentBase64: string) {
  const bytes = Buffer.from(contentBase64, 'base64');
  const { pages, source } = readPdf(bytes);
  const texts = pages.flatMap((page) => page.texts.map((text) => text.replaceAll('\u00a0', ' ')));
  const codes = pages.flatMap((page) => scanned(page.content));
  return { bytes, pages, source, texts, words: texts.join(' '), codes };
}

/** Every code on a page; each is a drawing of its own. */
function scanned(content: string): string[] {
  return content
    .split(/^q$/m)
    .filter((drawing) => /^\d+ \d+ \d+ 1 re$/m.test(drawing))
    .map((drawing) => scanRectangles(drawing.slice(0, drawing.indexOf('\nQ'))) ?? 'unreadable');
}

/** The amount a code asks, in cents. */
export function askedBy(code: string): number {
  return Math.round(Number(/^EUR(\d+\.\d{2})$/m.exec(code)?.[1]) * 100);
}

/** Sending goes on after the answer: this waits for it. */
export async function sent({ api }: TestApplication): Promise<void> {
  for (const { jobId } of await api.jobs.running()) await api.jobs.wait({ jobId });
}

/** One parent lives elsewhere, with an account and a language of their own. */
export function moveOut({ context }: TestApplication, payerId: number): void {
  context.store.sql
    .prepare("UPDATE payers SET street = 'Geheimstraat 9', postal_code = '8400', city = 'Oostende' WHERE id = ?")
    .run(payerId);
}
