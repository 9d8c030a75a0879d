import type { WorklistItem } from '#shared/today/contract.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { NextStep } from './next-step.tsx';
import { todayTexts as texts } from './today.nl.ts';

/** Lines of the worklist; the last column does the next step. */
export function WorkTable({
  title,
  items,
  onTask,
}: {
  readonly title: string;
  readonly items: readonly WorklistItem[];
  readonly onTask: (taskId: number) => void;
}) {
  const columns: readonly TableColumn<WorklistItem>[] = [
    {
      id: 'what',
      header: texts.columns.what,
      cell: (item) => (
        <>
          <PersonName strong>{item.title}</PersonName>
          <Text small muted>
            <PersonName>{item.detail}</PersonName>
          </Text>
        </>
      ),
    },
    {
      id: 'when',
      header: texts.columns.when,
      width: 130,
      cell: ({ dueDate, isUrgent }) =>
        dueDate === null ? null : isUrgent ? (
          <Badge tone="warning">
            <PlainDate date={dueDate} />
          </Badge>
        ) : (
          <PlainDate date={dueDate} />
        ),
    },
    {
      id: 'next',
      header: texts.columns.next,
      width: 190,
      cell: (item) => <NextStep item={item} onTask={onTask} />,
    },
  ];
  return (
    <Card title={title}>
      <Table label={title} columns={columns} rows={items} getKey={({ key }) => key} />
    </Card>
  );
}
