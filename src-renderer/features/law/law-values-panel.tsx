import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LawName, lawNames, type LawValue } from '#shared/law/contract.ts';
import { lawTableNames } from '#shared/law/law-names.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { LawCalculators } from './law-calculators.tsx';
import classes from './law.module.css';
import { lawTexts as texts } from './law.nl.ts';
import { LawTableCard } from './law-table-card.tsx';
import { LawValueDialog } from './law-value-dialog.tsx';
import { stretchWords } from './law-words.ts';

type Editing = { readonly name: LawName; readonly row: LawValue | null };

/** The amounts, rates and terms of the law with their sources, and calculators that use them. */
export function LawValuesPanel() {
  const values = useQuery(api.law.values.queryOptions({ input: {} }));
  const today = useToday();
  const [editing, setEditing] = useState<Editing | null>(null);
  if (values.error) return <ProblemAlert error={values.error} onRetry={() => void values.refetch()} />;
  if (!values.data || today === undefined) return <Loading />;
  const blank = values.data.filter(({ value }) => value === null);
  return (
    <Stack gap="md">
      <Text muted>{texts.intro}</Text>
      {blank.length > 0 ? <BlankRows rows={blank} onEdit={(row) => setEditing({ name: row.name, row })} /> : null}
      <LawCalculators today={today} />
      {lawNames.map((name) => (
        <LawTableCard
          key={name}
          name={name}
          today={today}
          rows={values.data.filter((row) => row.name === name)}
          onEdit={(row) => setEditing({ name, row })}
        />
      ))}
      {editing === null ? null : (
        <LawValueDialog name={editing.name} row={editing.row} onClose={() => setEditing(null)} />
      )}
    </Stack>
  );
}

/** What is not known yet, with the way to fill it in. */
function BlankRows({ rows, onEdit }: { readonly rows: readonly LawValue[]; readonly onEdit: (row: LawValue) => void }) {
  return (
    <Alert tone="warning" title={texts.blankTitle}>
      <ul className={classes['blank']}>
        {rows.map((row) => {
          const table = lawTableNames[row.name];
          const stretch = stretchWords(row);
          return (
            <li key={`${row.name} ${row.fromDate}`}>
              {texts.blankRow(table, stretch)}{' '}
              <Button size="xs" aria-label={texts.fillInRow(table, stretch)} onClick={() => onEdit(row)}>
                {texts.fillIn}
              </Button>
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
