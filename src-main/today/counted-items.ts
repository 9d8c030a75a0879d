import type { WorklistItem } from '#shared/today/contract.ts';
import type { Schools } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { countWaiting } from '#main/approvals/queries.ts';
import { countUpcoming } from '#main/plans/upcoming.ts';
import { pupilsToCredit } from '#main/maximum-bill/to-credit.ts';
import { waitingCounts } from './queries.ts';
import { toNothing } from './to-nothing.ts';

type Counted = {
  readonly kind: Extract<
    WorklistItem['kind'],
    'approval' | 'message' | 'letters' | 'bankLines' | 'maximumBill' | 'instalments'
  >;
  readonly count: number;
  readonly one: string;
  readonly many: string;
  readonly detail: string;
  readonly isUrgent: boolean;
};

/** One line for each pile of work that has a screen of its own. */
export function countedItems(context: Context, schools: Schools): WorklistItem[] {
  const { undecided, letters, bankLines } = waitingCounts(context.store, schools);
  const piles: readonly Counted[] = [
    {
      kind: 'message',
      count: undecided,
      one: 'Eén bericht wacht op een beslissing',
      many: 'berichten wachten op een beslissing',
      detail: 'Mislukt, of niet zeker of het vertrok; tot dan gaat er niets meer naar die betaler.',
      isUrgent: true,
    },
    {
      kind: 'approval',
      count: countWaiting(context).forMe,
      one: 'Eén aanvraag wacht op uw goedkeuring',
      many: 'aanvragen wachten op uw goedkeuring',
      detail: '',
      isUrgent: false,
    },
    {
      kind: 'letters',
      count: letters,
      one: 'Eén brief te printen of te posten',
      many: 'brieven te printen of te posten',
      detail: '',
      isUrgent: false,
    },
    {
      kind: 'bankLines',
      count: bankLines,
      one: 'Eén verrichting van de bank na te kijken',
      many: 'verrichtingen van de bank na te kijken',
      detail: 'Wat niet afgepunt is, kan een betaling zijn van wie u wilt herinneren.',
      isUrgent: false,
    },
    {
      kind: 'instalments',
      count: countUpcoming(context.store, schools, context.clock.today()),
      one: 'Eén schijf van een plan aan te kondigen',
      many: 'schijven van plannen aan te kondigen',
      detail: 'Een vriendelijk bericht vooraf, zoals afgesproken.',
      isUrgent: false,
    },
    {
      kind: 'maximumBill',
      count: pupilsToCredit(context, schools),
      one: 'Eén leerling boven de maximumfactuur',
      many: 'leerlingen boven de maximumfactuur',
      detail: 'Wat te veel is, wordt gecrediteerd voor er herinnerd wordt.',
      isUrgent: false,
    },
  ];
  return piles
    .filter(({ count }) => count > 0)
    .map(({ kind, count, one, many, detail, isUrgent }) => ({
      ...toNothing,
      key: kind,
      kind,
      title: count === 1 ? one : `${count} ${many}`,
      detail,
      isUrgent,
    }));
}
