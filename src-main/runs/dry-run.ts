import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { NamedExclusion, NamedProposal } from '#shared/dunning/contract.ts';
import type { Decision } from '#shared/dunning/decision.ts';
import { askedCents } from '#shared/runs/asked-cents.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { decideNow } from './decide.ts';
import { nameExclusions, nameProposals } from './run-names.ts';

export type DryRun = {
  readonly asOf: PlainDate;
  readonly proposals: NamedProposal[];
  readonly exclusions: NamedExclusion[];
  readonly bankConcerns: Decision['bankConcerns'];
  readonly totals: { readonly proposals: number; readonly cents: number };
};

/** What a run of a day would do, in the past or the future, with what stands in the store now. Writes nothing. */
export function dryRun(
  { store, clock, ...context }: Context,
  input: { readonly asOf?: PlainDate | undefined; readonly schoolIds: readonly number[] | null },
): DryRun {
  const own = schoolsOf(context);
  const schoolIds = input.schoolIds === null ? own : input.schoolIds.filter((id) => includesSchool(own, id));
  const today = clock.today();
  return store.sql
    .transaction((): DryRun => {
      const decision = decideNow(store, { asOf: input.asOf ?? today, today, schoolIds });
      return {
        asOf: decision.asOf,
        proposals: nameProposals(store, decision.proposals),
        exclusions: nameExclusions(store, decision.exclusions),
        bankConcerns: decision.bankConcerns,
        totals: { proposals: decision.proposals.length, cents: askedCents(decision.proposals) },
      };
    })
    .deferred();
}
