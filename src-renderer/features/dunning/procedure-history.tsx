import type { DunningProcedure } from '#shared/dunning/contract.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { editorTexts as texts } from './procedure-editor.nl.ts';
import { proceduresTexts } from './procedures.nl.ts';
import { StageTimeline } from './stage-timeline.tsx';

/** Every saved version, with who and when, to read and to go on from. */
export function ProcedureHistory({
  versions,
  onClose,
  onUse,
}: {
  /** The newest first. */
  readonly versions: readonly DunningProcedure[];
  readonly onClose: () => void;
  /** Null: whoever looks may not change it. */
  readonly onUse: ((version: DunningProcedure) => void) | null;
}) {
  return (
    <Drawer opened onClose={onClose} title={texts.history}>
      <Stack gap="sm">
        <Text small muted>
          {texts.historyHint}
        </Text>
        {versions.map((version, index) => (
          <Card
            key={version.procedureVersionId}
            title={(index === 0 ? texts.newest : texts.version)(version.version)}
            actions={
              onUse ? (
                <Button size="xs" onClick={() => onUse(version)}>
                  {texts.useVersion}
                </Button>
              ) : null
            }
          >
            <Text small muted>
              {formatMoment(version.at)} · {version.author}
            </Text>
            <Text small>
              {proceduresTexts.validity(version)}
              {' · '}
              {version.billingGroupName ?? proceduresTexts.allGroups}
              {version.nearLimitationDays === null
                ? ''
                : ` · ${proceduresTexts.nearLimitation(version.nearLimitationDays)}`}
            </Text>
            <StageTimeline stages={version.stages} />
          </Card>
        ))}
      </Stack>
    </Drawer>
  );
}
