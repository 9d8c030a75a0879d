import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type PlanStateName, planStates } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { ChoiceChip } from '#renderer/ui/filter-chip.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { plansTexts as texts, stateWords } from './plans.nl.ts';
import classes from './plans.module.css';

const route = getRouteApi('/afbetaalplannen');

/** How the list is narrowed, as it stands in the address: the state with its count, words, and the school. */
export function PlansToolbar({
  counts,
  total,
}: {
  readonly counts: Partial<Record<PlanStateName, number>>;
  readonly total: number;
}) {
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const schools = useQuery(api.schools.list.queryOptions());
  const isOneSchool = useChosenSchool() !== null || (schools.data ?? []).length < 2;
  function go(change: Partial<Record<keyof typeof address, unknown>>): void {
    const next = Object.entries({ ...address, ...change }).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ search: Object.fromEntries(next), replace: true });
  }
  const school = schools.data?.find(({ id }) => id === address.schoolId);
  return (
    <div className={classes['toolbar']}>
      <Segmented<PlanStateName | 'all'>
        label={texts.states}
        value={address.state ?? 'all'}
        onChange={(state) => go({ state: state === 'all' ? undefined : state })}
        options={[
          { value: 'all', label: texts.counted(texts.all, total) },
          ...planStates.map((value) => ({ value, label: texts.counted(stateWords[value], counts[value] ?? 0) })),
        ]}
      />
      <SearchField
        label={texts.search}
        placeholder={texts.searchPlaceholder}
        width={230}
        value={address.search ?? ''}
        onChange={(search) => go({ search })}
      />
      {isOneSchool && address.schoolId === undefined ? null : (
        <ChoiceChip
          name={texts.school}
          chosen={school?.name ?? null}
          clearLabel={`${texts.clear}: ${texts.school}`}
          onClear={() => go({ schoolId: undefined })}
          options={(schools.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          onChoose={(schoolId) => go({ schoolId: Number(schoolId) })}
        />
      )}
    </div>
  );
}
