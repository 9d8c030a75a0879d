import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { RadarRow } from '#shared/limitation/contract.ts';
import { daysLeftWords } from '#renderer/parts/limitation/limitation.nl.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CellLine, CellLines } from '#renderer/ui/cell-lines.tsx';
import type { GridColumn } from '#renderer/ui/grid-model.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import classes from './radar.module.css';
import { radarTexts as texts } from './radar.nl.ts';

/** Whose bill, how long both clocks still run, what stopped them last, and what may be done now. */
export function radarColumns(onSteps: (row: RadarRow) => void): readonly GridColumn<RadarRow>[] {
  return [
    { id: 'household', header: texts.columns.household, width: 150, grow: 3, cell: (row) => <Household row={row} /> },
    { id: 'invoice', header: texts.columns.invoice, width: 152, cell: (row) => <Invoice row={row} /> },
    {
      id: 'open',
      header: texts.columns.open,
      width: 98,
      align: 'right',
      cell: ({ openCents }) => <Money cents={openCents} strong />,
    },
    {
      id: 'safe',
      header: texts.columns.safe,
      width: 146,
      cell: ({ safeDaysLeft, safeLastDay, band }) => (
        <Clock left={safeDaysLeft} lastDay={safeLastDay} isUrgent={band === 'days30'} />
      ),
    },
    {
      id: 'legal',
      header: texts.columns.legal,
      width: 146,
      cell: ({ daysLeft, lastDay, isLimited }) => <Clock left={daysLeft} lastDay={lastDay} isUrgent={isLimited} />,
    },
    { id: 'acts', header: texts.columns.acts, width: 190, grow: 4, cell: (row) => <Acts row={row} /> },
    {
      id: 'actions',
      header: texts.columns.actions,
      width: 100,
      align: 'right',
      cell: (row) => (
        // Opening the row with a double click is something else than pressing its button twice.
        <span role="presentation" onDoubleClick={(event) => event.stopPropagation()}>
          <Button size="xs" aria-label={texts.stepsOf(row.number)} onClick={() => onSteps(row)}>
            {texts.steps}
          </Button>
        </span>
      ),
    },
  ];
}

function Household({ row }: { readonly row: RadarRow }) {
  return (
    <CellLines>
      {/* Out of the tab order: the panel of the row has the same link. */}
      <Link
        to="/dossiers/$householdId"
        params={{ householdId: String(row.householdId) }}
        tabIndex={-1}
        className="os-name"
      >
        {row.householdName.replace(/^Gezin /, '')}
      </Link>
      <CellLine quiet name>
        {row.pupilName}
      </CellLine>
    </CellLines>
  );
}

function Invoice({ row }: { readonly row: RadarRow }) {
  return (
    <CellLines>
      <Link to="/facturen/$invoiceId" params={{ invoiceId: String(row.invoiceId) }} tabIndex={-1}>
        {row.number}
      </Link>
      <CellLine quiet>{texts.due(formatPlainDate(row.dueDate))}</CellLine>
    </CellLines>
  );
}

function Clock({
  left,
  lastDay,
  isUrgent,
}: {
  readonly left: number;
  readonly lastDay: string;
  readonly isUrgent: boolean;
}) {
  return (
    <CellLines>
      <span className={classes[isUrgent ? 'urgent' : 'strong']}>{daysLeftWords(left)}</span>
      <CellLine quiet>{texts.untilShort(formatPlainDate(lastDay))}</CellLine>
    </CellLines>
  );
}

function Acts({ row }: { readonly row: RadarRow }) {
  return (
    <CellLines>
      <CellLine>{row.lastAct ?? texts.noAct}</CellLine>
      <CellLine quiet>{row.nextActs.map(({ code }) => texts.codes[code]).join(' · ')}</CellLine>
    </CellLines>
  );
}
