import { Problem } from '#shared/api/problem.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { LawName } from '#shared/law/contract.ts';
import { lawUnknownSentence } from '#shared/law/law-names.ts';
import { limitationOf, limitationOn } from '#shared/law/limitation.ts';
import { mediationHold, type MediationHold } from '#shared/law/mediation-hold.ts';
import { type ReminderChannel, reminderTerm, type ReminderTerm } from '#shared/law/reminder-term.ts';
import { lawValueOn } from '#shared/law/tables.ts';
import type { Store } from '#main/store/store.ts';
import { lawTables } from './tables.ts';

/** The term after a first reminder. UNAVAILABLE when the table does not say how many days. */
export function whatIfReminderTerm(
  store: Store,
  input: { readonly channel: ReminderChannel; readonly sentOn: PlainDate },
): ReminderTerm {
  return reminderTerm(input, lawTables(store)) ?? unknown('reminderTermDays', input.sentOn);
}

/** The days of a mediation. UNAVAILABLE when the table does not say how many. */
export function whatIfMediationHold(store: Store, input: { readonly requestedOn: PlainDate }): MediationHold {
  return mediationHold(input, lawTables(store)) ?? unknown('mediationDays', input.requestedOn);
}

type LimitationInput = Parameters<typeof limitationOf>[0] & { readonly asOf?: PlainDate | undefined };

/** Both clocks of a bill; with a day also how many days are left. UNAVAILABLE when the term is not known. */
export function whatIfLimitation(store: Store, { asOf, ...facts }: LimitationInput) {
  const years = lawValueOn(lawTables(store), 'limitationYears', facts.dueDate);
  if (years === null) return unknown('limitationYears', facts.dueDate);
  const limitation = limitationOf(facts, years);
  const left =
    asOf === undefined ? { daysLeft: null, safeDaysLeft: null, isLimited: null } : limitationOn(limitation, asOf);
  return { ...limitation, acts: [...limitation.acts], ...left };
}

function unknown(name: LawName, day: PlainDate): never {
  throw new Problem('UNAVAILABLE', lawUnknownSentence(name, day));
}
