import type { MaximumBillRow } from '#shared/maximum-bill/contract.ts';
import { sumCents } from '#shared/money/cents.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { maximumBillTexts as texts } from './maximum-bill.nl.ts';
import { RowFacts } from './row-facts.tsx';

/** Each pupil and cap: what was billed, what may be asked, and what is still to credit. `chosen` null: nothing can be. */
export function MaximumBillTable({
  rows,
  saidAbove,
  chosen,
  onChosen,
}: {
  readonly rows: readonly MaximumBillRow[];
  readonly saidAbove: readonly string[];
  readonly chosen: ReadonlySet<number> | null;
  readonly onChosen: (pupilIds: ReadonlySet<number>) => void;
}) {
  const columns: readonly TableColumn<MaximumBillRow>[] = [
    ...(chosen === null ? [] : [chooseColumn(rows, chosen, onChosen)]),
    {
      id: 'pupil',
      header: texts.columns.pupil,
      cell: ({ pupilName, className, schoolName, householdId }) => (
        <>
          <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
            <PersonName strong>{pupilName}</PersonName>
          </Link>
          <Text small muted>
            {[className, schoolName].filter((part) => part !== '').join(' · ')}
          </Text>
        </>
      ),
    },
    { id: 'cap', header: texts.columns.cap, cell: (row) => <RowFacts row={row} saidAbove={saidAbove} /> },
    money('billed', ({ billedCents }) => billedCents),
    money('capAmount', ({ capCents }) => capCents),
    money('claimable', ({ claimableCents }) => claimableCents),
    money('excess', ({ excessCents }) => excessCents),
    money('credited', ({ creditedCents }) => creditedCents),
    {
      id: 'proposal',
      header: texts.columns.proposal,
      align: 'right',
      cell: ({ proposal }) =>
        proposal.length === 0 ? null : (
          <>
            <Money cents={sumCents(proposal.map(({ amountCents }) => amountCents))} />
            <Text small muted>
              {proposal.map(({ number }) => number).join(', ')}
            </Text>
          </>
        ),
    },
  ];
  return <Table label={texts.title} columns={columns} rows={rows} getKey={({ pupilId, cap }) => `${pupilId}-${cap}`} />;
}

function money(
  id: 'billed' | 'capAmount' | 'claimable' | 'excess' | 'credited',
  centsOf: (row: MaximumBillRow) => number | null,
): TableColumn<MaximumBillRow> {
  return {
    id,
    header: texts.columns[id],
    align: 'right',
    cell: (row) => {
      const cents = centsOf(row);
      return cents === null ? '?' : <Money cents={cents} />;
    },
  };
}

/** A pupil is credited as a whole: the boxes of one pupil go together. */
function chooseColumn(
  rows: readonly MaximumBillRow[],
  chosen: ReadonlySet<number>,
  onChosen: (pupilIds: ReadonlySet<number>) => void,
): TableColumn<MaximumBillRow> {
  const possible = new Set(rows.filter(({ proposal }) => proposal.length > 0).map(({ pupilId }) => pupilId));
  const isAll = possible.size > 0 && [...possible].every((pupilId) => chosen.has(pupilId));
  function toggle(pupilId: number, isChosen: boolean): void {
    onChosen(new Set(isChosen ? [...chosen, pupilId] : [...chosen].filter((one) => one !== pupilId)));
  }
  return {
    id: 'choose',
    width: 40,
    header: (
      <Checkbox
        aria-label={texts.chooseAll}
        disabled={possible.size === 0}
        checked={isAll}
        onChange={(event) => onChosen(event.currentTarget.checked ? possible : new Set())}
      />
    ),
    cell: ({ pupilId, pupilName, cap, proposal }) =>
      proposal.length === 0 ? null : (
        <Checkbox
          aria-label={texts.chooseRow(pupilName, texts.caps[cap])}
          checked={chosen.has(pupilId)}
          onChange={(event) => toggle(pupilId, event.currentTarget.checked)}
        />
      ),
  };
}
