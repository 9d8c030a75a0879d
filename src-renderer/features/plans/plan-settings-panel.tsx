import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { PerSchool } from '#renderer/parts/per-school.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { PlanSettingsForm } from './plan-settings-form.tsx';
import { settingsTexts as texts } from './plan-settings.nl.ts';

/** How a school makes its plans, and how a new bill joins one. */
export function PlanSettingsPanel() {
  return (
    <Card title={texts.title}>
      <Stack gap="sm">
        <Text muted>{texts.intro}</Text>
        <PerSchool label={texts.school}>
          {(schoolId) => <CurrentSettings key={schoolId} schoolId={schoolId} />}
        </PerSchool>
      </Stack>
    </Card>
  );
}

function CurrentSettings({ schoolId }: { readonly schoolId: number }) {
  const current = useQuery(api.plans.settings.queryOptions({ input: { schoolId } }));
  if (current.error) return <ProblemAlert error={current.error} onRetry={() => void current.refetch()} />;
  if (!current.data) return <Loading />;
  const { billingGroups, ...settings } = current.data;
  return <PlanSettingsForm schoolId={schoolId} saved={settings} savedGroups={billingGroups} />;
}
