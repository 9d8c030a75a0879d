import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { kitTexts } from './kit.nl.ts';
import { Stack } from './layout.tsx';
import { Popover } from './popover.tsx';

/** Which columns of a list are shown; at least one stays. */
export function ColumnChooser({
  columns,
  visible,
  onChange,
}: {
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly visible: readonly string[];
  readonly onChange: (visible: readonly string[]) => void;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={220}
      label={kitTexts.chooseColumns}
      target={
        <Button leftIcon={<IconColumns3 size={16} stroke={1.6} aria-hidden />} onClick={() => setOpened(!opened)}>
          {kitTexts.columns}
        </Button>
      }
    >
      <Stack gap={8}>
        {columns.map(({ id, header }) => (
          <Checkbox
            key={id}
            label={header}
            checked={visible.includes(id)}
            disabled={visible.length === 1 && visible.includes(id)}
            onChange={(event) =>
              onChange(
                columns
                  .map((column) => column.id)
                  .filter((other) => (other === id ? event.currentTarget.checked : visible.includes(other))),
              )
            }
          />
        ))}
      </Stack>
    </Popover>
  );
}
