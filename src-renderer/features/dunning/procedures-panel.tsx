import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { DunningSettingsCard } from './dunning-settings-card.tsx';
import { procedureColumns } from './procedure-columns.tsx';
import { proceduresTexts as texts } from './procedures.nl.ts';
import { ShippedOffers } from './shipped-offers.tsx';
import { useProcedureActions } from './use-procedure-actions.ts';

/** By which steps each school reminds, and what holds for all of its reminders. */
export function ProceduresPanel() {
  const navigate = useNavigate();
  const today = useToday();
  const refused = useRefused();
  const mayChange = !refused('dunning.saveProcedure');
  const atTop = useChosenSchool();
  const schools = useQuery(api.schools.list.queryOptions());
  const [chosen, setChosen] = useState<number | 'all' | null>(null);
  const [withArchived, setWithArchived] = useState(false);
  const procedures = useQuery(api.dunning.procedures.queryOptions({ input: { withArchived } }));
  const shipped = useQuery(api.dunning.shippedProcedures.queryOptions());
  const actions = useProcedureActions();

  if (schools.error) return <ProblemAlert error={schools.error} onRetry={() => void schools.refetch()} />;
  if (procedures.error) return <ProblemAlert error={procedures.error} onRetry={() => void procedures.refetch()} />;
  if (!schools.data || !procedures.data || today === undefined) return <Loading />;

  const only = schools.data.length === 1 ? (schools.data[0]?.id ?? null) : null;
  const schoolId = chosen === 'all' ? only : (chosen ?? atTop ?? only);
  const school = schools.data.find(({ id }) => id === schoolId);
  const rows = procedures.data.filter((procedure) => schoolId === null || procedure.schoolId === schoolId);
  const without = schools.data.filter(
    ({ id }) => !procedures.data.some((procedure) => procedure.schoolId === id && !procedure.archived),
  );
  const lacking = (shipped.data ?? []).filter(
    ({ shippedKey }) => !rows.some((row) => row.shippedKey === shippedKey && !row.archived),
  );
  const schoolNames = schoolId === null ? new Map(schools.data.map(({ id, name }) => [id, name])) : null;
  return (
    <Stack gap="sm">
      <Text muted>{mayChange ? texts.intro : texts.mayNot}</Text>
      <Group align="flex-end" justify="space-between">
        {schools.data.length > 1 ? (
          <Select
            label={texts.school}
            width={320}
            searchable
            value={schoolId === null ? 'all' : String(schoolId)}
            onChange={(value) => setChosen(value === 'all' ? 'all' : Number(value))}
            options={[
              { value: 'all', label: texts.allSchools },
              ...schools.data.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        ) : (
          <span />
        )}
        {mayChange ? (
          <Group gap="xs">
            {school && rows.some(({ archived }) => !archived) && lacking.length > 0 ? (
              <Menu
                target={<Button disabled={actions.isAdding}>{texts.addShipped}</Button>}
                items={lacking.map(({ shippedKey, name }) => ({
                  label: name,
                  onClick: () => actions.addShipped(school.id, shippedKey),
                }))}
              />
            ) : null}
            <Button
              variant="primary"
              leftIcon={<IconPlus size={16} aria-hidden />}
              onClick={() => void navigate({ to: '/procedures/$procedureId', params: { procedureId: 'nieuw' } })}
            >
              {texts.create}
            </Button>
          </Group>
        ) : null}
      </Group>
      {schoolId === null && without.length > 0 ? (
        <Alert
          tone="warning"
          actions={without.slice(0, 5).map(({ id, name }) => (
            <Button key={id} size="xs" onClick={() => setChosen(id)}>
              {texts.choose(name)}
            </Button>
          ))}
        >
          {texts.without(without.length)}
        </Alert>
      ) : null}
      {rows.length > 0 ? (
        <Table
          label={texts.table}
          columns={procedureColumns({
            procedures: procedures.data,
            schoolNames,
            today,
            onArchive: mayChange ? actions.setArchived : null,
          })}
          rows={rows}
          getKey={({ procedureId }) => procedureId}
        />
      ) : null}
      {school && rows.every(({ archived }) => archived) ? (
        <ShippedOffers
          mayAdd={mayChange}
          isAdding={actions.isAdding}
          onAdd={(shippedKey) => actions.addShipped(school.id, shippedKey)}
        />
      ) : null}
      <Checkbox
        label={texts.showArchived}
        checked={withArchived}
        onChange={(event) => setWithArchived(event.currentTarget.checked)}
      />
      {school ? <DunningSettingsCard key={school.id} schoolId={school.id} schoolName={school.name} /> : null}
    </Stack>
  );
}
