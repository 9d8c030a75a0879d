import { formatCents } from '#shared/money/cents.ts';
import type { PlanInstalment, PlanPage } from '#shared/plans/shapes.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { instalmentTones, pageTexts as texts } from './plan-page.nl.ts';
import classes from './plans.module.css';

const columns: readonly TableColumn<PlanInstalment>[] = [
  { id: 'number', header: texts.number, width: 46, cell: ({ number }) => number },
  { id: 'dueDate', header: texts.dueDate, width: 104, cell: ({ dueDate }) => <PlainDate date={dueDate} /> },
  {
    id: 'amount',
    header: texts.amount,
    align: 'right',
    width: 110,
    cell: ({ amountCents }) => <Money cents={amountCents} />,
  },
  { id: 'status', header: texts.status, width: 190, cell: (row) => <Status row={row} /> },
  { id: 'receipts', header: texts.receipts, cell: (row) => <Receipts row={row} /> },
];

/** Each instalment with how far it is paid, and by which receipts. */
export function InstalmentsCard({ plan: { instalments } }: { readonly plan: PlanPage }) {
  return (
    <Card title={texts.instalments} flush>
      <Table label={texts.instalments} columns={columns} rows={instalments} getKey={({ number }) => number} />
    </Card>
  );
}

function Status({ row: { status, amountCents, paidCents } }: { readonly row: PlanInstalment }) {
  const isOpen = paidCents > 0 && paidCents < amountCents && status !== 'covered';
  return (
    <span className={classes['status']}>
      <Badge tone={instalmentTones[status]}>{texts.statuses[status]}</Badge>
      {isOpen ? <span className={classes['quiet']}>{texts.still(formatCents(amountCents - paidCents))}</span> : null}
    </span>
  );
}

function Receipts({ row: { receipts } }: { readonly row: PlanInstalment }) {
  return (
    <>
      {receipts.map(({ entryId, valueDate, amountCents }) => (
        <div key={entryId} className={classes['quiet']}>
          <PlainDate date={valueDate} /> · <Money cents={amountCents} />
        </div>
      ))}
    </>
  );
}
