import { useState } from 'react';
import type { RunProposal } from '#shared/runs/contract.ts';
import { HoldDialog } from '#renderer/parts/holds/hold-dialog.tsx';
import { householdTarget, payerTarget } from '#renderer/parts/holds/hold-target.ts';
import { holdTexts } from '#renderer/parts/holds/holds.nl.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Heading, PersonName, Text } from '#renderer/ui/text.tsx';
import { ChannelMenu } from './channel-menu.tsx';
import { DropDialog } from './drop-dialog.tsx';
import { ProposalFacts } from './proposal-facts.tsx';
import { ProposalPreview } from './proposal-preview.tsx';
import { proposalTexts as texts } from './proposal.nl.ts';
import { channelWords, sinceWords } from './run-words.nl.ts';
import { useProposalChanges } from './use-proposal-changes.ts';

/** One payer of a run: what, why, how it will look, and what can still be changed. */
export function ProposalDrawer({
  runId,
  row,
  canChange,
  onClose,
}: {
  /** Null: a dry run, of which no message is made. */
  readonly runId: number | null;
  readonly row: RunProposal;
  readonly canChange: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Drawer opened onClose={onClose} title={texts.panel} size={680}>
      <Stack gap="md">
        <div>
          <Group justify="space-between" align="start" wrap="nowrap">
            <div>
              <PersonName strong>{row.payerName}</PersonName>
              {row.thirdPartyPayerName === null ? null : (
                <>
                  {' '}
                  <PersonName>{texts.thirdParty(row.thirdPartyPayerName)}</PersonName>
                </>
              )}
              <Text muted>
                <PersonName>{row.householdName}</PersonName> · <PersonName>{row.pupils.join(', ')}</PersonName>
              </Text>
            </div>
            <Link to="/dossiers/$householdId" params={{ householdId: String(row.householdId) }}>
              {texts.toHousehold}
            </Link>
          </Group>
          <Group gap={6} mt={6}>
            <Badge tone="info">{texts.stageOf(row.stage, row.stageCount, row.stageName)}</Badge>
            <Badge>{channelWords[row.effectiveChannel]}</Badge>
            {row.sinceLastRun === null ? null : <Badge>{sinceWords[row.sinceLastRun]}</Badge>}
            <Money cents={row.totalCents} strong />
          </Group>
          {row.address === '' ? null : (
            <Text small muted>
              {texts.address}: <PersonName>{row.address}</PersonName>
            </Text>
          )}
        </div>
        {row.isDropped ? (
          <Alert tone="warning" title={texts.leftOutOfRun}>
            {row.choiceReason}
          </Alert>
        ) : null}
        {runId !== null && canChange ? <Changes runId={runId} row={row} onClose={onClose} /> : null}
        <ProposalFacts row={row} />
        {runId === null ? null : (
          <div>
            <Heading level={3}>{texts.preview}</Heading>
            <ProposalPreview key={row.effectiveChannel} runId={runId} row={row} />
          </div>
        )}
      </Stack>
    </Drawer>
  );
}

function Changes({
  runId,
  row,
  onClose,
}: {
  readonly runId: number;
  readonly row: RunProposal;
  readonly onClose: () => void;
}) {
  const changes = useProposalChanges(runId);
  const today = useToday();
  const [dropping, setDropping] = useState(false);
  const [holding, setHolding] = useState(false);
  return (
    <Group gap="xs">
      {row.isDropped ? (
        <Button size="xs" loading={changes.isPending} onClick={() => changes.takeIn([row], () => {})}>
          {texts.takeIn}
        </Button>
      ) : (
        <>
          <ChannelMenu
            target={
              <Button size="xs" loading={changes.isPending}>
                {texts.otherChannel}
              </Button>
            }
            current={row.effectiveChannel}
            onChoose={(channel) => changes.toChannel([row], channel, () => {})}
          />
          <Button size="xs" onClick={() => setDropping(true)}>
            {texts.leaveOut} …
          </Button>
        </>
      )}
      <Button size="xs" onClick={() => setHolding(true)}>
        {holdTexts.action}
      </Button>
      {dropping ? (
        <DropDialog
          rows={[row]}
          changes={changes}
          onClose={() => setDropping(false)}
          onDone={() => setDropping(false)}
        />
      ) : null}
      {holding && today !== undefined ? (
        <HoldDialog
          targets={[payerTarget(row.payerId, row.payerName), householdTarget(row.householdId)]}
          today={today}
          onClose={() => setHolding(false)}
          onDone={() => {
            changes.refresh();
            // Whoever is held is no longer in the list.
            onClose();
          }}
          onUndone={changes.refresh}
        />
      ) : null}
    </Group>
  );
}
