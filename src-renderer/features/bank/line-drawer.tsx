import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { BankLine } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { lineTexts as texts } from './bank-line.nl.ts';
import { BookForm } from './book-form.tsx';
import { LineFacts } from './line-facts.tsx';
import { PastLine } from './past-line.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { likelySetAside, SetAsideDialog } from './set-aside-dialog.tsx';
import { useAccept } from './use-line-actions.tsx';

/** One line of the bank: what it is, what is proposed, and every way to work it or to take that back. */
export function LineDrawer({
  transactionId,
  known,
  onClose,
  onWorked,
}: {
  readonly transactionId: number | null;
  /** The line as the list has it, shown while it is fetched. */
  readonly known: BankLine | undefined;
  readonly onClose: () => void;
  /** It is booked or set aside: on to the next one. */
  readonly onWorked: () => void;
}) {
  if (transactionId === null) return null;
  return (
    <Drawer opened onClose={onClose} title={texts.panel} size={720}>
      <FetchedLine
        key={transactionId}
        transactionId={transactionId}
        known={known}
        onClose={onClose}
        onWorked={onWorked}
      />
    </Drawer>
  );
}

function FetchedLine({
  transactionId,
  known,
  onClose,
  onWorked,
}: {
  readonly transactionId: number;
  readonly known: BankLine | undefined;
  readonly onClose: () => void;
  readonly onWorked: () => void;
}) {
  const query = useQuery(api.bank.lines.queryOptions({ input: { transactionId, limit: 1 } }));
  const line = query.data?.rows.find((row) => row.transactionId === transactionId) ?? known;
  if (line) return <OneLine line={line} onWorked={onWorked} onClose={onClose} />;
  if (query.isPending) return <Loading />;
  return (
    <>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.error === null ? (
        <Alert tone="warning" title={texts.notFound}>
          {texts.notFoundText}
        </Alert>
      ) : null}
    </>
  );
}

function OneLine({
  line,
  onWorked,
  onClose,
}: {
  readonly line: BankLine;
  readonly onWorked: () => void;
  readonly onClose: () => void;
}) {
  const heading = useRef<HTMLDivElement>(null);
  // The panel may go on with the next line: the keyboard and the screen reader start there at its head.
  useEffect(() => heading.current?.focus(), []);
  const facts = <LineFacts line={line} headingRef={heading} />;
  if (line.status === 'open') return <OpenLine line={line} facts={facts} onWorked={onWorked} />;
  return (
    <Stack gap="md">
      {facts}
      <PastLine line={line} onReopened={onClose} />
    </Stack>
  );
}

function OpenLine({
  line,
  facts,
  onWorked,
}: {
  readonly line: BankLine;
  readonly facts: ReactNode;
  readonly onWorked: () => void;
}) {
  const [byHand, setByHand] = useState(line.proposal === null);
  const [settingAside, setSettingAside] = useState(false);
  const [wasChanged, setWasChanged] = useState(false);
  const accept = useAccept((changed) => setWasChanged(changed.length > 0));
  const setAsideButton = <Button onClick={() => setSettingAside(true)}>{texts.setAside}</Button>;
  const showsProposal = line.proposal !== null && !byHand;
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !event.ctrlKey || !showsProposal) return;
    event.preventDefault();
    accept.now([line], onWorked);
  }
  return (
    <>
      {/* Ctrl+Enter confirms, wherever in the panel the keyboard is; the dialog has its own. */}
      <div role="presentation" onKeyDown={onKeyDown}>
        <Stack gap="md">
          {facts}
          {wasChanged ? <Alert tone="warning">{texts.changedOne}</Alert> : null}
          {line.proposal !== null && showsProposal ? (
            <ProposalCard
              line={line}
              proposal={line.proposal}
              actions={
                <>
                  <Button variant="primary" loading={accept.isPending} onClick={() => accept.now([line], onWorked)}>
                    {texts.accept}
                  </Button>
                  {line.amountCents > 0 ? <Button onClick={() => setByHand(true)}>{texts.otherwise}</Button> : null}
                  {setAsideButton}
                </>
              }
            />
          ) : line.amountCents > 0 ? (
            <BookForm
              line={line}
              onBooked={onWorked}
              actions={
                <>
                  {setAsideButton}
                  {line.proposal === null ? null : (
                    <Button variant="subtle" onClick={() => setByHand(false)}>
                      {texts.backToProposal}
                    </Button>
                  )}
                </>
              }
            />
          ) : (
            <Alert actions={setAsideButton}>{texts.moneyOut}</Alert>
          )}
        </Stack>
      </div>
      {settingAside ? (
        <SetAsideDialog
          transactionIds={[line.transactionId]}
          suggested={likelySetAside(line.kind, line.amountCents)}
          onClose={() => setSettingAside(false)}
          onDone={onWorked}
        />
      ) : null}
    </>
  );
}
