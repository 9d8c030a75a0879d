import type { z } from 'zod';
import type { householdListRow } from '#shared/dossier/contract.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Moment, PlainDate } from '#renderer/ui/plain-date.tsx';
import type { TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { dossierTexts } from './dossier.nl.ts';

export type OpenHousehold = z.infer<typeof householdListRow>;

/** What the list of dossiers says of each household. */
export const openHouseholdColumns: readonly TableColumn<OpenHousehold>[] = [
  { id: 'household', header: dossierTexts.household, cell: (row) => <HouseholdLink row={row} /> },
  { id: 'pupils', header: dossierTexts.pupils, cell: (row) => <PersonName>{row.pupils}</PersonName> },
  {
    id: 'open',
    header: dossierTexts.open,
    align: 'right',
    width: 110,
    cell: (row) => <Money cents={row.openCents} />,
  },
  {
    id: 'overdue',
    header: dossierTexts.overdue,
    align: 'right',
    width: 110,
    cell: (row) => <Money cents={row.overdueCents} strong />,
  },
  { id: 'nextStep', header: dossierTexts.nextStep, width: 220, cell: (row) => <Step row={row} /> },
  { id: 'lastContact', header: dossierTexts.lastContact, width: 120, cell: (row) => <LastContact row={row} /> },
];

function HouseholdLink({ row }: { readonly row: OpenHousehold }) {
  return (
    <Link to="/dossiers/$householdId" params={{ householdId: String(row.householdId) }}>
      <PersonName strong>{row.name}</PersonName>
    </Link>
  );
}

function Step({ row }: { readonly row: OpenHousehold }) {
  if (!row.nextStep) return <Muted>{dossierTexts.none}</Muted>;
  return (
    <>
      {`${row.nextStep.what} `}
      <Text muted small inline>
        <PlainDate date={row.nextStep.dueDate} />
      </Text>
    </>
  );
}

function LastContact({ row }: { readonly row: OpenHousehold }) {
  return row.lastContactAt ? <Moment at={row.lastContactAt} dayOnly /> : <Muted>{dossierTexts.never}</Muted>;
}

function Muted({ children }: { readonly children: string }) {
  return (
    <Text muted inline>
      {children}
    </Text>
  );
}
