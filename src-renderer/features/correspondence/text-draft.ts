import type { Language } from '#shared/api/schemas.ts';
import type { TextVersion, Tone } from '#shared/correspondence/contract.ts';
import type { RichBlock, RichInline, RichParagraph, RichText } from '#shared/correspondence/rich-text.ts';
import { tokenise } from '#shared/correspondence/tokens.ts';

export type VersionDraft = { readonly subject: string; readonly body: RichText };

/** A text while it is being edited. */
export type TextDraft = {
  readonly name: string;
  readonly tone: Tone;
  readonly versions: Readonly<Partial<Record<Language, VersionDraft>>>;
};

export const emptyBody: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };

/** A first draft: only Dutch, still empty. */
export const emptyDraft: TextDraft = { name: '', tone: 'friendly', versions: { nl: { subject: '', body: emptyBody } } };

/** A saved text as a draft: the newest version of each language. */
export function draftOf(text: {
  readonly name: string;
  readonly tone: Tone;
  readonly versions: readonly TextVersion[];
}): TextDraft {
  const versions: Partial<Record<Language, VersionDraft>> = {};
  for (const { language, subject, body } of text.versions) versions[language] = { subject, body: body as RichText };
  return { name: text.name, tone: text.tone, versions };
}

/** Replaces one spelling of an unknown variable by a known name, everywhere in the subject and the body. */
export function replaceVariable(version: VersionDraft, found: string, name: string): VersionDraft {
  const replaceIn = (inlines: readonly RichInline[] | undefined): RichInline[] | undefined =>
    inlines?.flatMap((inline): RichInline[] =>
      inline.type === 'text' ? replaceInText(inline, found, name) : [inline],
    );
  const paragraph = (block: RichParagraph): RichParagraph => ({ ...block, content: replaceIn(block.content) });
  const body: RichText = {
    type: 'doc',
    content: version.body.content.map((block): RichBlock => {
      if (block.type === 'paragraph') return paragraph(block);
      if (block.type === 'heading') return { ...block, content: replaceIn(block.content) };
      return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.map(paragraph) })) };
    }),
  };
  return { subject: version.subject.replaceAll(found, () => `$$${name}$$`), body };
}

function replaceInText(inline: Extract<RichInline, { type: 'text' }>, found: string, name: string): RichInline[] {
  return tokenise(inline.text).map((token): RichInline =>
    token.raw === found ? { type: 'variable', attrs: { name }, marks: inline.marks } : { ...inline, text: token.raw },
  );
}
