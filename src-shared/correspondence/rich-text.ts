import { z } from 'zod';

/**
 * The stored body of a text: a Tiptap document reduced to what a letter and a mail can both show. Anything else is
 * refused by the schema, so no HTML, script or style can enter by this way. `variable` is a chip; `$$NAME$$` typed in
 * running text means the same.
 */
export type RichMark = { readonly type: 'bold' } | { readonly type: 'italic' } | { readonly type: 'underline' };
export type RichInline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly RichMark[] | undefined }
  | {
      readonly type: 'variable';
      readonly attrs: { readonly name: string };
      readonly marks?: readonly RichMark[] | undefined;
    }
  | { readonly type: 'hardBreak'; readonly marks?: readonly RichMark[] | undefined };
export type RichParagraph = { readonly type: 'paragraph'; readonly content?: readonly RichInline[] | undefined };
export type RichHeading = {
  readonly type: 'heading';
  readonly attrs: { readonly level: 2 | 3 };
  readonly content?: readonly RichInline[] | undefined;
};
export type RichListItem = { readonly type: 'listItem'; readonly content: readonly RichParagraph[] };
export type RichList = { readonly type: 'bulletList' | 'orderedList'; readonly content: readonly RichListItem[] };
export type RichBlock = RichParagraph | RichHeading | RichList;
export type RichText = { readonly type: 'doc'; readonly content: readonly RichBlock[] };

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('underline') }),
]);
const marks = z.array(mark).max(3).optional();
const inline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1).max(10_000), marks }),
  z.object({ type: z.literal('variable'), attrs: z.object({ name: z.string().min(1).max(60) }), marks }),
  z.object({ type: z.literal('hardBreak'), marks }),
]);
const paragraph = z.object({ type: z.literal('paragraph'), content: z.array(inline).max(500).optional() });
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: z.array(inline).max(100).optional(),
});
const listItem = z.object({ type: z.literal('listItem'), content: z.array(paragraph).min(1).max(20) });
const list = (type: 'bulletList' | 'orderedList') =>
  z.object({ type: z.literal(type), content: z.array(listItem).min(1).max(100) });

/** Many pages; a body is drawn for every message. */
const mostCharacters = 200_000;

/** Accepts a RichText and nothing else; unknown nodes, marks and attributes are refused or dropped. */
export const richText = z
  .object({
    type: z.literal('doc'),
    content: z
      .array(z.discriminatedUnion('type', [paragraph, heading, list('bulletList'), list('orderedList')]))
      .min(1)
      .max(500),
  })
  .refine((body) => JSON.stringify(body).length <= mostCharacters, 'Deze tekst is te lang.');

/** Plain paragraphs to a RichText: an empty line starts a new paragraph, a single line break is a hard break. */
export function richTextFromPlain(plain: string): RichText {
  const paragraphs = plain
    .replace(/\r\n/g, '\n')
    .trim()
    .split(/\n{2,}/);
  return { type: 'doc', content: paragraphs.map(paragraphFromPlain) };
}

function paragraphFromPlain(plain: string): RichParagraph {
  const content: RichInline[] = [];
  plain.split('\n').forEach((line, index) => {
    if (index > 0) content.push({ type: 'hardBreak' });
    if (line !== '') content.push({ type: 'text', text: line });
  });
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}
