import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconFileImport } from '@tabler/icons-react';
import type { ImportSummary } from '#shared/imports/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { importTexts } from './imports.nl.ts';
import { useUndoImport } from './use-undo-import.tsx';
import classes from './imports.module.css';

const columns: readonly TableColumn<ImportSummary>[] = [
  { id: 'file', header: importTexts.columnFile, cell: (row) => <ReportLink summary={row} /> },
  { id: 'kind', header: importTexts.columnKind, width: 100, cell: (row) => importTexts.kinds[row.kind] },
  { id: 'when', header: importTexts.columnWhen, width: 145, cell: (row) => <Moment at={row.at} /> },
  { id: 'author', header: importTexts.columnAuthor, width: 110, cell: (row) => row.author },
  { id: 'result', header: importTexts.columnResult, cell: (row) => importTexts.countsLine(row.counts) },
  { id: 'actions', header: importTexts.columnActions, align: 'right', cell: (row) => <Actions summary={row} /> },
];

/** Every import there was, each with its report and the way back. */
export function PastImports() {
  const navigate = useNavigate();
  const list = useQuery(api.imports.list.queryOptions());
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.length === 0) {
    return (
      <EmptyState icon={<IconFileImport size={34} stroke={1.4} />} title={importTexts.noPast}>
        {importTexts.noPastText}
      </EmptyState>
    );
  }
  return (
    <Card title={importTexts.past} flush>
      <div className={classes['columns']}>
        <Table
          label={importTexts.past}
          columns={columns}
          rows={list.data}
          getKey={(row) => row.importId}
          onOpen={(row) => void navigate({ to: '/importeren', search: { importId: row.importId } })}
        />
      </div>
    </Card>
  );
}

function ReportLink({ summary }: { readonly summary: ImportSummary }) {
  return (
    <>
      <Link
        to="/importeren"
        search={{ importId: summary.importId }}
        aria-label={importTexts.reportOf(summary.fileName)}
      >
        {summary.fileName}
      </Link>
      {summary.undoneAt === null ? null : (
        <div>
          <Badge>{importTexts.undoneBadge}</Badge>
        </div>
      )}
    </>
  );
}

function Actions({ summary }: { readonly summary: ImportSummary }) {
  const { ask, undoing } = useUndoImport();
  if (summary.undoneAt !== null) return null;
  if (summary.undoBlockedBy !== null) {
    return (
      <div className={classes['blocked']}>
        <Text muted small>
          {summary.undoBlockedBy}
        </Text>
      </div>
    );
  }
  return (
    // The row opens the report; this button must not.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={classes['actions']} onClick={(event) => event.stopPropagation()}>
      <Button
        size="xs"
        loading={undoing}
        aria-label={importTexts.undoOf(summary.fileName)}
        onClick={() => void ask(summary)}
      >
        {importTexts.undo}
      </Button>
    </div>
  );
}
