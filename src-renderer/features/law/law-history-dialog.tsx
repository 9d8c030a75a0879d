import { useQuery } from '@tanstack/react-query';
import type { LawName, LawValue } from '#shared/law/contract.ts';
import { lawTableNames } from '#shared/law/law-names.ts';
import { api } from '#renderer/app/api.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { lawTexts as texts } from './law.nl.ts';
import { stretchWords } from './law-words.ts';
import { Author, Source, Value } from './row-cells.tsx';

/** Everything that ever stood in a table, with who put it there. */
export function LawHistoryDialog({ name, onClose }: { readonly name: LawName; readonly onClose: () => void }) {
  const history = useQuery(api.law.values.queryOptions({ input: { name, withHistory: true } }));
  const rows = history.data ?? [];
  const isReplaced = (row: LawValue): boolean => rows.find(({ fromDate }) => fromDate === row.fromDate) !== row;
  const keys = new Map(rows.map((row, index) => [row, index]));
  return (
    <Modal opened onClose={onClose} size="xl" title={texts.historyOf(lawTableNames[name])}>
      <Stack gap="sm">
        <Text muted>{texts.historyIntro}</Text>
        <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />
        {history.isPending ? <Loading /> : null}
        <Table
          label={texts.historyOf(lawTableNames[name])}
          rows={rows}
          getKey={(row) => keys.get(row) ?? row.fromDate}
          columns={[
            {
              id: 'stretch',
              header: texts.columns.stretch,
              width: 190,
              cell: (row) => (
                <>
                  {stretchWords(row)} {isReplaced(row) ? <Badge>{texts.replaced}</Badge> : null}
                </>
              ),
            },
            { id: 'value', header: texts.columns.value, cell: (row) => <Value row={row} /> },
            { id: 'source', header: texts.columns.source, cell: (row) => <Source row={row} /> },
            { id: 'doubt', header: texts.columns.doubt, cell: ({ doubt }) => doubt },
            { id: 'author', header: texts.columns.author, width: 170, cell: (row) => <Author row={row} /> },
          ]}
        />
      </Stack>
    </Modal>
  );
}
