import { sumCents } from '#shared/money/cents.ts';
import { planInstalments } from '#shared/plans/schedule.ts';
import type { Instalment, PlanTerms } from '#shared/plans/shapes.ts';
import type { VersionTerms } from './versions.ts';

/** What the conversation settled, as a version keeps it. */
export function agreedTerms(terms: PlanTerms): VersionTerms {
  const { dayOfMonth, monthlyCents, count, startsOn, toleranceDays, remindDaysBefore, interest, note } = terms;
  return {
    startsOn,
    spread: {
      ...(dayOfMonth === undefined ? {} : { dayOfMonth }),
      ...(monthlyCents === undefined ? {} : { monthlyCents }),
      ...(count === undefined ? {} : { count }),
    },
    pausedUntil: null,
    toleranceDays,
    remindDaysBefore,
    interest,
    note,
  };
}

/** The instalments of what is owed, spread as was agreed. */
export function agreedInstalments(terms: PlanTerms, owedCents: readonly number[]): Instalment[] {
  return planInstalments(terms, sumCents(owedCents));
}
