import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconChevronDown } from '@tabler/icons-react';
import { type ExportColumn, grouping as groupings, type Grouping } from '#shared/ledger/contract.ts';
import { client } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnChooser } from '#renderer/ui/column-chooser.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { columnsFor } from './open-items-columns.tsx';
import { openItemsTexts as texts } from './open-items.nl.ts';
import type { OpenItemsView } from './use-open-items.ts';

/** Group, choose columns, export: what concerns the list as a whole. */
export function ListActions({
  view,
  visible,
  onVisible,
  onGrouping,
}: {
  readonly view: OpenItemsView;
  readonly visible: readonly ExportColumn[];
  readonly onVisible: (visible: readonly ExportColumn[]) => void;
  readonly onGrouping: (grouping: Grouping) => void;
}) {
  const navigate = useNavigate();
  const refused = useRefused();
  const exportList = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') => client.ledger.exportOpenItems({ ...view, columns: [...visible], format }),
    meta: { quiet: true },
    onSuccess: downloadFile,
    onError: notifyProblem,
  });
  const chevron = <IconChevronDown size={14} stroke={1.8} aria-hidden />;
  return (
    <>
      {refused('ledger.bookReceipts') ? null : (
        <Button onClick={() => void navigate({ to: '/ontvangsten' })}>{texts.bookReceipts}</Button>
      )}
      <Menu
        label={texts.groupBy}
        target={<Button rightIcon={chevron}>{`${texts.groupBy}: ${texts.groupings[view.grouping]}`}</Button>}
        items={groupings.options.map((grouping) => ({
          label: texts.groupings[grouping],
          onClick: () => onGrouping(grouping),
        }))}
      />
      <ColumnChooser
        columns={columnsFor(view.grouping)}
        visible={visible}
        onChange={(ids) => onVisible(ids as readonly ExportColumn[])}
      />
      <Menu
        label={texts.export}
        target={
          <Button rightIcon={chevron} loading={exportList.isPending}>
            {texts.export}
          </Button>
        }
        items={[
          { label: texts.exportXlsx, onClick: () => exportList.mutate('xlsx') },
          { label: texts.exportCsv, onClick: () => exportList.mutate('csv') },
        ]}
      />
    </>
  );
}
