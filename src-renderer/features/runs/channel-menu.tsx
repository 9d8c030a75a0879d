import type { ReactElement } from 'react';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { proposalTexts as texts } from './proposal.nl.ts';
import { channelWords } from './run-words.nl.ts';
import { type ChosenChannel, chosenChannels } from './use-proposal-changes.ts';

/** Another channel than that of the stage, or that of the stage again. */
export function ChannelMenu({
  target,
  current,
  position = 'bottom-start',
  onChoose,
}: {
  readonly target: ReactElement;
  /** Not offered, because it is so already. */
  readonly current: StageChannel | null;
  readonly position?: 'bottom-start' | 'top-end';
  readonly onChoose: (channel: ChosenChannel | null) => void;
}) {
  return (
    <Menu
      label={texts.changeChannel}
      position={position}
      target={target}
      items={[
        ...chosenChannels.map((channel) => ({
          label: channelWords[channel],
          disabled: channel === current,
          onClick: () => onChoose(channel),
        })),
        null,
        { label: texts.channelOfStage, onClick: () => onChoose(null) },
      ]}
    />
  );
}
