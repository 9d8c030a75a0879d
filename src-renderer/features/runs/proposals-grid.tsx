import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RunProposal } from '#shared/runs/contract.ts';
import { api } from '#renderer/app/api.ts';
import { DataGrid } from '#renderer/ui/data-grid.tsx';
import { proposalColumns } from './proposal-columns.tsx';
import { proposalTexts as texts } from './proposal.nl.ts';
import classes from './runs.module.css';

/** The proposals of a run or a dry run; Enter opens one. */
export function ProposalsGrid({
  rows,
  withSchool,
  listKey,
  onOpen,
  selected,
  onSelect,
}: {
  readonly rows: readonly RunProposal[];
  readonly withSchool: boolean;
  readonly listKey: string;
  readonly onOpen: (row: RunProposal) => void;
  /** With `onSelect` rows can be picked. */
  readonly selected?: ReadonlySet<number>;
  readonly onSelect?: (selected: ReadonlySet<number>) => void;
}) {
  const known = useQuery(api.correspondence.texts.queryOptions({ input: { withArchived: true } }));
  const columns = useMemo(() => {
    const names = new Map(known.data?.map(({ textId, name }) => [textId, name]));
    return proposalColumns((textId) => (textId === null ? texts.noText : (names.get(textId) ?? '')), withSchool);
  }, [known.data, withSchool]);
  return (
    <div className={classes['list']}>
      <DataGrid<RunProposal>
        label={texts.gridLabel}
        columns={columns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        getKey={({ runProposalId }) => runProposalId}
        rowName={({ payerName, householdName }) => `${payerName}, ${householdName}`}
        listKey={listKey}
        onOpen={onOpen}
        {...(selected && onSelect
          ? {
              selection: {
                selected,
                onChange: onSelect,
                keysBetween: (first: number, last: number) =>
                  Promise.resolve(rows.slice(first, last + 1).map(({ runProposalId }) => runProposalId)),
                onSelectAll: () => {
                  onSelect(new Set(rows.map(({ runProposalId }) => runProposalId)));
                  return Promise.resolve();
                },
              },
            }
          : {})}
      />
    </div>
  );
}
