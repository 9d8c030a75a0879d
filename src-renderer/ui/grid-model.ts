import type { ReactNode } from 'react';

export type GridColumn<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Smallest width in pixels. */
  readonly width: number;
  /** Share of the width that is left over; 0 or left out: keeps its width. */
  readonly grow?: number;
  readonly align?: 'right';
  /** The sort key of this column, when the list can be put in its order. */
  readonly sortKey?: string;
};

export type GridSort = { readonly key: string; readonly descending: boolean };

export type GridSelection = {
  readonly selected: ReadonlySet<number>;
  readonly onChange: (selected: ReadonlySet<number>) => void;
  /** Keys of the rows from index to index, both included; also of rows that were never on the screen. */
  readonly keysBetween: (first: number, last: number) => Promise<readonly number[]>;
  /** Picks every row of the list, on the screen or not; settles when they are picked. */
  readonly onSelectAll: () => Promise<void>;
};

export type DataGridProps<Row> = {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  /** Ids of the columns to show; left out: all. */
  readonly visible?: readonly string[];
  /** Rows in the whole list, on the screen or not. */
  readonly rowCount: number;
  /** The row at an index, undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which rows are on the screen, so that they can be fetched. */
  readonly onRange?: (first: number, last: number) => void;
  readonly getKey: (row: Row) => number;
  /** Name of a row for screen readers. */
  readonly rowName: (row: Row) => string;
  readonly selection?: GridSelection;
  readonly sort?: GridSort | null;
  readonly onSort?: (sort: GridSort) => void;
  /** Enter or double click. */
  readonly onOpen?: (row: Row) => void;
  /** Ctrl+Enter, with the row that the keyboard is at. */
  readonly onConfirm?: (row: Row) => void;
  /** Height of a row in pixels, when a row has two lines. */
  readonly rowHeight?: number;
  /** Changes when the list becomes another list (other filters): back to the top. */
  readonly listKey?: string;
};

/** Where a key moves to in a list of `count` rows with `page` rows on the screen; undefined: not a movement. */
export function movedIndex(key: string, index: number, count: number, page: number): number | undefined {
  const target = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }[key];
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target));
}

/** The widths of the visible columns as CSS grid tracks. */
export function gridTracks(
  columns: readonly Pick<GridColumn<never>, 'width' | 'grow'>[],
  withCheckbox: boolean,
): string {
  const tracks = columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`));
  return [withCheckbox ? '34px' : '', ...tracks].join(' ').trim();
}

/** Below this width the list scrolls sideways instead of squeezing its columns. */
export function gridMinWidth(columns: readonly Pick<GridColumn<never>, 'width'>[], withCheckbox: boolean): number {
  return columns.reduce((total, { width }) => total + width, withCheckbox ? 34 : 0);
}
