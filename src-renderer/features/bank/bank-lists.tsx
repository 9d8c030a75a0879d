import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { BankLine } from '#shared/bank/shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import classes from './bank.module.css';
import { bankTexts as texts } from './bank.nl.ts';
import { FreshnessStrip } from './freshness-strip.tsx';
import { LineDrawer } from './line-drawer.tsx';
import { wholeList } from './line-list.ts';
import { LinesFooter } from './lines-footer.tsx';
import { LinesPart, type LinesView } from './lines-part.tsx';
import { LinesToolbar } from './lines-toolbar.tsx';
import { sumOf } from './proposal-words.ts';
import { RefundsPart } from './refunds-part.tsx';
import { StatementsPart } from './statements-part.tsx';
import type { BankAddress, BankView } from './use-bank-address.ts';
import { useAccept } from './use-line-actions.tsx';
import { useOpenLines } from './use-open-lines.ts';
import { usePastLines } from './use-past-lines.ts';

type Picked = { readonly view: BankView; readonly ids: ReadonlySet<number> };

const nobody: ReadonlySet<number> = new Set();
const lineViews = ['proposals', 'manual', 'booked', 'setAside'] as const satisfies readonly LinesView[];

/** The parts of the bank below how fresh it is: lines by what has to be done with them, statements, refunds. */
export function BankLists({
  address,
  notices,
  drop,
}: {
  readonly address: BankAddress;
  readonly notices: ReactNode;
  readonly drop: ReactNode;
}) {
  const { view, filter, go } = address;
  const open = useOpenLines(filter);
  const booked = usePastLines(filter, 'booked', view === 'booked');
  const setAside = usePastLines(filter, 'setAside', view === 'setAside');
  const refunds = useQuery(
    api.ledger.paymentOrders.queryOptions({
      input: { status: 'waiting', ...(filter.schoolId === undefined ? {} : { schoolId: filter.schoolId }) },
    }),
  );
  const [picked, setPicked] = useState<Picked>({ view, ids: nobody });
  const [changed, setChanged] = useState(0);
  // A selection belongs to the list it was made in.
  const selected = picked.view === view ? picked.ids : nobody;
  const select = (ids: ReadonlySet<number>): void => setPicked({ view, ids });
  const accept = useAccept((changedIds) => {
    setChanged(changedIds.length);
    select(new Set(changedIds));
  });
  function acceptOne(line: BankLine): void {
    const several = open.proposals.filter(({ transactionId }) => selected.has(transactionId));
    accept.now(several.some(({ transactionId }) => transactionId === line.transactionId) ? several : [line]);
  }

  const parts = {
    proposals: { ...open, list: wholeList(open.proposals) },
    manual: { ...open, list: wholeList(open.manual) },
    booked,
    setAside,
  };
  const counts: { readonly [Part in BankView]: number | undefined } = {
    proposals: open.counts && open.proposals.length,
    manual: open.counts && open.manual.length,
    booked: open.counts?.booked,
    setAside: open.counts?.setAside,
    statements: undefined,
    refunds: refunds.data?.length || undefined,
  };
  const linesOf = (part: LinesView): ReactNode => (
    <>
      {open.counts?.total === 0 && !address.hasFilters ? null : <LinesToolbar address={address} />}
      <ProblemAlert error={parts[part].error} onRetry={parts[part].retry} />
      {parts[part].isLoading ? (
        <Loading />
      ) : parts[part].error !== null ? null : (
        <LinesPart
          view={part}
          list={parts[part].list}
          isStale={parts[part].isStale}
          address={address}
          hasLines={(open.counts?.total ?? 0) > 0}
          selected={selected}
          onSelect={select}
          onAccept={acceptOne}
          changed={changed}
          onCloseChanged={() => setChanged(0)}
        />
      )}
    </>
  );
  const current = isLinesView(view) ? parts[view] : null;
  const openLines = [...open.proposals, ...open.manual];
  return (
    <Page
      fill
      title={texts.title}
      subtitle={
        open.counts && open.counts.total > 0 ? (
          <span role="status">
            {openLines.length === 0
              ? texts.subtitleDone
              : texts.subtitle(openLines.length, formatCents(sumOf(openLines)))}
          </span>
        ) : null
      }
      footer={
        isLinesView(view) && current && current.list.total > 0 ? (
          <LinesFooter
            view={view}
            open={view === 'manual' ? open.manual : open.proposals}
            selected={selected}
            rowOf={(transactionId) => find(current.list.total, current.list.rowAt, transactionId)}
            accept={accept}
            onClear={() => select(nobody)}
          />
        ) : null
      }
    >
      <div className={classes['top']}>
        {notices}
        <div className={classes['head']}>
          <FreshnessStrip />
          <div>{drop}</div>
        </div>
      </div>
      <Tabs
        fill
        label={texts.parts}
        value={view}
        onChange={(next) => go({ view: next === 'proposals' ? undefined : next, transactionId: undefined })}
        tabs={[
          ...lineViews.map((part) => ({ value: part, label: label(part, counts[part]), panel: linesOf(part) })),
          { value: 'statements', label: texts.tabs.statements, panel: <StatementsPart address={address} /> },
          {
            value: 'refunds',
            label: label('refunds', counts.refunds),
            panel: <RefundsPart schoolId={filter.schoolId ?? null} />,
          },
        ]}
      />
      <LineDrawer
        transactionId={address.transactionId}
        known={openLines.find(({ transactionId }) => transactionId === address.transactionId)}
        onClose={() => go({ transactionId: undefined })}
        onWorked={() =>
          go({ transactionId: nextOf(view === 'manual' ? open.manual : open.proposals, address.transactionId) })
        }
      />
    </Page>
  );
}

function label(part: BankView, count: number | undefined): string {
  return count === undefined ? texts.tabs[part] : texts.tabCount(texts.tabs[part], count);
}

function isLinesView(view: BankView): view is LinesView {
  return lineViews.some((part) => part === view);
}

/** The line below the one that was worked, so that the panel goes on with it; undefined at the end of the list. */
function nextOf(lines: readonly BankLine[], transactionId: number | null): number | undefined {
  const index = lines.findIndex((line) => line.transactionId === transactionId);
  return index === -1 ? undefined : lines[index + 1]?.transactionId;
}

function find(
  total: number,
  rowAt: (index: number) => BankLine | undefined,
  transactionId: number,
): BankLine | undefined {
  for (let index = 0; index < total; index += 1) {
    const row = rowAt(index);
    if (row?.transactionId === transactionId) return row;
  }
  return undefined;
}
