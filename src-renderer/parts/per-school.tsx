import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';

/** What each school sets for itself: the choice of school, where there are several, above what it set. */
export function PerSchool({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (schoolId: number) => ReactNode;
}) {
  const schools = useQuery(api.schools.list.queryOptions());
  const [chosen, setChosen] = useState<number | null>(null);
  const schoolId = chosen ?? schools.data?.[0]?.id ?? null;
  return (
    <>
      {(schools.data ?? []).length > 1 ? (
        <Select
          label={label}
          width={320}
          value={schoolId === null ? null : String(schoolId)}
          onChange={(value) => setChosen(Number(value))}
          options={(schools.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
      <ProblemAlert error={schools.error} />
      {schoolId === null ? <Loading /> : children(schoolId)}
    </>
  );
}
