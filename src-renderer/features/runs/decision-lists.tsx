import type { RunProposal } from '#shared/runs/contract.ts';
import { askedCents } from '#shared/runs/asked-cents.ts';
import { formatCents } from '#shared/money/cents.ts';
import { Text } from '#renderer/ui/text.tsx';
import { ExcludedList } from './excluded-list.tsx';
import type { ListAddress } from './list-address.ts';
import { chosenProposals, type DecisionLists as Lists, foundExclusions } from './lists.ts';
import { ListsToolbar } from './lists-toolbar.tsx';
import { proposalTexts as texts } from './proposal.nl.ts';
import { ProposalsGrid } from './proposals-grid.tsx';

/** Who would be reminded and who not, of a run or of a dry run; both are searched and narrowed alike. */
export function DecisionLists({
  address,
  lists,
  onOpen,
  selected,
  onSelect,
}: {
  readonly address: ListAddress;
  readonly lists: Lists;
  readonly onOpen: (row: RunProposal) => void;
  readonly selected?: ReadonlySet<number>;
  readonly onSelect?: (selected: ReadonlySet<number>) => void;
}) {
  const { proposals, exclusions } = lists;
  const list = address.list ?? 'proposals';
  const rows = chosenProposals(proposals, address);
  const kept = rows.filter(({ isDropped }) => !isDropped);
  const amount = formatCents(askedCents(kept));
  const excluded = foundExclusions(exclusions, address).length;
  const withSchool = new Set(proposals.map(({ schoolId }) => schoolId)).size > 1;
  const nothing =
    proposals.length === 0 ? texts.nothingProposed : list === 'attention' ? texts.nothingToLook : texts.noMatch;
  return (
    <>
      <ListsToolbar
        address={address}
        list={list}
        lists={lists}
        summary={list === 'excluded' ? texts.shownOf(excluded, exclusions.length) : texts.totals(kept.length, amount)}
      />
      {list === 'excluded' ? (
        <ExcludedList exclusions={exclusions} address={address} />
      ) : rows.length === 0 ? (
        <Text muted>{nothing}</Text>
      ) : (
        <ProposalsGrid
          rows={rows}
          withSchool={withSchool}
          listKey={JSON.stringify([list, address.search, address.schoolId, address.channel, address.since])}
          onOpen={onOpen}
          {...(selected && onSelect ? { selected, onSelect } : {})}
        />
      )}
    </>
  );
}
