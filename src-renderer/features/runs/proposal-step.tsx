import { useState } from 'react';
import type { RunPage } from '#shared/runs/contract.ts';
import { askedCents } from '#shared/runs/asked-cents.ts';
import { formatCents } from '#shared/money/cents.ts';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { FooterSelection } from '#renderer/ui/footer-selection.tsx';
import { Fill, FooterBar } from '#renderer/ui/page.tsx';
import { ChannelMenu } from './channel-menu.tsx';
import { Comparison } from './comparison.tsx';
import { DecisionLists } from './decision-lists.tsx';
import { DropDialog } from './drop-dialog.tsx';
import type { useRunAddress } from './list-address.ts';
import { ProposalDrawer } from './proposal-drawer.tsx';
import { proposalTexts as texts } from './proposal.nl.ts';
import { runTexts } from './run.nl.ts';
import { RefreshButton } from './refresh-button.tsx';
import { RunFrame } from './run-frame.tsx';
import { useProposalChanges } from './use-proposal-changes.ts';

const nobody: ReadonlySet<number> = new Set();

/** Step 2: who gets what and why, who does not and why not, and what a person makes of it. */
export function ProposalStep({
  page,
  address,
  canChange,
}: {
  readonly page: RunPage;
  readonly address: ReturnType<typeof useRunAddress>;
  readonly canChange: boolean;
}) {
  const { runId, proposals, totals } = page;
  const [selected, setSelected] = useState(nobody);
  const [dropping, setDropping] = useState(false);
  const changes = useProposalChanges(runId);
  const picked = proposals.filter(({ runProposalId }) => selected.has(runProposalId));
  const nothing = picked.length === 0;
  const open = proposals.find(({ runProposalId }) => runProposalId === address.runProposalId);
  const clear = (): void => setSelected(nobody);
  const allDropped = !nothing && picked.every(({ isDropped }) => isDropped);
  return (
    <RunFrame
      page={page}
      address={address}
      footer={
        <FooterBar
          actions={
            <>
              {canChange && nothing ? <RefreshButton runId={runId} /> : null}
              {canChange && !nothing ? (
                <>
                  <ChannelMenu
                    position="top-end"
                    current={null}
                    target={<FooterButton loading={changes.isPending}>{texts.otherChannel}</FooterButton>}
                    onChoose={(channel) => changes.toChannel(picked, channel, clear)}
                  />
                  {allDropped ? (
                    <FooterButton onClick={() => changes.takeIn(picked, clear)}>{texts.takeIn}</FooterButton>
                  ) : (
                    <FooterButton onClick={() => setDropping(true)}>{texts.leaveOut}</FooterButton>
                  )}
                </>
              ) : null}
              <FooterButton primary onClick={() => address.toStep('approve')}>
                {runTexts.toApprove}
              </FooterButton>
            </>
          }
        >
          <FooterSelection
            nothing={nothing}
            nothingLabel={texts.totals(totals.proposals, formatCents(totals.cents))}
            clearLabel={texts.clearSelection}
            onClear={clear}
          >
            {texts.selected(picked.length, formatCents(askedCents(picked)))}
          </FooterSelection>
        </FooterBar>
      }
    >
      <Fill>
        <Comparison page={page} address={address.lists} />
        <DecisionLists
          address={address.lists}
          lists={page}
          onOpen={({ runProposalId }) => address.go({ runProposalId })}
          {...(canChange ? { selected, onSelect: setSelected } : {})}
        />
      </Fill>
      {open === undefined ? null : (
        <ProposalDrawer
          runId={runId}
          row={open}
          canChange={canChange}
          onClose={() => address.go({ runProposalId: undefined })}
        />
      )}
      {dropping ? (
        <DropDialog
          rows={picked}
          changes={changes}
          onClose={() => setDropping(false)}
          onDone={() => {
            setDropping(false);
            clear();
          }}
        />
      ) : null}
    </RunFrame>
  );
}
