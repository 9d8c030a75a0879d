import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { CostSettingsForm } from './cost-settings-form.tsx';
import { costTexts as texts } from './costs.nl.ts';

/** Per school: whether it asks costs or interest beside its bills, and on what ground. */
export function CostSettingsPanel() {
  const schools = useQuery(api.schools.list.queryOptions());
  const [chosen, setChosen] = useState<number | null>(null);
  const schoolId = chosen ?? schools.data?.[0]?.id ?? null;
  return (
    <Card title={texts.settings}>
      <Stack gap="sm">
        <Text muted>{texts.settingsIntro}</Text>
        {(schools.data ?? []).length > 1 ? (
          <Select
            label={texts.school}
            width={320}
            value={schoolId === null ? null : String(schoolId)}
            onChange={(value) => setChosen(Number(value))}
            options={(schools.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        ) : null}
        <ProblemAlert error={schools.error} />
        {schoolId === null ? <Loading /> : <CurrentSettings key={schoolId} schoolId={schoolId} />}
      </Stack>
    </Card>
  );
}

function CurrentSettings({ schoolId }: { readonly schoolId: number }) {
  const current = useQuery(api.costs.settings.queryOptions({ input: { schoolId } }));
  if (current.error) return <ProblemAlert error={current.error} />;
  if (!current.data) return <Loading />;
  const { problems, ...settings } = current.data;
  return <CostSettingsForm schoolId={schoolId} settings={settings} problems={problems} />;
}
