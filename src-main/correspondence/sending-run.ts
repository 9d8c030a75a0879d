import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '#shared/api/problem.ts';
import type { MailSettings } from '#shared/correspondence/mail-settings.ts';
import { isToSign, type LetterModel } from '#shared/correspondence/letter-model.ts';
import type { Context } from '#main/api/context.ts';
import type { JobHandle } from '#main/jobs/jobs.ts';
import { outsideHours } from '#main/runs/sending-hour.ts';
import { letterAssets } from './letter-assets.ts';
import { letterPdf } from './letter-pdf.ts';
import { domainOf, mailBytes } from './mail-bytes.ts';
import { refusalSentence, serverFailure } from './mail-failures.ts';
import { MailConnection, type SendOutcome } from './mailer.ts';
import { markOf, markSending, type MessageStep, moveMessage } from './outbox-marks.ts';
import { mailToSend, type MailToSend } from './outbox-queries.ts';
import { Recorder } from './recorder.ts';
import { whyWithheld } from './recheck.ts';

export type SendingResult = {
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
  readonly cancelled: number;
  /** Still reserved: cancelled half way, or the server could not be used. */
  readonly left: number;
};

/** Three at once is what the mail services of schools allow one sender. */
const mostConnections = 3;
/** Waits before the second and third try of a message the server refused for now. */
const retryDelaysMs = [1000, 4000];
/** Of a message reserved a moment ago little can have changed. */
const justReservedMs = 60_000;
/** Connections that break one after another before anything was sent. */
const mostBroken = 3;

type Waiting = { readonly messageId: number; readonly tries: number; readonly notBefore: number };

/** One run through a queue of reserved mails over a few connections. */
export class SendingRun {
  readonly #context: Context;
  readonly #server: { readonly settings: MailSettings; readonly password: string | null };
  readonly #job: JobHandle;
  readonly #recorder: Recorder;
  readonly #counts = { sent: 0, failed: 0, uncertain: 0, cancelled: 0 };
  #queue: Waiting[] = [];
  #total = 0;
  #broken = 0;
  #nextSlot = 0;
  #stopped: unknown = null;
  readonly #recording = new Set<Promise<void>>();

  constructor(
    context: Context,
    server: { readonly settings: MailSettings; readonly password: string | null },
    job: JobHandle,
  ) {
    this.#context = context;
    this.#server = server;
    this.#job = job;
    this.#recorder = new Recorder(context.store);
  }

