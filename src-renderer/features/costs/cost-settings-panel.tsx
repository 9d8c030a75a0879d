import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { PerSchool } from '#renderer/parts/per-school.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { CostSettingsForm } from './cost-settings-form.tsx';
import { costTexts as texts } from './costs.nl.ts';

/** Per school: whether it asks costs or interest beside its bills, and on what ground. */
export function CostSettingsPanel() {
  return (
    <Card title={texts.settings}>
      <Stack gap="sm">
        <Text muted>{texts.settingsIntro}</Text>
        <PerSchool label={texts.school}>
          {(schoolId) => <CurrentSettings key={schoolId} schoolId={schoolId} />}
        </PerSchool>
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
