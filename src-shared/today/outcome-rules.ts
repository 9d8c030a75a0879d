import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { HoldKind } from '../holds/contract.ts';
import type { TaskOutcome } from './contract.ts';

export type FollowingHold = {
  readonly kind: HoldKind;
  readonly reason: string;
  /** Last day; null: as the kind has it, or until lifted. */
  readonly untilDate: PlainDate | null;
  readonly reviewDate: PlainDate | null;
};

/** Days that somebody who asked for a plan or for help is left in peace: long enough to agree on something. */
const peaceDays = 30;
/** Days after which a dispute is looked at, when nobody said another day. */
const disputeReviewDays = 14;

/**
 * What a conversation leaves behind for the reminders of the payer: a promise stops them until its day, a dispute until it is
 * looked at, a plan or help that was asked for 30 days. Null: they go on as before. Source: domain.md "Holds", law.md 1.7.
 */
export function holdAfter(outcome: TaskOutcome, untilDate: PlainDate | null, today: PlainDate): FollowingHold | null {
  const peace = untilDate ?? addDays(today, peaceDays);
  switch (outcome) {
    case 'promised':
      return { kind: 'promise', reason: 'Beloofd te betalen.', untilDate, reviewDate: null };
    case 'planAsked':
      return { kind: 'plan', reason: 'Vroeg een afbetaalplan.', untilDate: peace, reviewDate: peace };
    case 'helpAsked':
      return { kind: 'socialFile', reason: 'Vroeg hulp.', untilDate: peace, reviewDate: peace };
    case 'disputed': {
      const reviewDate = untilDate ?? addDays(today, disputeReviewDays);
      return { kind: 'dispute', reason: 'Betwist de rekening.', untilDate: null, reviewDate };
    }
    case 'reached':
    case 'handedOver':
    case 'other':
      return null;
  }
}
