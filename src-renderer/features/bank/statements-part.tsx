import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { IconBuildingBank } from '@tabler/icons-react';
import { formatIban } from '#shared/bank/iban.ts';
import type { StatementRow } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Moment, PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import classes from './bank.module.css';
import { bankTexts as texts } from './bank.nl.ts';
import { FindingsList } from './findings-list.tsx';
import type { BankAddress } from './use-bank-address.ts';
import { statementName, useUndoStatement } from './use-undo-statement.tsx';

const step = 100;

/** Every statement that was read in, with its checks, what became of its lines, and the way back. */
export function StatementsPart({ address }: { readonly address: BankAddress }) {
  const { schoolId } = address.filter;
  const undo = useUndoStatement();
  const statements = useInfiniteQuery(
    api.bank.statements.infiniteOptions({
      input: (offset: number) => ({ ...(schoolId === undefined ? {} : { schoolId }), offset, limit: step }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => (pages.length * step < last.total ? pages.length * step : undefined),
      placeholderData: keepPreviousData,
    }),
  );
  if (statements.isPending) return <Loading />;
  if (statements.isError) {
    return <ProblemAlert error={statements.error} onRetry={() => void statements.refetch()} />;
  }
  const rows = statements.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) {
    return (
      <EmptyState icon={<IconBuildingBank size={36} stroke={1.2} />} title={texts.nothingTitle}>
        {texts.nothingText}
      </EmptyState>
    );
  }
  return (
    // A long list scrolls by itself, and then the keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={texts.statementsLabel}>
      <Table
        label={texts.statementsLabel}
        rows={rows}
        getKey={({ statementId }) => statementId}
        columns={columnsOf(address, undo)}
      />
      {statements.hasNextPage ? (
        <Button loading={statements.isFetchingNextPage} onClick={() => void statements.fetchNextPage()}>
          {texts.more}
        </Button>
      ) : null}
    </div>
  );
}

function columnsOf(
  address: BankAddress,
  undo: ReturnType<typeof useUndoStatement>,
): readonly TableColumn<StatementRow>[] {
  return [
    { id: 'name', header: texts.statement, cell: (row) => <Name row={row} address={address} /> },
    {
      id: 'account',
      header: texts.account,
      cell: (row) => (
        <>
          {row.schoolName}
          <div className={classes['accountNumber']}>{formatIban(row.accountIban)}</div>
        </>
      ),
    },
    { id: 'balance', header: texts.balance, align: 'right', cell: (row) => <Balance row={row} /> },
    { id: 'checks', header: texts.checks, cell: (row) => <Checks row={row} /> },
    {
      id: 'lines',
      header: texts.counts,
      cell: ({ lines }) => texts.countsLine(lines.open, lines.booked, lines.setAside),
    },
    {
      id: 'read',
      header: texts.readBy,
      cell: (row) => (
        <>
          <Moment at={row.at} />
          <div className={classes['accountNumber']}>{row.author}</div>
        </>
      ),
    },
    { id: 'actions', header: texts.actions, align: 'right', cell: (row) => <Undo row={row} undo={undo} /> },
  ];
}

function Name({ row, address }: { readonly row: StatementRow; readonly address: BankAddress }) {
  const name = texts.statementNumber(row.sequenceNumber);
  const view = row.lines.open > 0 ? undefined : row.lines.booked > 0 ? ('booked' as const) : ('setAside' as const);
  return (
    <>
      {row.undoneAt === null ? (
        <button
          type="button"
          className={classes['rowButton']}
          aria-label={texts.showLines(statementName(row))}
          onClick={() => address.go({ view, statementId: row.statementId, search: undefined })}
        >
          {name}
        </button>
      ) : (
        <>
          {name} <Badge>{texts.undoneBadge}</Badge>
        </>
      )}
      <div>
        {row.openingDate === null || row.openingDate === row.closingDate ? null : (
          <>
            <PlainDate date={row.openingDate} />
            {' – '}
          </>
        )}
        <PlainDate date={row.closingDate} />
      </div>
      <div className={classes['fileName']}>{row.fileName}</div>
    </>
  );
}

function Balance({ row }: { readonly row: StatementRow }) {
  if (row.openingCents === null || row.closingCents === null) return null;
  return (
    <>
      <Money cents={row.openingCents} />
      <div>
        <Money cents={row.closingCents} strong />
      </div>
    </>
  );
}

function Checks({ row }: { readonly row: StatementRow }) {
  const hasBalance = row.openingCents !== null && row.closingCents !== null;
  return (
    <>
      {hasBalance ? null : <Badge tone="warning">{texts.noBalance}</Badge>}
      {row.findings.length > 0 ? (
        <Tooltip label={<FindingsList findings={row.findings} />}>
          <button type="button" className={classes['rowButton']}>
            <Badge tone="warning">{texts.warnings(row.findings.length)}</Badge>
          </button>
        </Tooltip>
      ) : hasBalance ? (
        <Badge tone="success">{texts.checksFine}</Badge>
      ) : null}
    </>
  );
}

function Undo({ row, undo }: { readonly row: StatementRow; readonly undo: ReturnType<typeof useUndoStatement> }) {
  if (row.undoneAt !== null) return <Moment at={row.undoneAt} dayOnly />;
  if (row.undoBlockedBy !== null) {
    return (
      <div className={classes['blocked']}>
        <Text muted small>
          {row.undoBlockedBy}
        </Text>
      </div>
    );
  }
  return (
    <Button
      size="xs"
      loading={undo.undoing}
      aria-label={texts.undoOf(statementName(row))}
      onClick={() => void undo.ask(row)}
    >
      {texts.undo}
    </Button>
  );
}
