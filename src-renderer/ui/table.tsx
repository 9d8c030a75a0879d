import type { ReactNode } from 'react';
import classes from './table.module.css';

export type TableColumn<Row> = {
  readonly id: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'right';
  readonly width?: number | string;
};

/** A short list that is shown whole (up to some hundred rows). Long lists go in the DataGrid. */
export function Table<Row>({
  label,
  columns,
  rows,
  getKey,
  onOpen,
  footer,
}: {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly getKey: (row: Row) => string | number;
  /** Click on a row; give the row a real link or button inside for the keyboard. */
  readonly onOpen?: (row: Row) => void;
  readonly footer?: ReactNode;
}) {
  return (
    <table className={classes['table']} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={column.align === 'right' ? classes['right'] : undefined}
              style={{ width: column.width }}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={getKey(row)}
            className={onOpen ? classes['open'] : undefined}
            onClick={onOpen ? () => onOpen(row) : undefined}
          >
            {columns.map((column) => (
              <td key={column.id} className={column.align === 'right' ? classes['right'] : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {footer ? <tfoot>{footer}</tfoot> : null}
    </table>
  );
}
