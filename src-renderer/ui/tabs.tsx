import { Tabs as KitTabs } from '@mantine/core';
import type { ReactNode } from 'react';

export type Tab<Value extends string> = { readonly value: Value; readonly label: ReactNode; readonly panel: ReactNode };

const filling = { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 } as const;

/** Parts of one page, one at a time; only the open one is drawn. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  fill = false,
}: {
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** The open part takes the height that is left, for a list that scrolls by itself. */
  readonly fill?: boolean;
}) {
  return (
    <KitTabs
      value={value}
      onChange={(chosen) => chosen && onChange(chosen as Value)}
      keepMounted={false}
      {...(fill ? { style: filling } : {})}
    >
      <KitTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <KitTabs.Tab key={tab.value} value={tab.value} fz={14}>
            {tab.label}
          </KitTabs.Tab>
        ))}
      </KitTabs.List>
      {tabs.map((tab) => (
        <KitTabs.Panel key={tab.value} value={tab.value} pt="md" {...(fill ? { style: filling } : {})}>
          {tab.panel}
        </KitTabs.Panel>
      ))}
    </KitTabs>
  );
}
