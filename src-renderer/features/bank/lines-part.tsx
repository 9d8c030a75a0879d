import { IconBuildingBank, IconChecks, IconFilterOff, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataGrid } from '#renderer/ui/data-grid.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import classes from './bank.module.css';
import { bankTexts } from './bank.nl.ts';
import { lineTexts as texts } from './bank-line.nl.ts';
import { lineColumns } from './line-columns.tsx';
import type { LineList } from './line-list.ts';
import { nameOf } from './proposal-words.ts';
import type { BankAddress } from './use-bank-address.ts';

export type LinesView = 'proposals' | 'manual' | 'booked' | 'setAside';

/** Two lines of words in a row. */
const rowHeight = 48;

/** One list of lines: arrows walk, Space picks, Enter opens the panel, Ctrl+Enter accepts. */
export function LinesPart({
  view,
  list,
  isStale,
  address,
  hasLines,
  selected,
  onSelect,
  onAccept,
  changed,
  onCloseChanged,
}: {
  readonly view: LinesView;
  readonly list: LineList;
  readonly isStale: boolean;
  readonly address: BankAddress;
  /** Something was ever read in. */
  readonly hasLines: boolean;
  readonly selected: ReadonlySet<number>;
  readonly onSelect: (selected: ReadonlySet<number>) => void;
  readonly onAccept: (line: BankLine) => void;
  /** Proposals that had changed when they were accepted. */
  readonly changed: number;
  readonly onCloseChanged: () => void;
}) {
  const { go, filter } = address;
  const columns = useMemo(
    () => lineColumns(view, onAccept, ({ transactionId }) => go({ transactionId })),
    [view, onAccept, go],
  );
  if (list.total === 0) return <NothingHere view={view} address={address} hasLines={hasLines} />;
  return (
    <>
      {changed > 0 && view === 'proposals' ? (
        <div className={classes['top']}>
          <Alert
            tone="warning"
            title={texts.changedTitle(changed)}
            actions={
              <Button size="xs" leftIcon={<IconX size={14} aria-hidden />} onClick={onCloseChanged}>
                {bankTexts.closeNotice}
              </Button>
            }
          >
            {texts.changedText}
          </Alert>
        </div>
      ) : null}
      <div className={isStale ? `${classes['list']} ${classes['stale']}` : classes['list']}>
        <DataGrid<BankLine>
          label={texts.gridLabel}
          columns={columns}
          rowHeight={rowHeight}
          rowCount={list.total}
          rowAt={list.rowAt}
          {...(list.onRange ? { onRange: list.onRange } : {})}
          getKey={(line) => line.transactionId}
          rowName={rowName}
          onOpen={({ transactionId }) => go({ transactionId })}
          {...(view === 'proposals' ? { onConfirm: onAccept } : {})}
          listKey={JSON.stringify([view, filter])}
          selection={{
            selected,
            onChange: onSelect,
            keysBetween: list.keysBetween,
            onSelectAll: () =>
              list.allKeys().then(
                (keys) => onSelect(new Set(keys)),
                (error: unknown) => notifyProblem(error),
              ),
          }}
        />
      </div>
    </>
  );
}

function NothingHere({
  view,
  address,
  hasLines,
}: {
  readonly view: LinesView;
  readonly address: BankAddress;
  readonly hasLines: boolean;
}) {
  const navigate = useNavigate();
  if (address.hasFilters) {
    return (
      <EmptyState
        icon={<IconFilterOff size={36} stroke={1.2} />}
        title={bankTexts.noMatch}
        actions={<Button onClick={address.clearFilters}>{bankTexts.clearFilters}</Button>}
      />
    );
  }
  if (!hasLines) {
    return (
      <EmptyState icon={<IconBuildingBank size={36} stroke={1.2} />} title={bankTexts.nothingTitle}>
        {bankTexts.nothingText}
      </EmptyState>
    );
  }
  const next: { readonly [View in LinesView]: ReactNode } = {
    proposals: <Button onClick={() => address.go({ view: 'manual' })}>{bankTexts.toManual}</Button>,
    manual: <Button onClick={() => void navigate({ to: '/openstaand' })}>{bankTexts.toOpenItems}</Button>,
    booked: <Button onClick={() => address.go({ view: undefined })}>{bankTexts.toProposals}</Button>,
    setAside: null,
  };
  return (
    <EmptyState icon={<IconChecks size={36} stroke={1.2} />} title={bankTexts.empty[view]} actions={next[view]}>
      {bankTexts.emptyText[view]}
    </EmptyState>
  );
}

function rowName(line: BankLine): string {
  return texts.rowName(formatPlainDate(line.bookingDate), formatCents(line.amountCents), nameOf(line) ?? '');
}
