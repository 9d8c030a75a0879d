import { sumCents } from '#shared/money/cents.ts';
import { planInstalments, refuseSpread } from '#shared/plans/schedule.ts';
import type { Instalment, Spread } from '#shared/plans/shapes.ts';
import { orRefuse } from '#main/ledger/money-claims.ts';

/** The instalments of an amount, without keeping anything. */
export function schedule(question: Spread & { readonly amountCents: number }): {
  instalments: Instalment[];
  totalCents: number;
  lastDueDate: string;
} {
  orRefuse(refuseSpread(question, question.amountCents));
  const instalments = planInstalments(question, question.amountCents);
  return {
    instalments,
    totalCents: sumCents(instalments.map(({ amountCents }) => amountCents)),
    lastDueDate: instalments.at(-1)?.dueDate ?? question.startsOn,
  };
}
