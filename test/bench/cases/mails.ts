import { createTransport } from 'nodemailer';
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import { sendAndWait, sendingOffice, smallFamily } from '#test/support/sending.ts';
import { startSmtpServer } from '#test/support/smtp.ts';
import { type BenchCase, type Figure, measure, roundsAt } from '../frame.ts';

const mails = 500;

/** E-mails to a real server on this computer, each recorded before and after it leaves. */
export const mailsCase: BenchCase = {
  name: 'e-mails',
  size: '500 e-mails to a local server',
  prepare: async () => {},
  run: async (_, scale) => {
    const { server, office, householdIds, send, close } = await readyToSend(scale);
    await send();
    if (server.received.length !== mails * scale) throw new Error(`${server.received.length} e-mails`);
    const [row] = (await office.api.correspondence.outbox({ limit: 1 })).messages;
    const message = await office.api.correspondence.message({ messageId: row?.messageId ?? 0 });
    const ready = bareCode(0);
    const bareWork = (code: (number: number) => Buffer) => (): Promise<void> =>
      bareMails(server.port, householdIds.length, message, code);
    const works = [send, bareWork(bareCode), bareWork(() => ready)];
    const [ours = 0, bare = 0, bareWithoutCodes = 0] = await measure(
      scale === 1 ? works : works.slice(0, 2),
      ...roundsAt(scale),
    );
    await close();
    const figures: Figure[] = [{ name: 'from the selection to the last answer', ours, raw: bare, wanted: '≤ 1.5×' }];
    if (scale === 1) figures.push({ name: 'the same, beside one ready code for all', ours, raw: bareWithoutCodes });
    return figures;
  },
  memory: async (_, scale) => {
    const { send, close } = await readyToSend(scale);
    await send();
    await close();
  },
};

/** nodemailer's own pool, with texts that are ready: nothing is decided, checked again or recorded. */
async function bareMails(
  port: number,
  count: number,
  message: { readonly subject: string; readonly emailText: string; readonly emailHtml: string },
  code: (number: number) => Buffer,
): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: 3,
    maxMessages: Infinity,
  });
  await Promise.all(
    Array.from({ length: count }, (_, number) =>
      transport.sendMail({
        from: 'boekhouding@dewilg.example',
        to: `ouder${number}@voorbeeld.example`,
        subject: message.subject,
        text: message.emailText,
        html: message.emailHtml,
        attachments: [{ filename: 'qr.png', content: code(number), cid: 'qr' }],
      }),
    ),
  );
  transport.close();
}

/** Every mail has a code of its own; by the libraries for codes and pictures alone, as they come. */
function bareCode(number: number): Buffer {
  const { data } = encode(`BCD\n002\n1\nSCT\n\nBasisschool De Wilg\nBE68539007547034\nEUR25.00\n\n\n${number}`, {
    ecc: 'M',
    border: 4,
  });
  const side = data.length * 8;
  const picture = new PNG({ width: side, height: side, colorType: 0, inputColorType: 0, inputHasAlpha: false });
  picture.data = Buffer.alloc(side * side, 255);
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let line = 0; line < 8; line += 1) {
        const start = (y * 8 + line) * side + x * 8;
        picture.data.fill(0, start, start + 8);
      }
    }),
  );
  return PNG.sync.write(picture, { colorType: 0, inputColorType: 0, inputHasAlpha: false, filterType: 0 });
}

async function readyToSend(scale: number) {
  const server = await startSmtpServer();
  const office = await sendingOffice(server.settings());
  const householdIds = office.store.transaction(() =>
    Array.from({ length: mails * scale }, (_, number) => office.add(smallFamily(number + 1)).householdId),
  );
  let batch = 0;
  return {
    server,
    office,
    householdIds,
    /** The same families once more, as a new batch. */
    send: async (): Promise<void> => {
      batch += 1;
      const { job } = await sendAndWait(office, householdIds, `bench-${batch}`);
      if (job.state !== 'done') throw new Error(`${job.state}: ${job.failure}`);
    },
    close: async (): Promise<void> => {
      await office.application.close();
      await server.close();
    },
  };
}
