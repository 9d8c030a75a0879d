import { useState } from 'react';
import type { PlannedExclusion } from '#shared/correspondence/contract.ts';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { composeTexts } from './compose.nl.ts';

type Reason = PlannedExclusion['reason'];

/** What a person can do something about first, what is simply in order last. */
const reasonOrder: readonly Reason[] = [
  'undecided',
  'unreachable',
  'noLiablePayer',
  'allHeld',
  'creditCovers',
  'nothingDue',
];

const columns: readonly TableColumn<PlannedExclusion>[] = [
  {
    id: 'household',
    header: composeTexts.household,
    cell: (row) => (
      <Link to="/dossiers/$householdId" params={{ householdId: String(row.householdId) }}>
        <PersonName>{row.householdName}</PersonName>
      </Link>
    ),
  },
  { id: 'payer', header: composeTexts.payer, cell: (row) => <PersonName>{row.payerName ?? ''}</PersonName> },
  { id: 'reason', header: composeTexts.reason, cell: (row) => row.sentence },
];

/** Who was picked and gets nothing, with the reason; the reasons that ask for something come first. */
export function ExcludedTable({ excluded }: { readonly excluded: readonly PlannedExclusion[] }) {
  const [chosen, setChosen] = useState<Reason | 'all'>('all');
  if (excluded.length === 0) return <Text muted>{composeTexts.nobodyExcluded}</Text>;
  const perReason = reasonOrder
    .map((reason) => ({ reason, rows: excluded.filter((row) => row.reason === reason) }))
    .filter(({ rows }) => rows.length > 0);
  const rows = perReason.flatMap((one) => (chosen === 'all' || chosen === one.reason ? one.rows : []));
  return (
    <Stack gap="sm">
      {perReason.length > 1 ? (
        <Group>
          <Segmented<Reason | 'all'>
            label={composeTexts.reason}
            options={[
              { value: 'all', label: composeTexts.all(excluded.length) },
              ...perReason.map(({ reason, rows: those }) => ({
                value: reason,
                label: `${composeTexts.reasons[reason]} ${those.length}`,
              })),
            ]}
            value={chosen}
            onChange={setChosen}
          />
        </Group>
      ) : null}
      <Table
        label={composeTexts.excluded(rows.length)}
        columns={columns}
        rows={rows}
        getKey={(row) => `${row.householdId} ${row.payerName ?? ''} ${row.reason} ${row.sentence}`}
      />
    </Stack>
  );
}
