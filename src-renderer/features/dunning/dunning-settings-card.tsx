import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DunningSettings } from '#shared/dunning/decision.ts';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import classes from './procedures.module.css';
import { settingsTexts as texts } from './procedures.nl.ts';

/** What holds for all reminders of a school, whatever the procedure. */
export function DunningSettingsCard({
  schoolId,
  schoolName,
}: {
  readonly schoolId: number;
  readonly schoolName: string;
}) {
  const settings = useQuery(api.dunning.settings.queryOptions({ input: { schoolId } }));
  return (
    <Card title={texts.title(schoolName)}>
      <ProblemAlert error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.isPending ? <Loading /> : null}
      {settings.data ? <SettingsForm schoolId={schoolId} settings={settings.data} /> : null}
    </Card>
  );
}

const usualAge = 7;

function SettingsForm({ schoolId, settings }: { readonly schoolId: number; readonly settings: DunningSettings }) {
  const readOnly = useRefused()('dunning.saveSettings');
  const [minimumCents, setMinimumCents] = useState<number | null>(settings.minimumCents);
  const [schoolLeavers, setSchoolLeavers] = useState(settings.schoolLeavers);
  const [asksBank, setAsksBank] = useState(settings.statementMaxAgeDays !== null);
  const [age, setAge] = useState<number | null>(settings.statementMaxAgeDays ?? usualAge);
  const save = useMutation(api.dunning.saveSettings.mutationOptions({ onSuccess: () => notifyDone(texts.saved) }));
  const complete = minimumCents !== null && (!asksBank || age !== null);
  return (
    <fieldset className={classes['plain']} disabled={readOnly}>
      <Stack gap="sm">
        <ProblemAlert error={save.error} />
        <Group align="flex-start" gap="md">
          <AmountInput
            label={texts.minimum}
            description={texts.minimumHint}
            width={250}
            cents={minimumCents}
            onCents={setMinimumCents}
          />
          <Select
            label={texts.leavers}
            width={320}
            value={schoolLeavers}
            onChange={(value) => value && setSchoolLeavers(value)}
            options={(['remind', 'leaveOut'] as const).map((value) => ({ value, label: texts.leaverChoices[value] }))}
          />
          <Stack gap={6}>
            <NumberInput
              label={texts.statement}
              description={texts.statementHint}
              w={330}
              min={0}
              max={365}
              suffix={` ${texts.days}`}
              disabled={!asksBank}
              value={age ?? ''}
              onChange={(value) => setAge(typeof value === 'number' ? value : null)}
            />
            <Checkbox
              label={texts.statementNever}
              checked={!asksBank}
              onChange={(event) => setAsksBank(!event.currentTarget.checked)}
            />
          </Stack>
        </Group>
        {readOnly ? null : (
          <Group>
            <Button
              loading={save.isPending}
              disabled={!complete}
              onClick={() =>
                save.mutate({
                  schoolId,
                  minimumCents: minimumCents ?? 0,
                  schoolLeavers,
                  statementMaxAgeDays: asksBank ? age : null,
                })
              }
            >
              {texts.save}
            </Button>
          </Group>
        )}
      </Stack>
    </fieldset>
  );
}
