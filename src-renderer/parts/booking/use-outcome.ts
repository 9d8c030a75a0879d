import { useMutation } from '@tanstack/react-query';
import type { Outcome } from '#shared/ledger/booking-shapes.ts';
import { api } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { bookingTexts as texts } from './booking.nl.ts';

/** Tells how a booking was answered: done, with a way to take it back at once, or waiting for a second person. */
export function useOutcome(): {
  readonly told: (outcome: Outcome, done: string, what: string) => void;
  readonly booked: (entryId: number, done: string) => void;
} {
  const undo = useMutation(
    api.ledger.reverse.mutationOptions({ onSuccess: () => notifyDone(texts.undone), onError: notifyProblem }),
  );
  function booked(entryId: number, done: string): void {
    notifyDone(done, () => undo.mutate({ entryId, reason: texts.undoReason }));
  }
  return {
    booked,
    told: (outcome, done, what) => {
      if (outcome.outcome === 'booked') booked(outcome.entryId, done);
      else notifyDone(texts.toldWaiting(what));
    },
  };
}
