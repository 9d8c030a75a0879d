import { formatCents } from '#shared/money/cents.ts';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { separationTexts as texts } from './separation.nl.ts';

type Owed = readonly { readonly payerId: number; readonly payerName: string; readonly owedCents: number }[];
type Effect = {
  readonly invoiceId: number;
  readonly number: string;
  readonly pupilName: string;
  readonly issueDate: string;
  readonly openCents: number;
  readonly before: Owed;
  readonly after: Owed;
};

/** Per open bill what everybody owes now and then; what stays the same says so. */
export function SeparationEffects({ effects }: { readonly effects: readonly Effect[] }) {
  if (effects.length === 0) return <Text muted>{texts.noEffects}</Text>;
  const columns: readonly TableColumn<Effect>[] = [
    {
      id: 'bill',
      header: texts.bill,
      cell: ({ number, issueDate, pupilName }) => (
        <>
          {number} · <PlainDate date={issueDate} />
          <Text small muted>
            <PersonName>{pupilName}</PersonName>
          </Text>
        </>
      ),
    },
    { id: 'open', header: texts.open, align: 'right', cell: ({ openCents }) => <Money cents={openCents} /> },
    { id: 'before', header: texts.before, align: 'right', cell: ({ before }) => <OwedList owed={before} /> },
    {
      id: 'after',
      header: texts.after,
      align: 'right',
      cell: ({ before, after }) =>
        sameOwed(before, after) ? <Text muted>{texts.same}</Text> : <OwedList owed={after} />,
    },
  ];
  return <Table label={texts.effects} columns={columns} rows={effects} getKey={({ invoiceId }) => invoiceId} />;
}

function OwedList({ owed }: { readonly owed: Owed }) {
  return (
    <>
      {owed.map(({ payerId, payerName, owedCents }) => (
        <div key={payerId}>
          <PersonName>{payerName}</PersonName> {formatCents(owedCents)}
        </div>
      ))}
    </>
  );
}

function sameOwed(before: Owed, after: Owed): boolean {
  const written = (owed: Owed): string => owed.map(({ payerId, owedCents }) => `${payerId}:${owedCents}`).join(',');
  return written(before) === written(after);
}
