import { useState } from 'react';
import type { ImportPreview, RowOutcome } from '#shared/imports/contract.ts';
import { type Tab, Tabs } from '#renderer/ui/tabs.tsx';
import { importTexts } from './imports.nl.ts';
import { OutcomeRows } from './outcome-rows.tsx';
import { VanishedInvoices } from './vanished-invoices.tsx';

type TabName = RowOutcome | 'vanished';

const outcomes: readonly RowOutcome[] = ['rejected', 'changed', 'new', 'unchanged'];

/** The rows of the file by what would happen to them, and the invoices that the file no longer names. */
export function PreviewTabs({
  preview,
  settled,
  onSettled,
}: {
  readonly preview: ImportPreview;
  readonly settled: ReadonlySet<number>;
  readonly onSettled: (settled: ReadonlySet<number>) => void;
}) {
  const [chosen, setChosen] = useState<TabName | null>(null);
  const first = outcomes.find((outcome) => preview.counts[outcome] > 0) ?? 'new';
  const tabs: Tab<TabName>[] = outcomes.map((outcome) => ({
    value: outcome,
    label: importTexts.tabCount(importTexts.tabs[outcome], preview.counts[outcome]),
    panel: <OutcomeRows outcome={outcome} rows={preview.rows} total={preview.counts[outcome]} />,
  }));
  if (preview.vanished.length > 0) {
    tabs.push({
      value: 'vanished',
      label: importTexts.tabCount(importTexts.vanishedTab, preview.vanished.length),
      panel: <VanishedInvoices invoices={preview.vanished} settled={settled} onSettled={onSettled} />,
    });
  }
  return <Tabs label={importTexts.rows} tabs={tabs} value={chosen ?? first} onChange={setChosen} />;
}
