import type { Settlement } from '#shared/settlements/contract.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { settlementTexts as texts } from './settlements.nl.ts';

/** Whose, since when, and what still has to be filed. */
export function SettlementTable({
  rows,
  onOpen,
}: {
  readonly rows: readonly Settlement[];
  readonly onOpen: (settlementId: number) => void;
}) {
  const columns: readonly TableColumn<Settlement>[] = [
    {
      id: 'payer',
      header: texts.columns.payer,
      cell: (row) => (
        <>
          <PersonName strong>{row.payerName}</PersonName>
          <Text small muted>
            <PersonName>{row.householdName}</PersonName>
          </Text>
        </>
      ),
    },
    {
      id: 'order',
      header: texts.columns.order,
      cell: (row) => (
        <>
          {texts.sentOn} <PlainDate date={row.orderSentOn} />
          <Text small muted>
            {texts.orderOf(texts.kinds[row.kind], row.court, row.reference)}
          </Text>
        </>
      ),
    },
    { id: 'claim', header: texts.columns.claim, cell: (row) => <ClaimState row={row} /> },
    {
      id: 'frozen',
      header: texts.columns.frozen,
      align: 'right',
      cell: ({ frozenCents }) => <Money cents={frozenCents} />,
    },
    { id: 'mediator', header: texts.columns.mediator, cell: ({ mediatorName }) => mediatorName ?? texts.noMediator },
    {
      id: 'actions',
      header: texts.columns.actions,
      cell: ({ settlementId, payerName }) => (
        <TextButton aria-label={texts.openOf(payerName)} onClick={() => onOpen(settlementId)}>
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
      getKey={({ settlementId }) => settlementId}
      onOpen={({ settlementId }) => onOpen(settlementId)}
    />
  );
}

function ClaimState({ row }: { readonly row: Settlement }) {
  if (row.closedOn !== null) {
    return (
      <>
        {row.outcome ? texts.outcomes[row.outcome] : texts.closed}
        <Text small muted>
          {texts.closed} <PlainDate date={row.closedOn} />
        </Text>
      </>
    );
  }
  if (row.kind === 'amicable') {
    return row.suspendedUntil === null ? null : (
      <>
        {texts.suspended} <PlainDate date={row.suspendedUntil} />
      </>
    );
  }
  if (row.claimFiledOn !== null) {
    return (
      <>
        {texts.filed} <PlainDate date={row.claimFiledOn} />
      </>
    );
  }
  return (
    <>
      <Badge tone={row.daysLeft < 0 ? 'danger' : 'warning'}>
        {row.daysLeft < 0 ? texts.late : texts.toFile} <PlainDate date={row.claimLastDay} />
      </Badge>
      <Text small muted>
        {texts.aim} <PlainDate date={row.claimTarget} />
      </Text>
    </>
  );
}
