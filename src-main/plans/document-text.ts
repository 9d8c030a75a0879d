import type { ComposableText } from '#shared/correspondence/compose.ts';
import type { Context } from '#main/api/context.ts';
import { installShippedTexts, readShippedTexts } from '#main/correspondence/shipped-texts.ts';
import { shippedTextIds } from '#main/correspondence/text-queries.ts';
import { type SendableText, sendableText } from '#main/correspondence/text-versions.ts';
import type { Store } from '#main/store/store.ts';

export type PlanTextKey = 'planDocument' | 'instalmentReminder';

/** The text in every language it has, as the school changed it; what came with Openstaand when it is not in the store yet. */
export function planTextVersions(store: Store, key: PlanTextKey): readonly ComposableText[] {
  const textId = shippedTextIds(store).get(key);
  if (textId !== undefined) return sendableText(store, textId).versions;
  return readShippedTexts().find((text) => text.key === key)?.versions ?? [];
}

/** The text to send: put in the store first where an earlier Openstaand made the data. */
export function planText(context: Context, key: PlanTextKey): SendableText {
  if (!shippedTextIds(context.store).has(key)) installShippedTexts(context);
  const textId = shippedTextIds(context.store).get(key);
  if (textId === undefined) throw new Error(`No text ${key} came with Openstaand`);
  return sendableText(context.store, textId);
}
