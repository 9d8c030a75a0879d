import type { PlannedExclusion } from '#shared/correspondence/contract.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { composeTexts } from './compose.nl.ts';

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

/** Who was picked and gets nothing, with the reason. */
export function ExcludedTable({ excluded }: { readonly excluded: readonly PlannedExclusion[] }) {
  if (excluded.length === 0) return <Text muted>{composeTexts.nobodyExcluded}</Text>;
  return (
    <Table
      label={composeTexts.excluded(excluded.length)}
      columns={columns}
      rows={excluded}
      getKey={(row) => `${row.householdId} ${row.payerName ?? ''} ${row.reason} ${row.sentence}`}
    />
  );
}
