import { columnSizingFeature, columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef } from 'react';
import { DataGridHeader } from './data-grid-header.tsx';
import classes from './data-grid.module.css';
import { type DataGridProps, gridMinWidth, type GridColumn, gridTracks } from './grid-model.ts';
import { kitTexts } from './kit.nl.ts';
import { useGridKeyboard } from './use-grid-keyboard.ts';

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature });
type Slot<Row> = { readonly index: number; readonly row: Row | undefined };

const singleLine = 34;
const headerHeight = 34;

/**
 * The one list of the application: draws only the rows on the screen, asks for them as they come into view, and can be
 * used with the keyboard alone. Up to some hundred thousand rows.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, visible, rowCount, rowAt, onRange, getKey, rowName, selection, onOpen, listKey } = props;
  const { rowHeight = singleLine } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  // It hands out functions that change; this component is drawn again whenever they do.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [onRange, first, last]);
  useEffect(() => {
    if (listKey !== undefined) scroller.current?.scrollTo({ top: 0 });
  }, [listKey]);

  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, Slot<Row>> => ({
        id: column.id,
        header: column.header,
        size: column.width,
        cell: rendererOf(column),
      })),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, visible?.includes(id) ?? true])),
    [columns, visible],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: items.map(({ index }) => ({ index, row: rowAt(index) })),
    getRowId: (slot: Slot<Row>) => String(slot.index),
    state: { columnVisibility },
  });

  const pageRows = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - headerHeight) / rowHeight) - 1);
  const keyboard = useGridKeyboard(props, pageRows, (index) => virtualizer.scrollToIndex(index));
  const shownColumns = columns.filter(({ id }) => columnVisibility[id]);
  const tracks = gridTracks(shownColumns, selection !== undefined);
  const minWidth = gridMinWidth(shownColumns, selection !== undefined);
  const rows = table.getRowModel().rows;

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={shownColumns.length + (selection ? 1 : 0)}
      aria-multiselectable={selection !== undefined}
      aria-activedescendant={rowCount > 0 ? `${gridId}-${keyboard.active}` : undefined}
      className={classes['grid']}
      onKeyDown={keyboard.onKeyDown}
    >
      <DataGridHeader {...props} columns={shownColumns} tracks={tracks} minWidth={minWidth} />
      <div role="rowgroup" className={classes['body']} style={{ height: virtualizer.getTotalSize(), minWidth }}>
        {rows.map((tableRow, position) => {
          const { index, row } = tableRow.original;
          const item = items[position];
          const selected = row !== undefined && (selection?.selected.has(getKey(row)) ?? false);
          return (
            // The keyboard works on the grid itself (aria-activedescendant).
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={tableRow.id}
              id={`${gridId}-${index}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={index + 2}
              aria-selected={selection ? selected : undefined}
              className={classes['row']}
              data-active={index === keyboard.active || undefined}
              style={{
                gridTemplateColumns: tracks,
                height: rowHeight,
                transform: `translateY(${(item?.start ?? 0) - headerHeight}px)`,
              }}
              onClick={(event) => (event.shiftKey ? keyboard.pick(index, true) : keyboard.activate(index))}
              onMouseDown={(event) => {
                if (event.shiftKey) event.preventDefault();
                scroller.current?.focus({ preventScroll: true });
              }}
              onDoubleClick={() => row !== undefined && onOpen?.(row)}
            >
              {selection ? (
                <div role="gridcell" className={classes['checkCell']}>
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={kitTexts.selectRow(row === undefined ? kitTexts.loading : rowName(row))}
                    checked={selected}
                    disabled={row === undefined}
                    onChange={() => {}}
                    onDoubleClick={(event) => event.stopPropagation()}
                    onClick={(event) => {
                      event.stopPropagation();
                      keyboard.pick(index, event.shiftKey);
                      scroller.current?.focus({ preventScroll: true });
                    }}
                  />
                </div>
              ) : null}
              {tableRow.getVisibleCells().map((cell, column) => (
                // Its text is whatever the column draws.
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label
                <div
                  key={cell.id}
                  role="gridcell"
                  className={shownColumns[column]?.align === 'right' ? classes['right'] : classes['cell']}
                >
                  <table.FlexRender cell={cell} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What a column draws for a row, or a grey line while the row is on its way. */
function rendererOf<Row>(column: GridColumn<Row>) {
  return function render({ row: { original } }: { readonly row: { readonly original: Slot<Row> } }) {
    return original.row === undefined ? <span className={classes['waiting']} /> : column.cell(original.row);
  };
}
