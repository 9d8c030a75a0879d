import type { StageChannel } from '#shared/dunning/procedure.ts';
import { ChoiceChip, ToggleChip } from '#renderer/ui/filter-chip.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import type { ListAddress, ListName } from './list-address.ts';
import { asksAttention, type DecisionLists } from './lists.ts';
import { proposalTexts as texts } from './proposal.nl.ts';
import { channelWords, sinceWords } from './run-words.nl.ts';
import classes from './runs.module.css';

/** Which of the lists, and what it is narrowed to. */
export function ListsToolbar({
  address,
  list,
  lists,
  summary,
}: {
  readonly address: ListAddress;
  readonly list: ListName;
  readonly lists: DecisionLists;
  /** At the right: what the list adds up to. */
  readonly summary: string;
}) {
  const { proposals, exclusions } = lists;
  const attention = proposals.filter(asksAttention).length;
  const schools = new Map([...proposals, ...exclusions].map(({ schoolId, schoolName }) => [schoolId, schoolName]));
  const channels = [...new Set(proposals.map(({ effectiveChannel }) => effectiveChannel))];
  return (
    <div className={classes['toolbar']}>
      <Segmented<ListName>
        label={texts.lists}
        options={[
          { value: 'proposals', label: texts.proposals(proposals.length) },
          { value: 'attention', label: texts.attention(attention) },
          { value: 'excluded', label: texts.excluded(exclusions.length) },
        ]}
        value={list}
        onChange={(next) => address.go({ list: next, channel: undefined, since: undefined, reason: undefined })}
      />
      <SearchField
        label={texts.search}
        placeholder={texts.searchPlaceholder}
        width={210}
        value={address.search}
        onChange={(search) => address.go({ search })}
      />
      {schools.size > 1 ? (
        <ChoiceChip
          name={texts.school}
          chosen={address.schoolId === undefined ? null : (schools.get(address.schoolId) ?? null)}
          clearLabel={texts.clear}
          onClear={() => address.go({ schoolId: undefined })}
          options={[...schools].map(([schoolId, name]) => ({ value: String(schoolId), label: name }))}
          onChoose={(schoolId) => address.go({ schoolId: Number(schoolId) })}
        />
      ) : null}
      {list !== 'excluded' && channels.length > 1 ? (
        <ChoiceChip<StageChannel>
          name={texts.channel}
          chosen={address.channel === undefined ? null : channelWords[address.channel]}
          clearLabel={texts.clear}
          onClear={() => address.go({ channel: undefined })}
          options={channels.map((channel) => ({ value: channel, label: channelWords[channel] }))}
          onChoose={(channel) => address.go({ channel })}
        />
      ) : null}
      {list !== 'excluded' && address.since !== undefined ? (
        <ToggleChip
          name={`${texts.since}: ${sinceWords[address.since]}`}
          on
          onToggle={() => address.go({ since: undefined })}
        />
      ) : null}
      <span className={classes['right']} role="status">
        {summary}
      </span>
    </div>
  );
}
