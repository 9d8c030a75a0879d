import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { HiddenText } from './hidden-text.tsx';
import { IconButton } from './icon-button.tsx';
import { kitTexts } from './kit.nl.ts';
import classes from './order-list.module.css';

type Drag = { readonly from: number; readonly over: number };

/** Things in an order that counts: dragged by their grip, or moved with their buttons or with Alt and an arrow. */
export function OrderList<Item>({
  label,
  items,
  getKey,
  nameOf,
  render,
  onOrder,
}: {
  readonly label: string;
  readonly items: readonly Item[];
  readonly getKey: (item: Item) => number;
  /** What screen readers call it. */
  readonly nameOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
  /** The keys in their new order. */
  readonly onOrder: (keys: readonly number[]) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const [drag, setDrag] = useState<Drag | null>(null);
  const follow = useRef<string | null>(null);
  // A row that moves in the page loses the keyboard; it goes with the row.
  useLayoutEffect(() => {
    if (follow.current === null) return;
    list.current?.querySelector<HTMLElement>(follow.current)?.focus();
    follow.current = null;
  });

  function move(from: number, to: number): void {
    const item = items[from];
    if (item === undefined || items[to] === undefined || from === to) return;
    onOrder(items.map(getKey).toSpliced(from, 1).toSpliced(to, 0, getKey(item)));
    setSaid(kitTexts.movedTo(nameOf(item), to + 1, items.length));
  }
  function press(from: number, direction: 'up' | 'down'): void {
    const item = items[from];
    if (item === undefined) return;
    move(from, direction === 'up' ? from - 1 : from + 1);
    const row = `[data-key="${getKey(item)}"]`;
    const other = direction === 'up' ? 'down' : 'up';
    const atEnd = direction === 'up' ? from <= 1 : from >= items.length - 2;
    follow.current = `${row} [data-move="${atEnd ? other : direction}"]`;
  }
  function onKeyDown(event: KeyboardEvent, index: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    press(index, event.key === 'ArrowUp' ? 'up' : 'down');
  }
  function onDrop(event: DragEvent): void {
    event.preventDefault();
    if (drag) move(drag.from, drag.over);
    setDrag(null);
  }
  return (
    <>
      <ul ref={list} className={classes['list']} aria-label={label}>
        {items.map((item, index) => {
          const key = getKey(item);
          return (
            // Its buttons do the same as the keys and as dragging.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={key}
              data-key={key}
              className={classes['item']}
              data-held={drag?.from === index || undefined}
              data-over={(drag && drag.over === index && drag.from !== index) || undefined}
              onKeyDown={(event) => onKeyDown(event, index)}
              onDragOver={(event) => {
                if (!drag) return;
                event.preventDefault();
                if (drag.over !== index) setDrag({ ...drag, over: index });
              }}
              onDrop={onDrop}
            >
              <span
                className={classes['grip']}
                draggable
                aria-hidden
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', String(key));
                  const row = event.currentTarget.parentElement;
                  if (row) event.dataTransfer.setDragImage(row, 8, 16);
                  setDrag({ from: index, over: index });
                }}
                onDragEnd={() => setDrag(null)}
              >
                <IconGripVertical size={16} stroke={1.6} />
              </span>
              {render(item)}
              <span className={classes['moves']}>
                <IconButton
                  size="sm"
                  label={kitTexts.moveUp(nameOf(item))}
                  disabled={index === 0}
                  data-move="up"
                  onClick={() => press(index, 'up')}
                >
                  <IconArrowUp size={15} aria-hidden />
                </IconButton>
                <IconButton
                  size="sm"
                  label={kitTexts.moveDown(nameOf(item))}
                  disabled={index === items.length - 1}
                  data-move="down"
                  onClick={() => press(index, 'down')}
                >
                  <IconArrowDown size={15} aria-hidden />
                </IconButton>
              </span>
            </li>
          );
        })}
      </ul>
      <HiddenText role="status">{said}</HiddenText>
    </>
  );
}
