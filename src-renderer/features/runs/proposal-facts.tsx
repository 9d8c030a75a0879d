import type { ReactNode } from 'react';
import type { ProposalItem } from '#shared/dunning/decision.ts';
import type { RunProposal } from '#shared/runs/contract.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Heading, Text } from '#renderer/ui/text.tsx';
import { proposalTexts as texts } from './proposal.nl.ts';
import classes from './runs.module.css';

type Line = ProposalItem & { readonly group: 'item' | 'credit' };

const columns: readonly TableColumn<Line>[] = [
  {
    id: 'number',
    header: texts.number,
    cell: ({ group, kind, number }) =>
      group === 'credit' ? `${texts.credits} ${number}` : kind === 'cost' ? `${texts.costs} ${number}` : number,
  },
  { id: 'dueDate', header: texts.dueDate, cell: ({ dueDate }) => <PlainDate date={dueDate} /> },
  {
    id: 'overdue',
    header: texts.overdue,
    align: 'right',
    cell: ({ group, overdueDays }) => (group === 'credit' || overdueDays <= 0 ? null : overdueDays),
  },
  {
    id: 'sent',
    header: texts.sentStage,
    cell: ({ group, kind, sentStage }) => (group === 'credit' || kind === 'cost' ? null : texts.sentStageOf(sentStage)),
  },
  { id: 'amount', header: texts.open, align: 'right', cell: ({ amountCents }) => <Money cents={amountCents} /> },
];

/** Why this stage, what it is about, and what deserves a look. */
export function ProposalFacts({ row }: { readonly row: RunProposal }) {
  const remarks = [...new Set([...row.exceptions, ...row.notes].map(({ sentence }) => sentence))];
  const lines: Line[] = [
    ...row.items.map((item) => ({ ...item, group: 'item' as const })),
    ...row.credits.map((item) => ({ ...item, group: 'credit' as const })),
  ];
  return (
    <>
      {remarks.length === 0 ? null : (
        <Alert tone={row.exceptions.length > 0 ? 'warning' : 'info'} title={texts.notes}>
          <Sentences sentences={remarks} />
        </Alert>
      )}
      <div>
        <Heading level={3}>{texts.why}</Heading>
        <Text>{whyThisStage(row)}</Text>
      </div>
      <Table
        label={texts.bills}
        columns={columns}
        rows={lines}
        getKey={({ invoiceId, group }) => `${group} ${invoiceId}`}
        footer={
          <tr className={classes['sumRow']}>
            <td colSpan={4}>{texts.toPay}</td>
            <td className={classes['number']}>
              <Money cents={row.totalCents} strong />
            </td>
          </tr>
        }
      />
      {row.leftOut.length === 0 ? null : (
        <div>
          <Heading level={3}>{texts.leftOutItems}</Heading>
          <Sentences
            sentences={row.leftOut.map(({ number, amountCents, sentence }) => (
              <>
                {number} (<Money cents={amountCents} />
                ): {sentence}
              </>
            ))}
          />
        </div>
      )}
      {row.upcoming.length === 0 ? null : (
        <div>
          <Heading level={3}>{texts.upcoming}</Heading>
          <Sentences
            sentences={row.upcoming.map(({ number, dueDate, amountCents }) => (
              <>
                {number}, {formatPlainDate(dueDate)}: <Money cents={amountCents} />
              </>
            ))}
          />
        </div>
      )}
    </>
  );
}

export function Sentences({ sentences }: { readonly sentences: readonly ReactNode[] }) {
  return (
    <ul className={classes['sentences']}>
      {sentences.map((sentence, index) => (
        // The list is never put in another order.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}

function whyThisStage({ overdueDays, oldestDueDate, stage, stageName, procedureName, timeEligibleStage }: RunProposal) {
  return [
    texts.late(overdueDays, formatPlainDate(oldestDueDate)),
    stage === 1
      ? texts.firstStage(stageName, procedureName)
      : texts.nextStage(stage - 1, stage, stageName, procedureName),
    timeEligibleStage > stage ? texts.notSkipped(timeEligibleStage) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
