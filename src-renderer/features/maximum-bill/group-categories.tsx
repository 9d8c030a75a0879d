import { useMutation, useQuery } from '@tanstack/react-query';
import type { CostCategory } from '#shared/maximum-bill/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { categoryTexts as texts } from './maximum-bill.nl.ts';

/** Per billing group of a school the category of its bills. */
export function GroupCategories({
  schoolId,
  categories,
  mayEdit,
}: {
  readonly schoolId: number;
  readonly categories: readonly CostCategory[];
  readonly mayEdit: boolean;
}) {
  const schools = useQuery(api.schools.list.queryOptions());
  const groups = useQuery(api.maximumBill.billingGroups.queryOptions({ input: { schoolId } }));
  const save = useMutation(api.maximumBill.setBillingGroup.mutationOptions({ onError: notifyProblem }));
  if (schools.data?.find(({ id }) => id === schoolId)?.level === 'secondary')
    return <Text muted>{texts.secondary}</Text>;
  const optionsFor = (chosen: number | null) => [
    { value: '', label: texts.noCategory },
    ...categories
      .filter(({ isRemoved, costCategoryId }) => !isRemoved || costCategoryId === chosen)
      .map(({ costCategoryId, name }) => ({ value: String(costCategoryId), label: name })),
  ];
  function choose(group: NonNullable<typeof groups.data>[number], costCategoryId: number | null): void {
    const { billingGroupId, name, costCategoryId: before } = group;
    save.mutate(
      { billingGroupId, costCategoryId },
      {
        onSuccess: () =>
          notifyDone(texts.groupSaved(name), () => save.mutate({ billingGroupId, costCategoryId: before })),
      },
    );
  }
  return (
    <>
      <ProblemAlert error={groups.error} onRetry={() => void groups.refetch()} />
      {groups.isPending ? <Loading /> : null}
      {groups.data?.length === 0 ? <Text muted>{texts.noGroups}</Text> : null}
      {groups.data && groups.data.length > 0 ? (
        <Table
          label={texts.groups}
          rows={groups.data}
          getKey={({ billingGroupId }) => billingGroupId}
          columns={[
            { id: 'group', header: texts.group, cell: ({ name }) => name },
            {
              id: 'category',
              header: texts.category,
              cell: (group) => (
                <Select
                  aria-label={texts.categoryOf(group.name)}
                  width={340}
                  disabled={!mayEdit}
                  value={group.costCategoryId === null ? '' : String(group.costCategoryId)}
                  options={optionsFor(group.costCategoryId)}
                  onChange={(value) => choose(group, value === null || value === '' ? null : Number(value))}
                />
              ),
            },
          ]}
        />
      ) : null}
    </>
  );
}
