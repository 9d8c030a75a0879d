import { useNavigate } from '@tanstack/react-router';
import type { NamedExclusion } from '#shared/dunning/contract.ts';
import { DataGrid } from '#renderer/ui/data-grid.tsx';
import type { GridColumn } from '#renderer/ui/grid-model.ts';
import { Money } from '#renderer/ui/money.tsx';
import { Text } from '#renderer/ui/text.tsx';
import type { ListAddress } from './list-address.ts';
import { foundExclusions, perReason } from './lists.ts';
import { proposalTexts as texts } from './proposal.nl.ts';
import { reasonWords } from './run-words.nl.ts';
import classes from './runs.module.css';

const columns: readonly GridColumn<NamedExclusion>[] = [
  {
    id: 'payer',
    header: texts.payer,
    width: 130,
    grow: 2,
    cell: (row) => <span className={`${classes['strong']} os-name`}>{row.payerName}</span>,
  },
  {
    id: 'household',
    header: texts.household,
    width: 110,
    grow: 2,
    cell: (row) => <span className={`${classes['quiet']} os-name`}>{row.householdName.replace(/^Gezin /, '')}</span>,
  },
  {
    id: 'sentence',
    header: texts.explanation,
    width: 300,
    grow: 7,
    cell: (row) => <span title={row.sentence}>{row.sentence}</span>,
  },
  {
    id: 'due',
    header: texts.due,
    width: 96,
    align: 'right',
    cell: ({ facts }) => (facts.dueCents > 0 ? <Money cents={facts.dueCents} /> : null),
  },
];

/** Who is not reminded and why: the reasons with their counts beside the households. Enter goes to the dossier. */
export function ExcludedList({
  exclusions,
  address,
}: {
  readonly exclusions: readonly NamedExclusion[];
  readonly address: ListAddress;
}) {
  const navigate = useNavigate();
  if (exclusions.length === 0) return <Text muted>{texts.nobodyExcluded}</Text>;
  const found = foundExclusions(exclusions, address);
  const reasons = perReason(found);
  const rows = reasons.flatMap(({ reason, rows: those }) =>
    address.reason === undefined || address.reason === reason ? those : [],
  );
  const keys = new Map(rows.map((row, index) => [row, index]));
  return (
    <div className={classes['excluded']}>
      <ul className={classes['reasons']} aria-label={texts.reasons}>
        <li>
          <button
            type="button"
            className={classes['reason']}
            aria-pressed={address.reason === undefined}
            onClick={() => address.go({ reason: undefined })}
          >
            <span>{texts.allReasons}</span>
            <span>{found.length}</span>
          </button>
        </li>
        {reasons.map(({ reason, rows: those }) => (
          <li key={reason}>
            <button
              type="button"
              className={classes['reason']}
              aria-pressed={address.reason === reason}
              onClick={() => address.go({ reason })}
            >
              <span>{reasonWords[reason]}</span>
              <span>{those.length}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={classes['list']}>
        <DataGrid<NamedExclusion>
          label={texts.excludedLabel}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          getKey={(row) => keys.get(row) ?? 0}
          rowName={({ payerName, householdName }) => [payerName, householdName].filter(Boolean).join(', ')}
          listKey={`${address.reason} ${address.search} ${address.schoolId}`}
          onOpen={({ householdId }) =>
            void navigate({ to: '/dossiers/$householdId', params: { householdId: String(householdId) } })
          }
        />
      </div>
    </div>
  );
}
