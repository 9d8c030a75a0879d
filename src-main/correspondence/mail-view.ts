import {
  firstCode,
  type LetterBlock,
  type LetterInline,
  type LetterLine,
  type LetterModel,
} from '#shared/correspondence/letter-model.ts';
import { phrasesFor } from '#shared/correspondence/phrases-for.ts';
import { qrPng } from './qr.ts';

type InlineView = { readonly [Key in keyof Required<LetterInline>]: Exclude<LetterInline[Key], undefined> };
type LineView = readonly InlineView[];
type Only<Kind extends LetterBlock['kind']> = Extract<LetterBlock, { kind: Kind }>;

/** One block with every field named, because the template is strict; all but one are null. */
type BlockView = {
  readonly paragraph: { readonly lines: readonly LineView[] } | null;
  readonly heading2: { readonly line: LineView } | null;
  readonly heading3: { readonly line: LineView } | null;
  readonly bullets: { readonly items: readonly (readonly LineView[])[] } | null;
  readonly numbers: { readonly items: readonly (readonly LineView[])[] } | null;
  readonly invoices: (Only<'openInvoices'> & { readonly showDue: boolean }) | null;
  readonly payment: {
    readonly labels: Only<'payment'>['payment']['labels'];
    readonly rows: readonly { readonly label: string; readonly value: string; readonly strong: boolean }[];
    readonly picture: string | null;
    readonly alternative: string;
  } | null;
  readonly code: { readonly picture: string; readonly caption: string } | null;
  readonly instalments: (Pick<Only<'instalments'>, 'payTo' | 'rows'> & { readonly code: BlockView['code'] }) | null;
  readonly sign: Pick<Only<'signatures'>, 'statement' | 'attached'> | null;
};

export type MailView = Pick<LetterModel, 'language' | 'subject' | 'footer'> & {
  readonly sender: { readonly name: string; readonly boardName: string; readonly lines: readonly string[] };
  readonly messageFrom: string;
  readonly blocks: readonly BlockView[];
};

const nothing: BlockView = {
  paragraph: null,
  heading2: null,
  heading3: null,
  bullets: null,
  numbers: null,
  invoices: null,
  payment: null,
  code: null,
  instalments: null,
  sign: null,
};

/** The letter model in the shape the mail template reads. */
export function mailView(model: LetterModel, qr: 'cid' | 'data' | 'none', contentId: string): MailView {
  const picture = (payload: string | null): string | null => {
    if (payload === null || qr === 'none') return null;
    return qr === 'cid' ? `cid:${contentId}` : `data:image/png;base64,${qrPng(payload).toString('base64')}`;
  };
  const { sender } = model;
  return {
    language: model.language,
    subject: model.subject,
    sender: {
      name: sender.name,
      boardName: sender.boardName === sender.name ? '' : sender.boardName,
      lines: sender.lines,
    },
    messageFrom: phrasesFor(model.language).messageFrom(sender.name),
    blocks: model.blocks.map((block) => ({ ...nothing, ...blockView(block, picture) })),
    footer: model.footer,
  };
}

function blockView(block: LetterBlock, picture: (payload: string | null) => string | null): Partial<BlockView> {
  switch (block.kind) {
    case 'paragraph':
      return { paragraph: { lines: block.lines.map(lineView) } };
    case 'heading': {
      const heading = { line: lineView(block.line) };
      return block.level === 2 ? { heading2: heading } : { heading3: heading };
    }
    case 'list': {
      const list = { items: block.items.map((item) => item.map(lineView)) };
      return block.ordered ? { numbers: list } : { bullets: list };
    }
    case 'openInvoices':
      return { invoices: { ...block, showDue: block.groups.length > 0 || block.credit !== null } };
    case 'payment':
      return { payment: paymentView(block, picture) };
    case 'qr': {
      const source = picture(block.payload);
      return source === null ? {} : { code: { picture: source, caption: block.caption } };
    }
    case 'instalments':
      return { instalments: { payTo: block.payTo, rows: block.rows, code: codeOfInstalments(block, picture) } };
    case 'signatures':
      return { sign: { statement: block.statement, attached: block.attached } };
    default:
      return block satisfies never;
  }
}

/** One code is enough in a mail: the sheet that comes with it has one for each instalment. */
function codeOfInstalments(
  { rows, codeInMail }: Only<'instalments'>,
  picture: (payload: string | null) => string | null,
): BlockView['code'] {
  const source = picture(firstCode(rows));
  return source === null || codeInMail === null ? null : { picture: source, caption: codeInMail };
}

function lineView(line: LetterLine): LineView {
  return line.map(({ text, bold, italic, underline }) => ({
    text,
    bold: bold ?? false,
    italic: italic ?? false,
    underline: underline ?? false,
  }));
}

function paymentView(
  block: Only<'payment'>,
  picture: (payload: string | null) => string | null,
): NonNullable<BlockView['payment']> {
  const { payment } = block;
  const { labels } = payment;
  return {
    labels,
    rows: [
      { label: labels.amount, value: payment.amount, strong: true },
      { label: labels.beneficiary, value: payment.beneficiary, strong: false },
      { label: labels.iban, value: payment.iban, strong: true },
      { label: labels.reference, value: payment.reference, strong: true },
    ].filter((row) => row.value !== ''),
    picture: picture(payment.qrPayload),
    alternative: labels.scan,
  };
}