  /** Sends until the queue is empty, the job is cancelled or the server cannot be used; the last is thrown as a Problem. */
  async send(messageIds: readonly number[]): Promise<SendingResult> {
    this.#queue = messageIds.map((messageId) => ({ messageId, tries: 0, notBefore: 0 }));
    this.#total = messageIds.length;
    const perMinute = this.#server.settings.messagesPerMinute;
    const connections = perMinute > 0 && perMinute <= 60 ? 1 : Math.min(mostConnections, messageIds.length);
    await Promise.all(Array.from({ length: connections }, () => this.#work()));
    await Promise.all(this.#recording);
    const done = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    const left = this.#total - done;
    if (this.#stopped instanceof Problem) {
      const { code, sentence } = this.#stopped;
      const waiting = left === 1 ? 'Eén e-mail staat' : `${left} e-mails staan`;
      throw new Problem(code, `${sentence} ${waiting} nog klaar; er is er geen dubbel vertrokken.`);
    }
    if (this.#stopped !== null) throw this.#stopped;
    return { ...this.#counts, left };
  }

  async #work(): Promise<void> {
    let connection: MailConnection | null = null;
    try {
      for (;;) {
        const next = await this.#next();
        if (next === null) return;
        const mail = mailToSend(this.#context.store, next.messageId);
        if (mail === null) {
          // Decided by a person since this run began.
          this.#total -= 1;
          continue;
        }
        const hour = mail.runId === null ? null : outsideHours(this.#context);
        if (hour !== null) {
          this.#stopped ??= new Problem('REFUSED', hour);
          return;
        }
        if (await this.#withheld(mail)) continue;
        if (!connection?.usable) connection = await this.#connect();
        if (connection === null) {
          this.#queue.unshift(next);
          return;
        }
        await this.#offer(connection, mail, next);
        this.#report();
      }
    } catch (error) {
      this.#stopped ??= error;
    } finally {
      connection?.quit();
    }
  }

  /** The next message whose time has come, at the pace of the settings; null: stop. */
  async #next(): Promise<Waiting | null> {
    for (;;) {
      if (this.#job.signal.aborted || this.#stopped !== null || this.#queue.length === 0) return null;
      const now = performance.now();
      const index = this.#queue.findIndex((waiting) => waiting.notBefore <= now);
      const pause = this.#nextSlot - now;
      if (index >= 0 && pause <= 0) {
        const perMinute = this.#server.settings.messagesPerMinute;
        if (perMinute > 0) this.#nextSlot = Math.max(now, this.#nextSlot) + 60_000 / perMinute;
        return this.#queue.splice(index, 1)[0] ?? null;
      }
      await sleep(Math.min(100, Math.max(5, pause)));
    }
  }

  /**
   * Reads balances and holds again of a message that waited, so that the server is not troubled with what was paid
   * meanwhile; true when it must not leave any more. The look that counts comes when the server asks for the data.
   */
  async #withheld(mail: MailToSend): Promise<boolean> {
    const { store, clock } = this.#context;
    if (Date.parse(clock.now()) - Date.parse(mail.reservedAt) < justReservedMs) return false;
    const withheld = whyWithheld(store, mail.messageId, clock.today());
    if (withheld === null) return false;
    await this.#move({ messageId: mail.messageId, from: ['reserved'], to: 'cancelled', ...withheld });
    this.#report();
    return true;
  }

  async #connect(): Promise<MailConnection | null> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await MailConnection.open(this.#server.settings, this.#server.password);
      } catch (error) {
        const first = this.#counts.sent + this.#counts.failed + this.#counts.uncertain === 0;
        if (first || attempt >= mostBroken || this.#job.signal.aborted) {
          this.#stopped ??= new Problem('UNAVAILABLE', serverFailure(error));
        }
        if (this.#stopped !== null) return null;
        await sleep(retryDelaysMs[0]);
      }
    }
  }

  async #offer(connection: MailConnection, mail: MailToSend, waiting: Waiting): Promise<void> {
    const { store } = this.#context;
    const bytes = await this.#compose(mail);
    let withheld = false;
    const outcome = await connection.send({ from: this.#server.settings.senderAddress, to: mail.address }, bytes, () =>
      this.#recorder.write(() => {
        // Connecting and greeting take time: what was booked meanwhile is seen in the transaction that lets it go.
        const mark = markOf(this.#context);
        const why = whyWithheld(store, mail.messageId, this.#context.clock.today());
        if (why === null) return markSending(store, mark, mail.messageId, bytes);
        withheld = moveMessage(store, mark, {
          messageId: mail.messageId,
          from: ['reserved'],
          to: 'cancelled',
          ...why,
        });
        return false;
      }),
    );
    if (outcome.kind !== 'brokenBefore') this.#broken = 0;
    switch (outcome.kind) {
      case 'accepted':
        this.#accepted(mail.messageId, outcome.response.slice(0, 300));
        return undefined;
      case 'refused':
        return this.#refused(mail, waiting, outcome);
      case 'brokenAfter':
        return this.#move({
          messageId: mail.messageId,
          from: ['sending'],
          to: 'uncertain',
          detail:
            'De verbinding brak af terwijl dit bericht vertrok. Kijk bij de mailserver of bij de betaler na of het aankwam.',
        });
      case 'brokenBefore':
        await this.#backToReserved(mail.messageId, 'De verbinding brak af voor het bericht vertrok.');
        this.#broken += 1;
        if (this.#broken >= mostBroken) this.#stopped ??= new Problem('UNAVAILABLE', serverFailure(outcome.error));
        this.#queue.push({ ...waiting, notBefore: performance.now() + (this.#broken - 1) * 500 });
        return undefined;
      case 'withdrawn':
        // Paid at the last moment; else another sender or a person was first.
        if (withheld) this.#counts.cancelled += 1;
        else this.#total -= 1;
        return undefined;
    }
  }

  /**
   * The connection goes on meanwhile: this is on disk together with, and never after, the mark of its next message, so
   * that at most one message of a connection is ever under way.
   */
  #accepted(messageId: number, response: string): void {
    const recorded = this.#recorder
      .writeSoon(() =>
        moveMessage(this.#context.store, markOf(this.#context), {
          messageId,
          from: ['sending'],
          to: 'sent',
          detail: response,
        }),
      )
      .then((moved) => this.#countSent(moved))
      .catch((error: unknown) => {
        this.#stopped ??= error;
      })
      .finally(() => this.#recording.delete(recorded));
    this.#recording.add(recorded);
  }

  #countSent(moved: boolean): void {
    if (moved) this.#counts.sent += 1;
    else this.#total -= 1;
    this.#report();
  }

  async #refused(
    mail: MailToSend,
    waiting: Waiting,
    outcome: Extract<SendOutcome, { kind: 'refused' }>,
  ): Promise<void> {
    const delay = retryDelaysMs[waiting.tries];
    const again = !outcome.permanent && delay !== undefined;
    if (again || outcome.stage === 'sender') {
      await this.#backToReserved(mail.messageId, outcome.response.slice(0, 300));
      this.#queue.push({ ...waiting, tries: waiting.tries + 1, notBefore: performance.now() + (delay ?? 0) });
      // Whatever is wrong with the sender is wrong for every message.
      if (!again) this.#stopped ??= new Problem('UNAVAILABLE', refusalSentence(outcome));
      return;
    }
    await this.#recorder.write(() => {
      const step = { messageId: mail.messageId, to: 'failed', detail: refusalSentence(outcome) } as const;
      moveMessage(this.#context.store, markOf(this.#context), { ...step, from: ['reserved', 'sending'] });
    });
    this.#counts.failed += 1;
  }

