import { IconHeartHandshake } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type SignalKind, signalKinds } from '#shared/signals/contract.ts';
import { signalNames } from '#shared/signals/find-signals.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { SignalList } from '#renderer/parts/signals/signal-list.tsx';
import { signalTexts as texts } from '#renderer/parts/signals/signals.nl.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';

const route = getRouteApi('/hulp');
const step = 100;

/** Households that may be glad of help, by name. */
export function SignalsPanel() {
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const schoolId = useChosenSchool();
  const [limit, setLimit] = useState(step);
  const signals = useQuery(api.signals.list.queryOptions({ input: schoolId === null ? {} : { schoolId } }));
  if (signals.error) return <ProblemAlert error={signals.error} onRetry={() => void signals.refetch()} />;
  if (!signals.data) return <Loading />;
  const rows = signals.data.filter((signal) => kind === undefined || signal.kind === kind);
  const shown = rows.slice(0, limit);
  return (
    <Stack gap="sm">
      <Text muted>{texts.intro}</Text>
      <Group align="flex-end" gap="md">
        <Select<SignalKind | 'all'>
          label={texts.kind}
          width={420}
          value={kind ?? 'all'}
          options={[
            { value: 'all', label: texts.everyKind },
            ...signalKinds.map((value) => ({ value, label: signalNames[value] })),
          ]}
          onChange={(value) =>
            void navigate({
              search: value === null || value === 'all' ? { tab: 'signals' } : { tab: 'signals', kind: value },
              replace: true,
            })
          }
        />
        <Text muted>{texts.count(new Set(rows.map(({ householdId }) => householdId)).size)}</Text>
      </Group>
      {rows.length === 0 ? (
        <EmptyState icon={<IconHeartHandshake size={34} stroke={1.4} />} title={texts.none}>
          {texts.noneText}
        </EmptyState>
      ) : (
        <SignalList signals={shown} withHousehold />
      )}
      {rows.length > shown.length ? (
        <div>
          <Button variant="subtle" onClick={() => setLimit(limit + step)}>
            {texts.more(rows.length - shown.length)}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}
