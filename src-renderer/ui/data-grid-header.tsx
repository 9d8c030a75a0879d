import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './data-grid.module.css';
import type { DataGridProps } from './grid-model.ts';
import { kitTexts } from './kit.nl.ts';

/** The names of the columns, which also sort, and the box that picks everything. */
export function DataGridHeader<Row>({
  columns,
  tracks,
  minWidth,
  rowCount,
  selection,
  sort,
  onSort,
}: DataGridProps<Row> & { readonly tracks: string; readonly minWidth: number }) {
  const picked = selection?.selected.size ?? 0;
  const all = rowCount > 0 && picked >= rowCount;
  // Ticked at once, though the keys of all rows are still on their way.
  const [isPickingAll, setIsPickingAll] = useState(false);
  function toggleAll(): void {
    if (picked > 0) return selection?.onChange(new Set());
    setIsPickingAll(true);
    void selection?.onSelectAll().finally(() => setIsPickingAll(false));
  }
  return (
    <div role="rowgroup" className={classes['head']} style={{ minWidth }}>
      <div role="row" aria-rowindex={1} className={classes['headRow']} style={{ gridTemplateColumns: tracks }}>
        {selection ? (
          <div role="columnheader" className={classes['checkCell']}>
            <input
              type="checkbox"
              aria-label={kitTexts.selectAll}
              checked={all || isPickingAll}
              ref={(box) => {
                if (box) box.indeterminate = picked > 0 && !all;
              }}
              onChange={toggleAll}
            />
          </div>
        ) : null}
        {columns.map((column) => {
          const { sortKey } = column;
          const sorted = sortKey !== undefined && sort?.key === sortKey ? sort : null;
          const Arrow = sorted?.descending ? IconArrowDown : IconArrowUp;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
              className={column.align === 'right' ? classes['right'] : classes['cell']}
            >
              {sortKey !== undefined && onSort ? (
                <button
                  type="button"
                  className={classes['sort']}
                  title={kitTexts.sortBy(column.header)}
                  onClick={() => onSort({ key: sortKey, descending: sorted ? !sorted.descending : false })}
                >
                  {column.header}
                  {sorted ? <Arrow size={13} aria-hidden className={classes['arrow']} /> : null}
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
