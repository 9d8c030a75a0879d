import { type KeyboardEvent, useState } from 'react';
import { type DataGridProps, movedIndex } from './grid-model.ts';

export type GridKeyboard = {
  /** Index of the row that the keyboard is at. */
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly activate: (index: number) => void;
  /** Picks or drops one row; with `range` everything from the last picked row on. */
  readonly pick: (index: number, range: boolean) => void;
};

/** Arrows, Home, End and page keys move; Space picks, Shift picks a range, Ctrl+A all, Enter opens, Ctrl+Enter confirms. */
export function useGridKeyboard<Row>(
  props: Pick<DataGridProps<Row>, 'rowCount' | 'rowAt' | 'getKey' | 'selection' | 'onOpen' | 'onConfirm'>,
  pageRows: number,
  scrollTo: (index: number) => void,
): GridKeyboard {
  const { rowCount, rowAt, getKey, selection, onOpen, onConfirm } = props;
  const [position, setPosition] = useState({ active: 0, anchor: 0 });
  const active = Math.min(position.active, Math.max(0, rowCount - 1));

  function pick(index: number, range: boolean): void {
    if (!selection) return;
    if (range) {
      const first = Math.min(position.anchor, index);
      const last = Math.max(position.anchor, index);
      setPosition({ active: index, anchor: position.anchor });
      void selection
        .keysBetween(first, last)
        .then((keys) => selection.onChange(new Set([...selection.selected, ...keys])));
      return;
    }
    setPosition({ active: index, anchor: index });
    const row = rowAt(index);
    if (row === undefined) return;
    const next = new Set(selection.selected);
    if (!next.delete(getKey(row))) next.add(getKey(row));
    selection.onChange(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    // Buttons and boxes inside the grid keep their own keys.
    if (event.target !== event.currentTarget) return;
    const target = movedIndex(event.key, active, rowCount, pageRows);
    if (target !== undefined && !event.altKey) {
      event.preventDefault();
      if (event.shiftKey && selection) pick(target, true);
      else setPosition({ active: target, anchor: target });
      scrollTo(target);
    } else if (event.key === ' ') {
      event.preventDefault();
      pick(active, event.shiftKey);
    } else if (event.key === 'Enter') {
      const row = rowAt(active);
      if (row !== undefined) (event.ctrlKey && onConfirm ? onConfirm : onOpen)?.(row);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && selection) {
      event.preventDefault();
      void selection.onSelectAll();
    }
  }

  return { active, onKeyDown, pick, activate: (index) => setPosition({ active: index, anchor: index }) };
}