  async #backToReserved(messageId: number, detail: string): Promise<void> {
    await this.#recorder.write(() =>
      moveMessage(this.#context.store, markOf(this.#context), { messageId, from: ['sending'], to: 'reserved', detail }),
    );
  }

  async #move(step: MessageStep & { readonly to: 'uncertain' | 'cancelled' }): Promise<void> {
    const moved = await this.#recorder.write(() => moveMessage(this.#context.store, markOf(this.#context), step));
    if (moved) this.#counts[step.to] += 1;
    else this.#total -= 1;
  }

  async #compose(mail: MailToSend): Promise<Buffer> {
    const { settings } = this.#server;
    const model = JSON.parse(mail.model) as LetterModel;
    const pdf =
      settings.attachPdf || isToSign(model) ? await letterPdf(model, letterAssets(this.#context.store)) : null;
    return mailBytes({
      model,
      settings,
      to: { name: mail.recipientName, address: mail.address },
      replyTo: mail.replyTo,
      messageId: messageIdOf(mail, settings.senderAddress),
      date: this.#context.clock.now(),
      pdf,
    });
  }

  #report(): void {
    const done = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    this.#job.progress(done, this.#total);
  }
}

/** Follows from the row alone, so that every attempt of a message has the same; the key keeps databases apart. */
function messageIdOf(mail: MailToSend, senderAddress: string): string {
  const key = createHash('sha256').update(`${mail.requestKey}/${mail.messageId}`).digest('hex').slice(0, 24);
  return `${mail.messageId}.${key}@${domainOf(senderAddress)}`;
}
