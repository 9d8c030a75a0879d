import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer/lib/errors';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from '#shared/correspondence/mail-settings.ts';

/** How long the server may take, in milliseconds. */
export type MailTimeouts = { readonly connection: number; readonly greeting: number; readonly socket: number };
export const defaultTimeouts: MailTimeouts = { connection: 20_000, greeting: 20_000, socket: 60_000 };

export type Envelope = { readonly from: string; readonly to: string };

/** What became of one message. Only `accepted` left for sure; only after `brokenAfter` nobody knows. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly response: string }
  /** The server said no, for good (5xx) or for now (4xx); the message did not leave. */
  | {
      readonly kind: 'refused';
      readonly permanent: boolean;
      readonly stage: 'sender' | 'recipient' | 'message';
      readonly response: string;
    }
  /** The connection failed before a byte of the message left. */
  | { readonly kind: 'brokenBefore'; readonly error: Error }
  /** The connection failed after the message began to leave. */
  | { readonly kind: 'brokenAfter'; readonly error: Error }
  /** We withdrew it at the last moment. */
  | { readonly kind: 'withdrawn' };

/**
 * One connection to the mail server. nodemailer's own pool is not used: it puts a message that lost its connection
 * back in the queue by itself, and reads the message before the server asked for it. Here nothing is ever repeated by
 * itself, and `mayLeave` runs at the one moment that matters: the server asked for the data, and no byte of it left.
 */
export class MailConnection {
  readonly #connection: SMTPConnection;
  #usable = true;

  private constructor(connection: SMTPConnection) {
    this.#connection = connection;
    connection.on('error', () => {
      this.#usable = false;
    });
    connection.once('end', () => {
      this.#usable = false;
    });
  }

  /** Connects and signs in; rejects with the error of nodemailer. */
  static async open(
    settings: MailSettings,
    password: string | null,
    timeouts: MailTimeouts = defaultTimeouts,
  ): Promise<MailConnection> {
    const { default: Connection } = await import('nodemailer/lib/smtp-connection');
    const connection = new Connection({
      host: settings.host,
      port: settings.port,
      secure: settings.security === 'tls',
      requireTLS: settings.security === 'starttls',
      ignoreTLS: settings.security === 'none',
      connectionTimeout: timeouts.connection,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.socket,
    });
    const opened = new MailConnection(connection);
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect((error) => {
        if (error) reject(error);
        else if (settings.user === '' || !connection.allowsAuth) resolve();
        else {
          connection.login({ user: settings.user, pass: password ?? '' }, (refusal) => {
            if (refusal) reject(refusal);
            else resolve();
          });
        }
      });
    }).catch((error: unknown) => {
      opened.close();
      throw error;
    });
    return opened;
  }

  get usable(): boolean {
    return this.#usable;
  }

  /**
   * Offers one message to the server. When the server asks for the data, `mayLeave` decides: it must have made durable
   * that the message is leaving before it answers true. After anything but `accepted` the connection is given up.
   */
  async send(envelope: Envelope, bytes: Buffer, mayLeave: () => Promise<boolean>): Promise<SendOutcome> {
    let state: 'waiting' | 'leaving' | 'withdrawn' = 'waiting';
    let failure: unknown;
    let decided: Promise<void> | undefined;
    const decide = async (): Promise<void> => {
      try {
        if (!(await mayLeave())) {
          state = 'withdrawn';
          body.destroy(new Error('Withdrawn'));
        } else if (!body.destroyed) {
          state = 'leaving';
          body.push(bytes);
          body.push(null);
        }
      } catch (error) {
        failure = error;
        body.destroy(new Error('Not decided'));
      }
    };
    const body = new Readable({
      read: () => {
        decided ??= decide();
      },
    });
    const result = await new Promise<string | NodemailerError>((resolve) => {
      this.#connection.send({ from: envelope.from, to: [envelope.to], size: bytes.length }, body, (error, info) => {
        resolve(error ?? info?.response ?? '');
      });
    });
    await decided;
    if (typeof result === 'string') return { kind: 'accepted', response: result };
    this.close();
    if (failure !== undefined) throw failure;
    // Widened again: the compiler does not see that deciding changed it.
    const reached = state as 'waiting' | 'leaving' | 'withdrawn';
    return reached === 'withdrawn' ? { kind: 'withdrawn' } : outcomeOf(result, reached === 'leaving');
  }

  /** Ends a connection in order. */
  quit(): void {
    if (this.#usable) this.#connection.quit();
    this.#usable = false;
  }

  /** Cuts the connection; a message half way is one the server must throw away. */
  close(): void {
    this.#usable = false;
    this.#connection.close();
  }
}

function outcomeOf(error: NodemailerError, leaving: boolean): SendOutcome {
  const response = error.response ?? error.message;
  // Only an answer to the message itself is certain once the message is on its way.
  if (leaving && error.code !== 'EMESSAGE') return { kind: 'brokenAfter', error };
  if (error.code !== 'EMESSAGE' && error.code !== 'EENVELOPE') return { kind: 'brokenBefore', error };
  if (error.responseCode === undefined) return { kind: 'refused', permanent: true, stage: 'message', response };
  const permanent = error.permanent === true;
  const stage = error.command === 'MAIL FROM' ? 'sender' : error.command === 'RCPT TO' ? 'recipient' : 'message';
  return { kind: 'refused', permanent, stage, response };
}
