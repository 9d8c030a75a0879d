import { useState } from 'react';
import type { RowOutcome, RowPreview } from '#shared/imports/contract.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { importTexts } from './imports.nl.ts';
import classes from './imports.module.css';

/** So many rows are drawn at once; the rest on request, so that a long list stays quick. */
const drawnAtOnce = 100;

/** The rows with one outcome: row number, what it is about, why or what changes. */
export function OutcomeRows({
  outcome,
  rows,
  total,
}: {
  readonly outcome: RowOutcome;
  readonly rows: readonly RowPreview[];
  readonly total: number;
}) {
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const shown = rows.filter((row) => row.outcome === outcome);
  if (shown.length === 0) return <Text muted>{importTexts.tabEmpty[outcome]}</Text>;
  return (
    <>
      {outcome === 'rejected' ? (
        <div className={classes['note']}>
          <Text muted>{importTexts.rejectedHint}</Text>
        </div>
      ) : null}
      {shown.length < total ? (
        <div className={classes['note']}>
          <Text muted>{importTexts.firstOnly(shown.length, total)}</Text>
        </div>
      ) : null}
      <Table
        label={importTexts.tabs[outcome]}
        columns={columnsOf(outcome, shown)}
        rows={shown.slice(0, drawn)}
        getKey={(row) => row.rowNumber}
      />
      {drawn < shown.length ? (
        <div className={classes['more']}>
          <Button onClick={() => setDrawn(drawn + drawnAtOnce)}>
            {importTexts.showMore(Math.min(drawnAtOnce, shown.length - drawn))}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function columnsOf(outcome: RowOutcome, rows: readonly RowPreview[]): readonly TableColumn<RowPreview>[] {
  const columns: TableColumn<RowPreview>[] = [
    { id: 'row', header: importTexts.rowNumber, align: 'right', width: 60, cell: (row) => row.rowNumber },
    {
      id: 'subject',
      header: importTexts.rowSubject,
      width: '34%',
      cell: (row) => <PersonName>{row.subject}</PersonName>,
    },
  ];
  if (rows.some((row) => row.reason !== null || row.proposal !== null || row.changes.length > 0)) {
    columns.push({ id: 'note', header: importTexts.rowNote[outcome], cell: (row) => <Note row={row} /> });
  }
  if (rows.some((row) => row.openCents !== null)) {
    columns.push({
      id: 'open',
      header: importTexts.rowOpen,
      align: 'right',
      width: 120,
      cell: (row) => <Open row={row} />,
    });
  }
  return columns;
}

function Note({ row }: { readonly row: RowPreview }) {
  return (
    <>
      {row.reason === null ? null : <div>{asSentence(row.reason)}</div>}
      {row.proposal === null ? null : <div className="os-name">{row.proposal}</div>}
      {row.changes.length === 0 ? null : (
        <ul className={`${classes['changes']} os-name`}>
          {row.changes.map(({ field, before, after }) => (
            <li key={field}>
              {importTexts.change(field, before || importTexts.emptyValue, after || importTexts.emptyValue)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Starts with a capital, as a line of its own does. */
function asSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('nl-BE') + text.slice(1);
}

function Open({ row }: { readonly row: RowPreview }) {
  return row.openCents === null ? null : <Money cents={row.openCents} />;
}
