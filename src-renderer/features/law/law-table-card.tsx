import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { LawName, LawValue } from '#shared/law/contract.ts';
import { lawTableNames } from '#shared/law/law-names.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { LawHistoryDialog } from './law-history-dialog.tsx';
import { lawTexts as texts } from './law.nl.ts';
import { stretchWords } from './law-words.ts';
import { Source, Value } from './row-cells.tsx';

/** One table of the law, the newest rows first; what ended more than a year ago is folded away. */
export function LawTableCard({
  name,
  rows,
  today,
  onEdit,
}: {
  readonly name: LawName;
  readonly rows: readonly LawValue[];
  readonly today: PlainDate;
  /** Null: a new row. */
  readonly onEdit: (row: LawValue | null) => void;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const table = lawTableNames[name];
  const since = `${Number(today.slice(0, 4)) - 1}-01-01`;
  const recent = rows.filter(({ untilDate }) => untilDate === null || untilDate >= since);
  const shown = (isWhole ? rows : recent).toReversed();
  const columns: readonly TableColumn<LawValue>[] = [
    { id: 'stretch', header: texts.columns.stretch, width: 190, cell: (row) => stretchWords(row) },
    { id: 'value', header: texts.columns.value, width: 260, cell: (row) => <Value row={row} /> },
    { id: 'source', header: texts.columns.source, cell: (row) => <Source row={row} /> },
    { id: 'doubt', header: texts.columns.doubt, cell: ({ doubt }) => doubt },
    {
      id: 'actions',
      header: texts.columns.actions,
      align: 'right',
      width: 110,
      cell: (row) => (
        <Button size="xs" aria-label={texts.changeRow(table, stretchWords(row))} onClick={() => onEdit(row)}>
          {texts.change}
        </Button>
      ),
    },
  ];
  return (
    <Card
      title={table}
      actions={
        <>
          <Button size="xs" aria-label={texts.historyOf(table)} onClick={() => setIsHistoryOpen(true)}>
            {texts.history}
          </Button>
          <Button
            size="xs"
            leftIcon={<IconPlus size={14} aria-hidden />}
            aria-label={texts.addRowTo(table)}
            onClick={() => onEdit(null)}
          >
            {texts.addRow}
          </Button>
        </>
      }
    >
      <Stack gap="xs">
        <Text muted>{texts.about[name]}</Text>
        <Table label={table} columns={columns} rows={shown} getKey={({ fromDate }) => fromDate} />
        {recent.length < rows.length ? (
          <div>
            <TextButton onClick={() => setIsWhole(!isWhole)}>
              {isWhole ? texts.recentOnly : texts.older(rows.length - recent.length)}
            </TextButton>
          </div>
        ) : null}
      </Stack>
      {isHistoryOpen ? <LawHistoryDialog name={name} onClose={() => setIsHistoryOpen(false)} /> : null}
    </Card>
  );
}
