import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { firstCode, type LetterModel } from '#shared/correspondence/letter-model.ts';
import { resourcePath } from '#main/adapters/app-root.ts';
import { type MailView, mailView } from './mail-view.ts';

/** Content-ID of the QR picture inside a mail; attach `qrPng(mailQrPayload(model))` under it. */
export const mailQrContentId = 'betaalcode@bericht';

/** What the QR picture of a mail says, or null when the message has none to attach. */
export function mailQrPayload(model: LetterModel): string | null {
  for (const block of model.blocks) {
    if (block.kind === 'qr') return block.payload;
    if (block.kind === 'payment' && block.payment.qrPayload !== null) return block.payment.qrPayload;
    const first = block.kind === 'instalments' ? firstCode(block.rows) : null;
    if (first !== null) return first;
  }
  return null;
}

/** `cid`: refers to the attached picture; `data`: the picture inside the page, for a preview; `none`: without picture. */
export type MailOptions = { readonly qr: 'cid' | 'data' | 'none' };

/** An environment of our own: the template ships with the application and nothing a user types is ever compiled. */
const environment = Handlebars.create();
let template: ((view: MailView) => string) | undefined;

function mailTemplate(): (view: MailView) => string {
  template ??= environment.compile<MailView>(readFileSync(resourcePath('templates', 'mail.hbs'), 'utf8'), {
    strict: true,
    knownHelpersOnly: true,
    preventIndent: true,
  });
  return template;
}

/** The HTML part of a mail: everything that is not ours is escaped, nothing is fetched from elsewhere. */
export function mailHtml(model: LetterModel, options: MailOptions): string {
  return mailTemplate()(mailView(model, options.qr, mailQrContentId))
    .replace(/\n{2,}/g, '\n')
    .trimStart();
}
