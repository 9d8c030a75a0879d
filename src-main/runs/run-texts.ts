import { Problem } from '#shared/api/problem.ts';
import { type SendableText, sendableText } from '#main/correspondence/text-versions.ts';
import type { Store } from '#main/store/store.ts';

/** Reads each text of a run once; null: none was chosen, or it does not exist. */
export function runTexts(store: Store): (textId: number | null) => SendableText | null {
  const known = new Map<number, SendableText | null>();
  return (textId) => {
    if (textId === null) return null;
    const text = known.get(textId);
    if (text !== undefined) return text;
    const read = textOrNull(store, textId);
    known.set(textId, read);
    return read;
  };
}

function textOrNull(store: Store, textId: number): SendableText | null {
  try {
    return sendableText(store, textId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
