import { useState } from 'react';
import type { RunPage, RunProposal } from '#shared/runs/contract.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { MessageDrawer } from '#renderer/parts/message-drawer.tsx';
import { Badge, type BadgeTone } from '#renderer/ui/badge.tsx';
import { DataGrid } from '#renderer/ui/data-grid.tsx';
import { ToggleChip } from '#renderer/ui/filter-chip.tsx';
import type { GridColumn } from '#renderer/ui/grid-model.ts';
import { Money } from '#renderer/ui/money.tsx';
import { Struck } from '#renderer/ui/struck.tsx';
import { Text } from '#renderer/ui/text.tsx';
import type { ResultState, useRunAddress } from './list-address.ts';
import { ProposalDrawer } from './proposal-drawer.tsx';
import { proposalTexts } from './proposal.nl.ts';
import { isLetter, resultOf } from './run-state.ts';
import { channelWords } from './run-words.nl.ts';
import classes from './runs.module.css';
import { sendTexts as texts } from './send.nl.ts';

/** What needs a person first. */
const states = [
  'uncertain',
  'failed',
  'raised',
  'waiting',
  'toPrint',
  'tasks',
  'sent',
  'dropped',
  'void',
] as const satisfies readonly ResultState[];

const tones: Readonly<Record<ResultState, BadgeTone>> = {
  uncertain: 'warning',
  failed: 'danger',
  raised: 'warning',
  waiting: 'info',
  toPrint: 'info',
  tasks: 'info',
  sent: 'success',
  dropped: 'neutral',
  void: 'neutral',
};

const columns: readonly GridColumn<RunProposal>[] = [
  { id: 'number', header: texts.number, width: 100, cell: ({ letterNumber }) => letterNumber },
  {
    id: 'payer',
    header: proposalTexts.payer,
    width: 140,
    grow: 3,
    cell: ({ payerName }) => <span className={`${classes['strong']} os-name`}>{payerName}</span>,
  },
  {
    id: 'stage',
    header: proposalTexts.stage,
    width: 130,
    grow: 2,
    cell: (row) => <span title={row.stageName}>{proposalTexts.stageOf(row.stage, row.stageCount, row.stageName)}</span>,
  },
  { id: 'channel', header: proposalTexts.channel, width: 104, cell: (row) => channelWords[row.effectiveChannel] },
  {
    id: 'amount',
    header: proposalTexts.amount,
    width: 104,
    align: 'right',
    cell: (row) => (
      <Struck when={resultOf(row) === 'dropped' || row.outcome === 'void'}>
        <Money cents={row.totalCents} strong />
      </Struck>
    ),
  },
  {
    id: 'state',
    header: texts.state,
    width: 150,
    cell: (row) => <Badge tone={tones[resultOf(row)]}>{stateWord(row)}</Badge>,
  },
  {
    id: 'detail',
    header: texts.detail,
    width: 200,
    grow: 6,
    cell: (row) => <span title={detailOf(row)}>{detailOf(row)}</span>,
  },
];

/** Every payer of the run with what came of it; Enter opens the message with its evidence, or else the proposal. */
export function ResultList({
  page,
  address,
}: {
  readonly page: RunPage;
  readonly address: ReturnType<typeof useRunAddress>;
}) {
  const [messageId, setMessageId] = useState<number | null>(null);
  const { proposals } = page;
  const perState = Map.groupBy(proposals, resultOf);
  const chosen = address.state;
  const rows = states.flatMap((state) => (chosen === undefined || chosen === state ? (perState.get(state) ?? []) : []));
  const open = proposals.find(({ runProposalId }) => runProposalId === address.runProposalId);
  return (
    <>
      <div className={classes['toolbar']} role="group" aria-label={texts.stateFilter}>
        {states.map((state) => {
          const count = perState.get(state)?.length ?? 0;
          return count === 0 && chosen !== state ? null : (
            <ToggleChip
              key={state}
              name={`${count} ${texts.states[state]}`}
              on={chosen === state}
              onToggle={() => address.go({ state: chosen === state ? undefined : state })}
            />
          );
        })}
      </div>
      {rows.length === 0 ? (
        <Text muted>{chosen === undefined ? texts.none : texts.noneOfState}</Text>
      ) : (
        <div className={classes['list']}>
          <DataGrid<RunProposal>
            label={texts.listLabel}
            columns={columns}
            rowCount={rows.length}
            rowAt={(index) => rows[index]}
            getKey={({ runProposalId }) => runProposalId}
            rowName={({ payerName, householdName }) => `${payerName}, ${householdName}`}
            listKey={chosen ?? ''}
            onOpen={(row) =>
              row.messageId === null ? address.go({ runProposalId: row.runProposalId }) : setMessageId(row.messageId)
            }
          />
        </div>
      )}
      {messageId === null ? null : <MessageDrawer messageId={messageId} onClose={() => setMessageId(null)} />}
      {open === undefined ? null : (
        <ProposalDrawer
          runId={page.runId}
          row={open}
          canChange={false}
          onClose={() => address.go({ runProposalId: undefined })}
        />
      )}
    </>
  );
}

function stateWord(row: RunProposal): string {
  const state = resultOf(row);
  if (state === 'sent' && isLetter(row)) return texts.posted;
  return state === 'tasks' ? texts.task : texts.states[state];
}

function detailOf(row: RunProposal): string {
  const { outcomeReason, choiceReason, isDropped, payBefore } = row;
  const words = outcomeReason || (isDropped ? choiceReason : '');
  if (words !== '') return words;
  return payBefore === null ? '' : texts.payBefore(formatPlainDate(payBefore));
}
