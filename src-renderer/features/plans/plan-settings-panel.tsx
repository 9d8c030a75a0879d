import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { SchoolSettingsCard } from '#renderer/parts/school-settings-card.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PlanSettingsForm } from './plan-settings-form.tsx';
import { settingsTexts as texts } from './plan-settings.nl.ts';

/** How a school makes its plans, and how a new bill joins one. */
export function PlanSettingsPanel() {
  return (
    <SchoolSettingsCard title={texts.title} intro={texts.intro} school={texts.school}>
      {(schoolId) => <CurrentSettings key={schoolId} schoolId={schoolId} />}
    </SchoolSettingsCard>
  );
}

function CurrentSettings({ schoolId }: { readonly schoolId: number }) {
  const current = useQuery(api.plans.settings.queryOptions({ input: { schoolId } }));
  if (current.error) return <ProblemAlert error={current.error} onRetry={() => void current.refetch()} />;
  if (!current.data) return <Loading />;
  const { billingGroups, ...settings } = current.data;
  return <PlanSettingsForm schoolId={schoolId} saved={settings} savedGroups={billingGroups} />;
}
