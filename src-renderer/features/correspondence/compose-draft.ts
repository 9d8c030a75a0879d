import { useState } from 'react';
import type { MessageEdit, Selection } from '#shared/correspondence/contract.ts';

/** What was changed by hand, kept while the user looks at a dossier, the text or the settings and comes back. */
let kept: { readonly selection: string; readonly edits: MessageEdit[] } = { selection: '', edits: [] };

/** The changes to single messages of this selection; another selection starts without any. */
export function useEdits(
  selection: Selection,
): readonly [MessageEdit[], (change: (before: MessageEdit[]) => MessageEdit[]) => void] {
  const key = JSON.stringify(selection);
  const [edits, setEdits] = useState(kept.selection === key ? kept.edits : []);
  function change(next: (before: MessageEdit[]) => MessageEdit[]): void {
    setEdits((before) => {
      const edited = next(before);
      kept = { selection: key, edits: edited };
      return edited;
    });
  }
  return [edits, change];
}

/** What is changed by hand to a message, merged into the list of changes. */
export function withEdit(edits: readonly MessageEdit[], edit: MessageEdit): MessageEdit[] {
  const before = edits.find((each) => each.messageKey === edit.messageKey);
  return [...edits.filter((each) => each !== before), { ...before, ...edit }];
}

/** The message as the plan makes it: its channel and words are no longer changed; whether it is dropped stays. */
export function withoutChanges(edits: readonly MessageEdit[], messageKey: string): MessageEdit[] {
  return edits.flatMap((edit) => {
    if (edit.messageKey !== messageKey) return [edit];
    return edit.drop === true ? [{ messageKey, drop: true }] : [];
  });
}

/** For another text: the words that were changed belonged to the text before; channel and dropped stay. */
export function withoutWords(edits: readonly MessageEdit[]): MessageEdit[] {
  return edits.map(({ subject: _subject, body: _body, ...rest }) => rest);
}

export function isChanged(edit: MessageEdit | undefined): boolean {
  return edit?.channel !== undefined || edit?.subject !== undefined || edit?.body !== undefined;
}
