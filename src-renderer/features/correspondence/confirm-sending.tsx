import type { MessageEdit, Preparation } from '#shared/correspondence/contract.ts';
import { confirm } from '#renderer/ui/confirm.tsx';
import { isChanged } from './compose-draft.ts';
import { composeTexts } from './compose.nl.ts';
import classes from './correspondence.module.css';

/** Says exactly what will happen, and asks. */
export function confirmSending(
  { totals, messages }: Preparation,
  { edits, textName }: { readonly edits: readonly MessageEdit[]; readonly textName: string },
): Promise<boolean> {
  const leaving = new Set(messages.filter(({ dropped }) => !dropped).map(({ messageKey }) => messageKey));
  const changed = edits.filter((edit) => isChanged(edit) && leaving.has(edit.messageKey)).length;
  const dropped = messages.length - leaving.size;
  const stillOpen = messages.filter(
    (message) => !message.dropped && message.exceptions.some(({ code }) => code === 'stillOpen'),
  ).length;
  const sentences = [
    totals.emails > 0 ? composeTexts.sendEmails(totals.emails) : null,
    totals.letters > 0 ? composeTexts.sendLetters(totals.letters) : null,
    stillOpen > 0 ? composeTexts.sendStillOpen(stillOpen) : null,
    changed > 0 ? composeTexts.sendChanged(changed) : null,
    dropped > 0 ? composeTexts.sendDropped(dropped) : null,
    totals.emails > 0 ? composeTexts.sendChecked : null,
    composeTexts.sendKept,
  ].filter((sentence) => sentence !== null);
  return confirm({
    title: composeTexts.sendTitle(textName),
    body: (
      <ul className={classes['sentences']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    ),
    confirmLabel: composeTexts.sendConfirm,
  });
}
