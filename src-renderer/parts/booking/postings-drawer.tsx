import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PostingRow } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api, type client } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import classes from './booking.module.css';
import { postingsTexts as texts } from './postings.nl.ts';
import { PostingsTable } from './postings-table.tsx';

type Question = Parameters<typeof client.ledger.postings>[0];
type PostingsOf = Question['of'];
export type PostingsFigure = NonNullable<Question['figure']>;

const step = 200;

/** The postings behind a figure of a payer, household or school; they add up to it. */
export function PostingsDrawer({
  title,
  of,
  figure,
  onClose,
}: {
  readonly title: ReactNode;
  readonly of: PostingsOf;
  readonly figure?: PostingsFigure;
  readonly onClose: () => void;
}) {
  const [limit, setLimit] = useState(step);
  const postings = useQuery({
    ...api.ledger.postings.queryOptions({ input: { of, limit, ...(figure ? { figure } : {}) } }),
    placeholderData: keepPreviousData,
  });
  const { data } = postings;
  return (
    <Drawer opened onClose={onClose} title={title} size={880}>
      <ProblemAlert error={postings.error} onRetry={() => void postings.refetch()} />
      {data ? (
        <>
          <PostingsTable rows={data.rows} withInvoice />
          {data.rows.length < data.total && limit < 1000 ? (
            <Button variant="subtle" loading={postings.isFetching} onClick={() => setLimit(1000)}>
              {texts.more(Math.min(data.total, 1000) - data.rows.length)}
            </Button>
          ) : null}
          <PostingsTotal count={data.total} cents={data.balanceCents} isCredit={figure === 'credit'} />
        </>
      ) : postings.error ? null : (
        <Loading />
      )}
    </Drawer>
  );
}

/** The same for postings that are already on the screen. */
export function PostingsRowsDrawer({
  title,
  rows,
  figureCents,
  isCredit,
  onClose,
}: {
  readonly title: ReactNode;
  readonly rows: readonly PostingRow[];
  readonly figureCents: number;
  /** The figure is money of the household: shown as a positive amount, and it stands negative in the postings. */
  readonly isCredit: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Drawer opened onClose={onClose} title={title} size={880}>
      <PostingsTable rows={rows} withInvoice={false} />
      <PostingsTotal count={rows.length} cents={figureCents} isCredit={isCredit} />
    </Drawer>
  );
}

function PostingsTotal({
  count,
  cents,
  isCredit,
}: {
  readonly count: number;
  readonly cents: number;
  readonly isCredit: boolean;
}) {
  return (
    <div className={classes['total']}>
      <span>{texts.totalOf(count)}</span>
      <span>
        <Money cents={cents} strong />
        {isCredit && cents < 0 ? texts.creditTotal(formatCents(-cents)) : null}
      </span>
    </div>
  );
}
