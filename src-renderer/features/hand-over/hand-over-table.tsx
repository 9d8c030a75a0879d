import type { HandOver } from '#shared/hand-over/contract.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { handOverTexts as texts } from './hand-over.nl.ts';

/** Whose, with whom, and what is still open of it. */
export function HandOverTable({
  rows,
  onOpen,
}: {
  readonly rows: readonly HandOver[];
  readonly onOpen: (handOverId: number) => void;
}) {
  const columns: readonly TableColumn<HandOver>[] = [
    {
      id: 'payer',
      header: texts.columns.payer,
      cell: ({ payerName, schoolName }) => (
        <>
          <PersonName strong>{payerName}</PersonName>
          <Text small muted>
            {schoolName}
          </Text>
        </>
      ),
    },
    {
      id: 'partner',
      header: texts.columns.partner,
      cell: ({ partnerName, reference }) => (
        <>
          {partnerName}
          <Text small muted>
            {reference === '' ? texts.noReference : reference}
          </Text>
        </>
      ),
    },
    {
      id: 'handedOn',
      header: texts.columns.handedOn,
      cell: ({ handedOn, takenBackOn }) => (
        <>
          <PlainDate date={handedOn} />
          {takenBackOn === null ? null : (
            <div>
              <Badge>
                {texts.takenBackOn} <PlainDate date={takenBackOn} />
              </Badge>
            </div>
          )}
        </>
      ),
    },
    {
      id: 'amount',
      header: texts.columns.amount,
      align: 'right',
      cell: ({ totalCents }) => <Money cents={totalCents} />,
    },
    { id: 'open', header: texts.columns.open, align: 'right', cell: ({ openCents }) => <Money cents={openCents} /> },
    {
      id: 'actions',
      header: texts.columns.actions,
      cell: ({ handOverId, payerName }) => (
        <TextButton aria-label={texts.openOf(payerName)} onClick={() => onOpen(handOverId)}>
          {texts.open}
        </TextButton>
      ),
    },
  ];
  return (
    <Table
      label={texts.title}
      columns={columns}
      rows={rows}
      getKey={({ handOverId }) => handOverId}
      onOpen={({ handOverId }) => onOpen(handOverId)}
    />
  );
}
