import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { Button } from '#renderer/ui/button.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ReceiptEntry } from './receipt-entry.tsx';
import { type DraftLine, filledLines, newLine } from './receipt-draft.ts';
import classes from './receipts.module.css';
import { receiptsTexts as texts } from './receipts.nl.ts';

/** The lines that are being typed. Enter in the amount or the reference of the last one begins the next. */
export function ReceiptGrid({
  lines,
  schoolId,
  today,
  onLines,
}: {
  readonly lines: readonly DraftLine[];
  readonly schoolId: number | null;
  readonly today: PlainDate;
  readonly onLines: (lines: DraftLine[]) => void;
}) {
  const grid = useRef<HTMLDivElement>(null);
  const added = useRef<number | null>(null);
  useEffect(() => {
    if (added.current === null) return;
    grid.current?.querySelector<HTMLInputElement>(`[data-line="${added.current}"] input`)?.focus();
    added.current = null;
  });
  function add(): void {
    const line = newLine(lines, today);
    added.current = line.key;
    onLines([...lines, line]);
  }
  function remove(line: DraftLine): void {
    const left = lines.filter((other) => other !== line);
    onLines(left.length > 0 ? left : [newLine([], today)]);
  }
  return (
    <div ref={grid} className={classes['grid']} role="group" aria-label={texts.grid}>
      <div className={classes['head']} aria-hidden>
        <span>{texts.household}</span>
        <span>{texts.payer}</span>
        <span>{texts.amount}</span>
        <span>{texts.method}</span>
        <span>{texts.date}</span>
        <span>{texts.reference}</span>
      </div>
      {lines.map((line, index) => (
        <ReceiptEntry
          key={line.key}
          line={line}
          number={index + 1}
          schoolId={schoolId}
          today={today}
          onChange={(change) => onLines(lines.map((other) => (other === line ? { ...line, ...change } : other)))}
          onRemove={() => remove(line)}
          onEnter={() => {
            if (index === lines.length - 1) add();
          }}
        />
      ))}
      <div className={classes['foot']}>
        <Button size="xs" leftIcon={<IconPlus size={14} aria-hidden />} onClick={add}>
          {texts.addLine}
        </Button>
        <span>{texts.addHint}</span>
        <Button
          size="xs"
          variant="subtle"
          disabled={filledLines(lines).length === 0}
          onClick={() => {
            onLines([newLine([], today)]);
            notifyDone(texts.cleared, () => onLines([...lines]));
          }}
        >
          {texts.clear}
        </Button>
      </div>
    </div>
  );
}
