import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { handOverTexts as texts } from './hand-over.nl.ts';

type Bill = {
  readonly invoiceId: number;
  readonly number: string;
  readonly dueDate: string;
  readonly cents: number;
  readonly included: boolean;
  readonly sentence: string;
};

const columns: readonly TableColumn<Bill>[] = [
  { id: 'number', header: texts.number, cell: ({ number }) => number },
  { id: 'dueDate', header: texts.dueDate, cell: ({ dueDate }) => <PlainDate date={dueDate} /> },
  {
    id: 'state',
    header: texts.state,
    cell: ({ included, sentence }) =>
      included ? (
        texts.goes
      ) : (
        <>
          {texts.staysBehind}
          <Text small muted>
            {sentence}
          </Text>
        </>
      ),
  },
  { id: 'amount', header: texts.columns.amount, align: 'right', cell: ({ cents }) => <Money cents={cents} /> },
];

/** Which bills go and which stay behind, each with its reason. */
export function GateBills({ bills, totalCents }: { readonly bills: readonly Bill[]; readonly totalCents: number }) {
  if (bills.length === 0) return null;
  return (
    <Table
      label={texts.billsTitle}
      columns={columns}
      rows={bills}
      getKey={({ invoiceId }) => invoiceId}
      footer={
        <tr>
          <td colSpan={3}>{texts.total}</td>
          <td style={{ textAlign: 'right' }}>
            <Money cents={totalCents} />
          </td>
        </tr>
      }
    />
  );
}
