import { useState } from 'react';
import type { RunSummary } from '#shared/runs/contract.ts';
import { Badge, type BadgeTone } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { statusTones, statusWords } from './run-words.nl.ts';
import classes from './runs.module.css';
import { runsTexts as texts } from './runs.nl.ts';

/** How many runs are shown before one asks for all. */
const newest = 25;

const columns: readonly TableColumn<RunSummary>[] = [
  {
    id: 'date',
    header: texts.date,
    cell: (run) => (
      <Link to="/herinneringen/$runId" params={{ runId: String(run.runId) }}>
        <PlainDate date={run.asOf} />
      </Link>
    ),
  },
  {
    id: 'schools',
    header: texts.schools,
    cell: ({ schools }) => (
      <span className={classes['nowrap']} title={schools.join(', ')}>
        {some(schools)}
      </span>
    ),
  },
  {
    id: 'state',
    header: texts.state,
    cell: ({ status }) => <Badge tone={statusTones[status]}>{statusWords[status]}</Badge>,
  },
  { id: 'counts', header: texts.counts, cell: (run) => <Counts run={run} /> },
  { id: 'amount', header: texts.amount, align: 'right', cell: ({ totals }) => <Money cents={totals.cents} /> },
  { id: 'by', header: texts.by, cell: ({ author }) => <span className={classes['nowrap']}>{author}</span> },
];

/** Past runs, the newest first. */
export function RunTable({ runs }: { readonly runs: readonly RunSummary[] }) {
  const [showAll, setShowAll] = useState(false);
  const shown = showAll ? runs : runs.slice(0, newest);
  return (
    <>
      <Table label={texts.list} columns={columns} rows={shown} getKey={({ runId }) => runId} />
      {shown.length < runs.length ? (
        <Group p="sm">
          <Button size="xs" onClick={() => setShowAll(true)}>
            {texts.all(runs.length)}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

/** What needs a person first; before it starts only how many are proposed. */
function Counts({ run }: { readonly run: RunSummary }) {
  if (run.status === 'draft' || run.status === 'approved' || run.status === 'cancelled') {
    return <Badge>{texts.proposed(run.totals.proposals)}</Badge>;
  }
  const letters = run.totals.letters + run.totals.registeredLetters;
  const counts: readonly (readonly [number, BadgeTone, (count: number) => string])[] = [
    [run.uncertain, 'warning', texts.uncertain],
    [run.failed, 'danger', texts.failed],
    [run.waiting, 'info', letters > 0 ? texts.toPrint : texts.waiting],
    [run.tasksOpen, 'info', texts.tasks],
    [run.sent, 'success', texts.sent],
    [run.printed, 'success', texts.printed],
  ];
  return (
    <Group gap={6}>
      {counts
        .filter(([count]) => count > 0)
        .map(([count, tone, words]) => (
          <Badge key={words(0)} tone={tone}>
            {words(count)}
          </Badge>
        ))}
    </Group>
  );
}

function some(schools: readonly string[]): string {
  const [first = '', ...others] = schools;
  return others.length > 1 ? texts.manySchools(first, others.length) : schools.join(', ');
}
