import { useState } from 'react';
import type { RowOutcome, RowPreview } from '#shared/imports/contract.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { importTexts } from './imports.nl.ts';
import { OutcomeRows } from './outcome-rows.tsx';

const outcomes: readonly RowOutcome[] = ['rejected', 'changed', 'new', 'unchanged'];

/** The rows of a finished import by what happened to them, refused ones first. */
export function ReportTabs({
  rows,
  counts,
}: {
  readonly rows: readonly RowPreview[];
  readonly counts: Readonly<Record<RowOutcome, number>>;
}) {
  const [chosen, setChosen] = useState<RowOutcome | null>(null);
  const first = outcomes.find((outcome) => counts[outcome] > 0) ?? 'new';
  return (
    <Tabs
      label={importTexts.rows}
      value={chosen ?? first}
      onChange={setChosen}
      tabs={outcomes.map((outcome) => ({
        value: outcome,
        label: importTexts.tabCount(importTexts.tabs[outcome], counts[outcome]),
        panel: <OutcomeRows outcome={outcome} rows={rows} total={counts[outcome]} />,
      }))}
    />
  );
}
