import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApprovalThresholds, approvalKind } from '#shared/approvals/contract.ts';
import { formatCentsPlain, parseAmount } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { SchoolSettingsCard } from '#renderer/parts/school-settings-card.tsx';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { approvalTexts as texts } from './approvals.nl.ts';

/** Per school: for what, and from which amount, a second person is asked. */
export function ThresholdsPanel() {
  const session = useQuery(api.access.session.queryOptions());
  return (
    <SchoolSettingsCard
      title={texts.thresholdsTitle}
      intro={texts.thresholdsIntro}
      school={texts.school}
      notice={session.data?.mode === 'single' ? <Alert tone="warning">{texts.thresholdsAlone}</Alert> : null}
    >
      {(schoolId) => <Thresholds key={schoolId} schoolId={schoolId} />}
    </SchoolSettingsCard>
  );
}

function Thresholds({ schoolId }: { readonly schoolId: number }) {
  const current = useQuery(api.approvals.thresholds.queryOptions({ input: { schoolId } }));
  if (current.error) return <ProblemAlert error={current.error} />;
  if (!current.data) return <Loading />;
  return <ThresholdsForm schoolId={schoolId} thresholds={current.data} />;
}

type Choice = { readonly when: 'never' | 'always' | 'from'; readonly amount: string };

function choiceOf(cents: number | null): Choice {
  if (cents === null) return { when: 'never', amount: '' };
  return cents === 0 ? { when: 'always', amount: '' } : { when: 'from', amount: formatCentsPlain(cents) };
}

/** Undefined when the amount cannot be read. */
function centsOf({ when, amount }: Choice): number | null | undefined {
  if (when !== 'from') return when === 'never' ? null : 0;
  const parsed = parseAmount(amount);
  return parsed.ok && parsed.cents > 0 ? parsed.cents : undefined;
}

function ThresholdsForm({
  schoolId,
  thresholds,
}: {
  readonly schoolId: number;
  readonly thresholds: ApprovalThresholds;
}) {
  const [choices, setChoices] = useState(() =>
    Object.fromEntries(approvalKind.options.map((kind) => [kind, choiceOf(thresholds[kind])])),
  );
  const save = useMutation(api.approvals.saveThresholds.mutationOptions({ onSuccess: () => notifyDone(texts.saved) }));
  const read = approvalKind.options.map((kind) => [kind, centsOf(choices[kind] ?? choiceOf(null))] as const);
  const isWrong = read.some(([, cents]) => cents === undefined);
  function submit(): void {
    if (!isWrong) save.mutate({ schoolId, thresholds: Object.fromEntries(read) as ApprovalThresholds });
  }
  return (
    <Stack gap="sm">
      {approvalKind.options.map((kind) => {
        const choice = choices[kind] ?? choiceOf(null);
        const change = (next: Partial<Choice>): void => setChoices({ ...choices, [kind]: { ...choice, ...next } });
        return (
          <Group key={kind} gap="sm" align="flex-end">
            <Select
              label={texts.kinds[kind]}
              width={240}
              value={choice.when}
              onChange={(when) => when && change({ when })}
              options={[
                { value: 'never', label: texts.never },
                { value: 'always', label: texts.always },
                // An account has no amount.
                ...(kind === 'payerAccount' ? [] : [{ value: 'from' as const, label: texts.from }]),
              ]}
            />
            {choice.when === 'from' ? (
              <TextInput
                aria-label={texts.fromAmount(texts.kinds[kind])}
                value={choice.amount}
                error={centsOf(choice) === undefined ? texts.amountWrong : null}
                onChange={(event) => change({ amount: event.target.value })}
              />
            ) : null}
          </Group>
        );
      })}
      <ProblemAlert error={save.error} />
      <div>
        <Button variant="primary" disabled={isWrong} loading={save.isPending} onClick={submit}>
          {texts.save}
        </Button>
      </div>
    </Stack>
  );
}
