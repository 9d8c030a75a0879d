import type { Context } from '#main/api/context.ts';
import { procedureProblems } from '#main/dunning/procedure-problems.ts';
import { proceduresInForce } from '#main/dunning/procedures-in-force.ts';
import { pupilsToCreditOn } from '#main/maximum-bill/to-credit.ts';
import { composeDrafts } from './compose.ts';
import type { ProposalDraft } from './drafts.ts';
import { concernsOf } from './page-schools.ts';
import type { RunRow } from './run-rows.ts';
import { schoolNames } from './run-names.ts';
import { outsideHours } from './sending-hour.ts';

type Going = { readonly schoolIds: readonly number[]; readonly drafts: readonly ProposalDraft[] };

/**
 * Why nothing of a run may be sent now, each Dutch sentence once; empty: it may. `schoolIds` are those of which something
 * goes, `drafts` what goes.
 */
export function runBlockers(context: Context, run: RunRow, { schoolIds, drafts }: Going): string[] {
  const { store, clock } = context;
  if (run.status !== 'draft' && run.status !== 'approved' && run.status !== 'sending') return [];
  const nameOf = schoolNames(store, schoolIds);
  const several = run.schoolIds.length > 1;
  const at = (schoolId: number | null, sentence: string): string =>
    several && schoolId !== null ? `${nameOf(schoolId)}: ${sentence}` : sentence;
  const concerns = run.bankOverride === '' ? concernsOf(store, clock.today(), schoolIds) : [];
  const hour = outsideHours(context);
  return [
    ...new Set([
      ...(drafts.length === 0 && run.status !== 'sending' ? ['In deze run vertrekt niets.'] : []),
      ...concerns.map(({ schoolId, sentence }) => at(schoolId, sentence)),
      ...procedureProblems(store, proceduresInForce(store, clock.today(), schoolIds)).flatMap(
        ({ procedureName, schoolId, problems }) =>
          problems.map((problem) => at(schoolId, `Procedure ${procedureName}. ${problem}`)),
      ),
      ...messageBlockers(context, drafts),
      ...aboveMaximumBill(context, drafts),
      ...(hour === null ? [] : [hour]),
    ]),
  ];
}

/** Of all messages with the same text, language, school and channel one is filled in: what stops it stops them all. */
function messageBlockers({ store }: Context, drafts: readonly ProposalDraft[]): string[] {
  const alike = Map.groupBy(drafts, ({ draft, channel, requests: [{ proposal }] }) =>
    [proposal.schoolId, proposal.textId, proposal.stage, channel, draft?.language, draft === null].join('|'),
  );
  const samples = [...alike.values()].flatMap(([first]) => first ?? []);
  return composeDrafts(store, samples).flatMap(({ blockers }) => blockers);
}

/** What may not be asked is not reminded of. */
function aboveMaximumBill(context: Context, drafts: readonly ProposalDraft[]): string[] {
  const invoiceIds = drafts.flatMap(({ requests }) =>
    requests.flatMap(({ proposal }) => proposal.items.map(({ invoiceId }) => invoiceId)),
  );
  const pupils = pupilsToCreditOn(context, [...new Set(invoiceIds)]);
  if (pupils === 0) return [];
  const whom = pupils === 1 ? 'één leerling' : `${pupils} leerlingen`;
  return [`Bij ${whom} is boven de maximumfactuur aangerekend. Crediteer dat eerst (Hulp, Maximumfactuur).`];
}
