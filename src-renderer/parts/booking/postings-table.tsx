import type { PostingRow } from '#shared/ledger/booking-shapes.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Struck } from '#renderer/ui/struck.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { BankLineLink } from './bank-line-link.tsx';
import classes from './booking.module.css';
import { postingsTexts as texts } from './postings.nl.ts';

/** Postings as on an account statement: oldest first, each with the balance after it; what was taken back is struck through. */
export function PostingsTable({
  rows,
  withInvoice,
}: {
  readonly rows: readonly PostingRow[];
  /** Says of which claim each posting is. */
  readonly withInvoice: boolean;
}) {
  if (rows.length === 0) return <Text muted>{texts.none}</Text>;
  return (
    <div className={classes['scroll']}>
      <Table
        label={texts.label}
        columns={withInvoice ? columns : columns.filter(({ id }) => id !== 'invoice')}
        rows={rows}
        getKey={({ postingId }) => postingId}
      />
    </div>
  );
}

const columns: readonly TableColumn<PostingRow>[] = [
  { id: 'date', header: texts.date, cell: (row) => <When row={row} /> },
  { id: 'invoice', header: texts.invoice, cell: (row) => <Claim row={row} /> },
  { id: 'kind', header: texts.kind, cell: (row) => <What row={row} /> },
  { id: 'source', header: texts.source, cell: (row) => <Whence row={row} /> },
  {
    id: 'amount',
    header: texts.amount,
    align: 'right',
    cell: (row) => (
      <Struck when={row.isReversed}>
        <Money cents={row.amountCents} />
      </Struck>
    ),
  },
  {
    id: 'balance',
    header: texts.balance,
    align: 'right',
    cell: (row) => <Money cents={row.balanceCents} strong />,
  },
];

function When({ row }: { readonly row: PostingRow }) {
  return (
    <>
      <PlainDate date={row.bookingDate} />
      {row.valueDate === row.bookingDate ? null : (
        <span className={classes['wordLine']}>{texts.valueDate(formatPlainDate(row.valueDate))}</span>
      )}
    </>
  );
}

function Claim({ row }: { readonly row: PostingRow }) {
  return (
    <>
      <Link to="/facturen/$invoiceId" params={{ invoiceId: String(row.invoiceId) }}>
        {row.invoiceNumber}
      </Link>
      <span className={`${classes['wordLine']} os-name`}>{row.pupilName}</span>
    </>
  );
}

function What({ row }: { readonly row: PostingRow }) {
  return (
    <>
      <Struck when={row.isReversed}>{texts.kindLabel(row.kind, row.reversedKind)}</Struck>{' '}
      {row.isReversed ? <Badge>{texts.reversed}</Badge> : null}
      {row.payerName === null ? null : (
        <span className={`${classes['wordLine']} os-name`}>{texts.share(row.payerName)}</span>
      )}
      {row.description === '' ? null : <span className={`${classes['wordLine']} os-name`}>{row.description}</span>}
    </>
  );
}

function Whence({ row }: { readonly row: PostingRow }) {
  return (
    <div className={classes['source']}>
      {row.bankTransactionId === null ? (
        row.sourceText
      ) : (
        <BankLineLink transactionId={row.bankTransactionId}>{row.sourceText}</BankLineLink>
      )}
      {row.source === 'hand' ? null : <span className={classes['wordLine']}>{texts.by(row.author)}</span>}
    </div>
  );
}
