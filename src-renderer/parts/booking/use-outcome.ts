import { useMutation } from '@tanstack/react-query';
import type { Outcome } from '#shared/ledger/booking-shapes.ts';
import { api } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { bookingTexts as texts } from './booking.nl.ts';

/**
 * Closes a dialog that was answered and tells how: done, with a way to take it back at once where that can be, or waiting
 * for a second person.
 */
export function useOutcome(onClose: () => void): {
  readonly told: (outcome: Outcome, done: string, what: string) => void;
  readonly booked: (entryId: number, done: string) => void;
  readonly finished: (done: string) => void;
} {
  const undo = useMutation(
    api.ledger.reverse.mutationOptions({ onSuccess: () => notifyDone(texts.undone), onError: notifyProblem }),
  );
  function finished(done: string): void {
    onClose();
    notifyDone(done);
  }
  function booked(entryId: number, done: string): void {
    onClose();
    notifyDone(done, () => undo.mutate({ entryId, reason: texts.undoReason }));
  }
  return {
    booked,
    finished,
    told: (outcome, done, what) => {
      if (outcome.outcome === 'booked') booked(outcome.entryId, done);
      else finished(texts.toldWaiting(what));
    },
  };
}
