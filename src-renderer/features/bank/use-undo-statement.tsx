import { useMutation } from '@tanstack/react-query';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { StatementRow } from '#shared/bank/shapes.ts';
import { api, client } from '#renderer/app/api.ts';
import { confirm } from '#renderer/ui/confirm.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import classes from './bank.module.css';
import { bankTexts as texts } from './bank.nl.ts';
import { bankFileTexts } from './bank-file.nl.ts';

export function statementName({ sequenceNumber, closingDate }: StatementRow): string {
  return texts.statementName(sequenceNumber, formatPlainDate(closingDate));
}

/** Takes a whole statement back, after saying what that does. */
export function useUndoStatement() {
  const undo = useMutation(
    api.bank.undo.mutationOptions({
      onSuccess: (statement) => notifyDone(texts.undone(statementName(statement))),
      onError: notifyProblem,
    }),
  );
  async function ask(statement: StatementRow): Promise<void> {
    const { booked, open, setAside } = statement.lines;
    const sentences = [
      booked > 0 ? texts.undoBooked(booked) : null,
      open + setAside > 0 ? texts.undoOpen(open + setAside) : null,
    ].filter((sentence) => sentence !== null);
    const sure = await confirm({
      title: texts.undoTitle,
      body: (
        <>
          <ul className={classes['findings']}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>{texts.undoOutro}</p>
        </>
      ),
      confirmLabel: texts.undo,
      danger: true,
    });
    if (sure) undo.mutate({ statementId: statement.statementId });
  }
  return { ask, undoing: undo.isPending };
}

/** Takes back what was just read in, without asking: the notice said what it was. */
export function useUndoImport(): (statementIds: readonly number[], then: () => void) => void {
  const undo = useMutation({
    // Newest first: an older statement may not be taken back from under a newer one.
    mutationFn: async (statementIds: readonly number[]) => {
      for (const statementId of statementIds.toReversed()) await client.bank.undo({ statementId });
    },
    onSuccess: () => notifyDone(bankFileTexts.undone),
    onError: notifyProblem,
  });
  return (statementIds, then) => undo.mutate(statementIds, { onSuccess: then });
}
