import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { filledText, type Language, language } from '#shared/api/schemas.ts';
import { withChips } from '#shared/correspondence/chips.ts';
import { tone, type Tone } from '#shared/correspondence/contract.ts';
import { type RichText, richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { resourcePath } from '#main/adapters/app-root.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { insertText, insertTextVersion, newestVersions, shippedTextIds } from './text-queries.ts';

/** A paragraph, or the items of a bulleted list. */
const shippedBlock = z.union([filledText(2000), z.array(filledText(500)).min(1)]);
const shippedFile = z.object({
  key: filledText(40),
  name: filledText(120),
  tone,
  versions: z.record(language, z.object({ subject: filledText(200), body: z.array(shippedBlock).min(1) })),
});

export type ShippedText = {
  readonly key: string;
  readonly name: string;
  readonly tone: Tone;
  readonly versions: readonly { readonly language: Language; readonly subject: string; readonly body: RichText }[];
};

/** The texts in resources/texts, each in three languages, in the order of their file names. */
export function readShippedTexts(): ShippedText[] {
  const folder = resourcePath('texts');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = shippedFile.parse(JSON.parse(readFileSync(resourcePath('texts', name), 'utf8')));
      const versions = language.options.map((language) => {
        const { subject, body } = file.versions[language];
        return { language, subject, body: withChips(toRichText(body)) };
      });
      return { key: file.key, name: file.name, tone: file.tone, versions };
    });
}

function toRichText(blocks: readonly z.infer<typeof shippedBlock>[]): RichText {
  return {
    type: 'doc',
    content: blocks.flatMap((block) =>
      typeof block === 'string'
        ? richTextFromPlain(block).content
        : {
            type: 'bulletList' as const,
            content: block.map((text) => ({
              type: 'listItem' as const,
              content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
            })),
          },
    ),
  };
}

/** Under this name stands what came with Openstaand; anything else was written by a school. */
const shippedAuthor = 'Openstaand';

/**
 * Puts the shipped texts in the database, for every school, and gives those that nobody changed their newest words; what a
 * school wrote itself stays. Inside the command of a set-up it is part of that command, alone it is one of its own.
 */
export function installShippedTexts(context: Context): void {
  if (context.store.sql.inTransaction) {
    install(context);
    return;
  }
  runCommand(context, () => {
    const keys = install(context);
    return { result: undefined, audit: { command: 'correspondence.installShippedTexts', detail: { keys } } };
  });
}

/** Answers the keys of the texts that are new or got other words. */
function install(context: Context): string[] {
  const present = shippedTextIds(context.store);
  const newest = newestVersions(context.store, null);
  const at = context.clock.now();
  return readShippedTexts().flatMap(({ key, name, tone, versions }) => {
    const known = present.get(key);
    const textId = known ?? insertText(context.store, { name, tone, schoolId: null, shippedKey: key, at });
    const changed = versions.flatMap((version) => {
      const last = (newest.get(textId) ?? []).find(({ language }) => language === version.language);
      if (last && (last.author !== shippedAuthor || isSame(last, version))) return [];
      return [{ ...version, textId, version: (last?.version ?? 0) + 1, author: shippedAuthor, at }];
    });
    for (const version of changed) insertTextVersion(context.store, version);
    return changed.length > 0 ? [key] : [];
  });
}

type Words = { readonly subject: string; readonly body: RichText };

function isSame(one: Words, other: Words): boolean {
  return JSON.stringify([one.subject, one.body]) === JSON.stringify([other.subject, other.body]);
}
