import { createTransport } from 'nodemailer';
import { qrPng } from '#main/correspondence/qr.ts';
import { sendAndWait, sendingOffice, smallFamily } from '#test/support/sending.ts';
import { startSmtpServer } from '#test/support/smtp.ts';
import { type BenchCase, measure } from '../frame.ts';

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
    const picture = qrPng('BCD\n002\n1\nSCT\n\nBasisschool De Wilg\nBE68539007547034\nEUR25.00');
    const bare = async (): Promise<void> => {
      const transport = createTransport({
        host: '127.0.0.1',
        port: server.port,
        ignoreTLS: true,
        pool: true,
        maxMessages: Infinity,
      });
      await Promise.all(
        householdIds.map((_, number) =>
          transport.sendMail({
            from: 'boekhouding@dewilg.example',
            to: `ouder${number}@voorbeeld.example`,
            subject: message.subject,
            text: message.emailText,
            html: message.emailHtml,
            attachments: [{ filename: 'qr.png', content: picture, cid: 'qr' }],
          }),
        ),
      );
      transport.close();
    };
    const [ours = 0, raw = 0] = await measure([send, bare], 3, 1);
    await close();
    return [{ name: 'from the selection to the last answer', ours, raw, wanted: '≤ 1,5×' }];
  },
  memory: async (_, scale) => {
    const { send, close } = await readyToSend(scale);
    await send();
    await close();
  },
};

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
