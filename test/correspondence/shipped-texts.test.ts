import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { installShippedTexts, readShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { insertText, insertTextVersion } from '#main/correspondence/text-queries.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
beforeEach(async () => {
  application = await testApplication();
});
afterEach(() => application.close());

/** The friendly reminder as an earlier Openstaand shipped it, or as somebody made it. */
function addFriendlyReminder(author: string): number {
  const { store } = application.context;
  const at = '2026-09-01T08:00:00.000Z';
  const textId = insertText(store, {
    name: 'Vriendelijke herinnering',
    tone: 'friendly',
    schoolId: null,
    shippedKey: 'friendlyReminder',
    at,
  });
  const words = { subject: 'Bericht', body: richTextFromPlain('Wilt u betalen?') };
  for (const language of ['nl', 'fr', 'en'] as const) {
    insertTextVersion(store, { ...words, language, textId, version: 1, author, at });
  }
  return textId;
}

const newest = async (textId: number) =>
  (await application.api.correspondence.text({ textId })).versions.map(({ language, version }) => [language, version]);

describe('the shipped texts', () => {
  it('are put in once', async () => {
    installShippedTexts(application.context);
    installShippedTexts(application.context);
    const texts = await application.api.correspondence.texts();
    expect(texts.filter(({ shipped }) => shipped)).toHaveLength(readShippedTexts().length);
    for (const { textId } of texts) expect((await newest(textId)).every(([, version]) => version === 1)).toBe(true);
  });

  it('get their newest words when nobody changed them', async () => {
    const textId = addFriendlyReminder('Openstaand');
    installShippedTexts(application.context);
    expect(await newest(textId)).toEqual([
      ['nl', 2],
      ['fr', 2],
      ['en', 2],
    ]);
  });

  it('stay as the school wrote them', async () => {
    const textId = addFriendlyReminder('Els');
    installShippedTexts(application.context);
    expect(await newest(textId)).toEqual([
      ['nl', 1],
      ['fr', 1],
      ['en', 1],
    ]);
  });
});
