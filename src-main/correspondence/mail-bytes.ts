import type { MailSettings } from '#shared/correspondence/mail-settings.ts';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import { mailHtml, mailQrContentId, mailQrPayload } from './mail-body.ts';
import { mailText } from './mail-text.ts';
import { qrPng } from './qr.ts';

export type MailToCompose = {
  readonly model: LetterModel;
  readonly settings: MailSettings;
  readonly to: { readonly name: string; readonly address: string };
  /** Where answers go when the settings name nobody: the contact of the school. */
  readonly replyTo: string | null;
  /** Between the angle brackets; the same for every attempt of one message, so that a receiver can know a double. */
  readonly messageId: string;
  readonly date: string;
  /** The letter, when the school sends it along. */
  readonly pdf: Buffer | null;
};

/**
 * The exact bytes of one mail: to one recipient, without copies, with nothing about debt in a header or file name.
 * There is no Auto-Submitted header: a person pressed the button and the school wants the answers.
 */
export async function mailBytes(mail: MailToCompose): Promise<Buffer> {
  const { model, settings } = mail;
  const payload = mailQrPayload(model);
  const picture = payload === null ? [] : [{ cid: mailQrContentId, filename: 'qr.png', content: qrPng(payload) }];
  const letter =
    mail.pdf === null ? [] : [{ filename: 'brief.pdf', contentType: 'application/pdf', content: mail.pdf }];
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: { name: settings.senderName, address: settings.senderAddress },
    to: mail.to,
    replyTo: settings.replyTo ?? mail.replyTo ?? undefined,
    subject: model.subject,
    messageId: `<${mail.messageId}>`,
    date: new Date(mail.date),
    headers: { 'Content-Language': model.language },
    text: mailText(model),
    html: mailHtml(model, { qr: payload === null ? 'none' : 'cid' }),
    attachments: [...picture, ...letter],
    // What is kept as evidence is what travels: the transport finds no line end to change.
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The domain of the sender, for a Message-ID. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
