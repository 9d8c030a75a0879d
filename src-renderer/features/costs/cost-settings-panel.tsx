import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { SchoolSettingsCard } from '#renderer/parts/school-settings-card.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { CostSettingsForm } from './cost-settings-form.tsx';
import { costTexts as texts } from './costs.nl.ts';

/** Per school: whether it asks costs or interest beside its bills, and on what ground. */
export function CostSettingsPanel() {
  return (
    <SchoolSettingsCard title={texts.settings} intro={texts.settingsIntro} school={texts.school}>
      {(schoolId) => <CurrentSettings key={schoolId} schoolId={schoolId} />}
    </SchoolSettingsCard>
  );
}

function CurrentSettings({ schoolId }: { readonly schoolId: number }) {
  const current = useQuery(api.costs.settings.queryOptions({ input: { schoolId } }));
  if (current.error) return <ProblemAlert error={current.error} />;
  if (!current.data) return <Loading />;
  const { problems, ...settings } = current.data;
  return <CostSettingsForm schoolId={schoolId} settings={settings} problems={problems} />;
}
