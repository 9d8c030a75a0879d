import type { Shares } from '#shared/settlements/contract.ts';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { planTexts as texts } from './plan.nl.ts';

type Row = Shares['creditors'][number] & { readonly position: number };

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', header: texts.columns.name, cell: ({ name }) => name },
  { id: 'owed', header: texts.columns.owed, align: 'right', cell: ({ amountCents }) => <Money cents={amountCents} /> },
  {
    id: 'monthly',
    header: texts.columns.monthly,
    align: 'right',
    cell: ({ monthlyCents }) => <Money cents={monthlyCents} />,
  },
  { id: 'total', header: texts.columns.total, align: 'right', cell: ({ totalCents }) => <Money cents={totalCents} /> },
  {
    id: 'remitted',
    header: texts.columns.remitted,
    align: 'right',
    cell: ({ remittedCents }) => <Money cents={remittedCents} />,
  },
  {
    id: 'until',
    header: texts.columns.until,
    cell: ({ lastDate }) => (lastDate === null ? texts.never : <PlainDate date={lastDate} />),
  },
];

/** What each creditor would get, in pro rata. */
export function SharesTable({ shares }: { readonly shares: Shares }) {
  return (
    <div aria-live="polite">
      <Text strong>{shares.months === null ? texts.neverPaid : texts.lasts(shares.months)}</Text>
      <Table
        label={texts.table}
        columns={columns}
        rows={shares.creditors.map((creditor, index) => ({ ...creditor, position: index }))}
        getKey={({ position }) => position}
      />
    </div>
  );
}
