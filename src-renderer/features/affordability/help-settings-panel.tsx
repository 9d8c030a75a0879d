import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReferenceBudget } from '#shared/affordability/contract.ts';
import { type SignalSettings, signalKinds } from '#shared/signals/contract.ts';
import { signalNames } from '#shared/signals/find-signals.ts';
import { api } from '#renderer/app/api.ts';
import { SchoolSettingsCard } from '#renderer/parts/school-settings-card.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { BudgetDialog } from './budget-dialog.tsx';
import { helpSettingsTexts as texts } from './help-settings.nl.ts';

/** Which signals a school wants to see, and what a family needs to live on. */
export function HelpSettingsPanel() {
  return (
    <Stack gap="md">
      <SchoolSettingsCard title={texts.signals} intro={texts.signalsIntro} school={texts.school}>
        {(schoolId) => <SignalChoices key={schoolId} schoolId={schoolId} />}
      </SchoolSettingsCard>
      <ReferenceBudgets />
    </Stack>
  );
}

function SignalChoices({ schoolId }: { readonly schoolId: number }) {
  const mayChange = !useRefused()('signals.saveSettings');
  const settings = useQuery(api.signals.settings.queryOptions({ input: { schoolId } }));
  const save = useMutation(
    api.signals.saveSettings.mutationOptions({
      onSuccess: () => notifyDone(texts.saved),
      onError: notifyProblem,
    }),
  );
  if (settings.error) return <ProblemAlert error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <Loading />;
  const current = save.isPending ? save.variables.settings : settings.data;
  const off = current.off ?? [];
  const change = (part: Partial<SignalSettings>): void => {
    if (mayChange) save.mutate({ schoolId, settings: { enabled: current.enabled ?? true, off, ...part } });
  };
  return (
    <>
      <Switch
        label={texts.enabled}
        checked={current.enabled ?? true}
        disabled={!mayChange}
        onChange={(event) => change({ enabled: event.currentTarget.checked })}
      />
      {current.enabled ? (
        <CheckList
          label={texts.kinds}
          value={signalKinds.flatMap((kind, index) => (off.includes(kind) ? [] : [index]))}
          options={signalKinds.map((kind, index) => ({ value: index, label: signalNames[kind] }))}
          onChange={(on) => change({ off: signalKinds.filter((_, index) => !on.includes(index)) })}
        />
      ) : null}
    </>
  );
}

function ReferenceBudgets() {
  const mayChange = !useRefused()('affordability.saveReferenceBudget');
  const budgets = useQuery(api.affordability.referenceBudgets.queryOptions());
  const [editing, setEditing] = useState<ReferenceBudget | null>(null);
  return (
    <Card title={texts.budgets}>
      <Stack gap="sm">
        <Text muted>{texts.budgetsIntro}</Text>
        <ProblemAlert error={budgets.error} onRetry={() => void budgets.refetch()} />
        {budgets.data ? (
          <Table
            label={texts.budgets}
            rows={budgets.data}
            getKey={({ key }) => key}
            columns={[
              { id: 'who', header: texts.who, cell: ({ label }) => label },
              {
                id: 'amount',
                header: texts.amount,
                align: 'right',
                width: 140,
                cell: ({ amountCents }) => (amountCents === null ? texts.blank : <Money cents={amountCents} />),
              },
              { id: 'source', header: texts.source, cell: ({ source }) => source },
              {
                id: 'actions',
                header: texts.actions,
                align: 'right',
                width: 110,
                cell: (row) =>
                  mayChange ? (
                    <Button size="xs" aria-label={texts.changeOf(row.label)} onClick={() => setEditing(row)}>
                      {texts.change}
                    </Button>
                  ) : null,
              },
            ]}
          />
        ) : null}
        {editing ? <BudgetDialog budget={editing} onClose={() => setEditing(null)} /> : null}
      </Stack>
    </Card>
  );
}
