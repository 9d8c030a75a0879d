import { createHash } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { MailSettings } from '#shared/correspondence/mail-settings.ts';

/** One mail as a real server took it in. */
export type ReceivedMail = {
  readonly from: string;
  readonly recipients: readonly string[];
  /** After transport: dots unstuffed. */
  readonly bytes: Buffer;
  readonly sha256: string;
};

export type SmtpServerOptions = {
  /** Answers 5xx or 4xx to a recipient. */
  readonly refuseRecipient?: (address: string) => { code: number; message: string } | undefined;
  /** Answers the message itself; a number is the code of a refusal. */
  readonly refuseMessage?: (mail: ReceivedMail) => { code: number; message: string } | undefined;
  /** Cuts the connection: before answering MAIL FROM, or after taking the data in without an answer. */
  readonly cutAt?: (moment: 'sender' | 'afterData', address: string) => boolean;
  /** Waits before answering the data, in milliseconds. */
  readonly answerAfterMs?: () => number;
  readonly password?: string;
  readonly secure?: boolean;
};

export type SmtpServer = {
  readonly port: number;
  /** Accepted, in the order of acceptance. */
  readonly received: readonly ReceivedMail[];
  /** Taken in and then cut off: the server has them, the sender does not know. */
  readonly takenSilently: readonly ReceivedMail[];
  readonly settings: (change?: Partial<MailSettings>) => MailSettings;
  /** Told after each mail that was taken in. */
  readonly onAccepted: (listener: () => void) => void;
  readonly read: (index: number) => Promise<Email>;
  readonly close: () => Promise<void>;
};

type Failure = Error & { responseCode: number };

function failure({ code, message }: { code: number; message: string }): Failure {
  return Object.assign(new Error(message), { responseCode: code });
}

/** A real SMTP server on a free loopback port. */
export async function startSmtpServer(options: SmtpServerOptions = {}): Promise<SmtpServer> {
  const received: ReceivedMail[] = [];
  const takenSilently: ReceivedMail[] = [];
  const sockets = new Map<number, Socket>();
  let accepted = (): void => {};
  const cut = (session: SMTPServerSession): void => {
    sockets.get(session.remotePort)?.destroy();
  };
  const server = new SMTPServer({
    secure: options.secure ?? false,
    authOptional: options.password === undefined,
    allowInsecureAuth: true,
    disabledCommands: options.secure ? [] : options.password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    disableReverseLookup: true,
    onAuth: (auth, _session, done) => {
      if (auth.password === options.password) done(null, { user: auth.username ?? '' });
      else done(failure({ code: 535, message: 'Authentication credentials invalid' }));
    },
    onMailFrom: (address, session, done) => {
      if (options.cutAt?.('sender', address.address)) cut(session);
      else done();
    },
    onRcptTo: (address, _session, done) => {
      const refusal = options.refuseRecipient?.(address.address);
      done(refusal ? failure(refusal) : undefined);
    },
    onData: (stream, session, done) => {
      takeIn(stream, (bytes) => {
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        const recipients = session.envelope.rcptTo.map((one) => one.address);
        const mail = { from, recipients, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
        const refusal = options.refuseMessage?.(mail);
        if (refusal) done(failure(refusal));
        else if (options.cutAt?.('afterData', recipients[0] ?? '')) {
          takenSilently.push(mail);
          cut(session);
        } else {
          received.push(mail);
          accepted();
          setTimeout(() => done(), options.answerAfterMs?.() ?? 0);
        }
      });
    },
  });
  server.server.on('connection', (socket: Socket) => {
    sockets.set(socket.remotePort ?? 0, socket);
    socket.on('close', () => sockets.delete(socket.remotePort ?? 0));
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received,
    takenSilently,
    settings: (change = {}) => ({
      host: '127.0.0.1',
      port,
      security: 'none',
      user: '',
      senderName: 'Basisschool De Wilg',
      senderAddress: 'boekhouding@dewilg.example',
      replyTo: null,
      messagesPerMinute: 0,
      attachPdf: false,
      ...change,
    }),
    onAccepted: (listener) => {
      accepted = listener;
    },
    read: (index) => {
      const mail = received[index];
      if (!mail) throw new Error(`The server received no mail ${index}`);
      return PostalMime.parse(mail.bytes);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Only a message that came to its end counts: a stream cut half way never gets there. */
function takeIn(stream: SMTPServerDataStream, taken: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => taken(Buffer.concat(chunks)));
}
