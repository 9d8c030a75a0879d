import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CostCategory } from '#shared/maximum-bill/contract.ts';
import { api, client } from '#renderer/app/api.ts';
import { PerSchool } from '#renderer/parts/per-school.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { CategoryDialog } from './category-dialog.tsx';
import { GroupCategories } from './group-categories.tsx';
import { categoryTexts as texts, exampleCategories } from './maximum-bill.nl.ts';

/** Which costs count for the maximum bill, and what each billing group bills. */
export function CategoriesPanel() {
  const [editing, setEditing] = useState<CostCategory | 'new' | null>(null);
  const mayEdit = !useRefused()('maximumBill.saveCategory');
  const list = useQuery(api.maximumBill.categories.queryOptions());
  const save = useMutation(api.maximumBill.saveCategory.mutationOptions({ onError: notifyProblem }));
  const examples = useMutation({
    mutationFn: async () => {
      for (const category of exampleCategories) await client.maximumBill.saveCategory(category);
    },
    onSuccess: () => notifyDone(texts.examplesAdded),
    onError: notifyProblem,
  });
  const categories = list.data ?? [];
  const add = mayEdit ? (
    <Button variant={categories.length > 0 ? 'default' : 'primary'} onClick={() => setEditing('new')}>
      {texts.add}
    </Button>
  ) : null;
  function setRemoved(category: CostCategory, isRemoved: boolean): void {
    const message = isRemoved ? texts.stopped(category.name) : texts.saved(category.name);
    save.mutate(
      { ...category, isRemoved },
      { onSuccess: () => notifyDone(message, () => save.mutate({ ...category, isRemoved: !isRemoved })) },
    );
  }
  const columns: readonly TableColumn<CostCategory>[] = [
    {
      id: 'name',
      header: texts.name,
      cell: ({ name, isRemoved }) => (
        <>
          {name} {isRemoved ? <Badge>{texts.removed}</Badge> : null}
        </>
      ),
    },
    { id: 'cap', header: texts.cap, cell: ({ cap }) => texts.caps[cap] },
    ...(mayEdit ? [actionsColumn(setEditing, setRemoved)] : []),
  ];
  return (
    <Stack gap="md">
      <Text muted>{texts.intro}</Text>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loading /> : null}
      {list.data && categories.length === 0 ? (
        <EmptyState
          title={texts.none}
          actions={
            mayEdit ? (
              <>
                <Button variant="primary" loading={examples.isPending} onClick={() => examples.mutate()}>
                  {texts.examples}
                </Button>
                <Button onClick={() => setEditing('new')}>{texts.add}</Button>
              </>
            ) : null
          }
        >
          {texts.noneText}
        </EmptyState>
      ) : null}
      {categories.length > 0 ? (
        <>
          <Card title={texts.title} actions={add}>
            <Table label={texts.title} columns={columns} rows={categories} getKey={(row) => row.costCategoryId} />
          </Card>
          <Card title={texts.groups}>
            <Stack gap="sm">
              <Text muted>{texts.groupsText}</Text>
              <PerSchool label={texts.school}>
                {(schoolId) => (
                  <GroupCategories key={schoolId} schoolId={schoolId} categories={categories} mayEdit={mayEdit} />
                )}
              </PerSchool>
            </Stack>
          </Card>
        </>
      ) : null}
      {editing === null ? null : (
        <CategoryDialog category={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Stack>
  );
}

function actionsColumn(
  onEdit: (category: CostCategory) => void,
  onRemoved: (category: CostCategory, isRemoved: boolean) => void,
): TableColumn<CostCategory> {
  return {
    id: 'actions',
    header: texts.actions,
    cell: (row) => (
      <Group gap="sm">
        <TextButton aria-label={texts.editOf(row.name)} onClick={() => onEdit(row)}>
          {texts.edit}
        </TextButton>
        <TextButton
          aria-label={row.isRemoved ? texts.againOf(row.name) : texts.stopOf(row.name)}
          onClick={() => onRemoved(row, !row.isRemoved)}
        >
          {row.isRemoved ? texts.again : texts.stop}
        </TextButton>
      </Group>
    ),
  };
}
