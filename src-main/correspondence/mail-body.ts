import type { LetterModel } from '#shared/correspondence/letter-model.ts';

/** Content-ID of the QR picture inside a mail; attach `qrPng(mailQrPayload(model))` under it. */
export const mailQrContentId = 'betaalcode@openstaand';

/** What the QR picture of a mail says, or null when the message has none to attach. */
export function mailQrPayload(model: LetterModel): string | null {
  for (const block of model.blocks) {
    if (block.kind === 'qr') return block.payload;
    if (block.kind === 'payment' && block.payment.qrPayload !== null) return block.payment.qrPayload;
  }
  return null;
}

/** `cid`: refers to the attached picture; `data`: the picture inside the page, for a preview; `none`: without picture. */
export type MailOptions = { readonly qr: 'cid' | 'data' | 'none' };

/** The HTML part of a mail. */
export function mailHtml(_model: LetterModel, _options: MailOptions): string {
  throw new Error('Not drawn yet');
}

/** The plain text part of a mail, saying the same. */
export function mailText(_model: LetterModel): string {
  throw new Error('Not drawn yet');
}
