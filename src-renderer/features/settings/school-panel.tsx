import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { NewSchoolDialog } from './new-school-dialog.tsx';
import { SchoolForm } from './school-form.tsx';
import { SchoolLogo } from './school-logo.tsx';
import { settingsTexts as texts } from './settings.nl.ts';

const route = getRouteApi('/instellingen');

/** One school at a time: its details and its logo. */
export function SchoolPanel() {
  const schools = useQuery(api.schools.list.queryOptions());
  const search = route.useSearch();
  const { schoolId } = search;
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  function choose(id: number): void {
    void navigate({ search: { ...search, schoolId: id }, replace: true });
  }
  if (schools.isPending) return <Loading />;
  const list = schools.data ?? [];
  const school = list.find(({ id }) => id === schoolId) ?? list[0];
  return (
    <Stack gap="md">
      <ProblemAlert error={schools.error} onRetry={() => void schools.refetch()} />
      <Group gap="sm" align="flex-end">
        <Select
          label={texts.chooseSchool}
          width={320}
          value={school ? String(school.id) : null}
          onChange={(value) => value && choose(Number(value))}
          options={list.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Button leftIcon={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
          {texts.addSchool}
        </Button>
      </Group>
      {school ? (
        <>
          <SchoolLogo key={`logo-${school.id}`} school={school} />
          <SchoolForm key={school.id} school={school} />
        </>
      ) : null}
      {adding ? (
        <NewSchoolDialog
          like={school}
          onClose={() => setAdding(false)}
          onCreated={(id) => {
            setAdding(false);
            choose(id);
          }}
        />
      ) : null}
    </Stack>
  );
}
