import { Tabs as KitTabs } from '@mantine/core';
import type { ReactNode } from 'react';

export type Tab<Value extends string> = { readonly value: Value; readonly label: ReactNode; readonly panel: ReactNode };

/** Parts of one page, one at a time; only the open one is drawn. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
}: {
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <KitTabs value={value} onChange={(chosen) => chosen && onChange(chosen as Value)} keepMounted={false}>
      <KitTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <KitTabs.Tab key={tab.value} value={tab.value} fz={14}>
            {tab.label}
          </KitTabs.Tab>
        ))}
      </KitTabs.List>
      {tabs.map((tab) => (
        <KitTabs.Panel key={tab.value} value={tab.value} pt="md">
          {tab.panel}
        </KitTabs.Panel>
      ))}
    </KitTabs>
  );
}
