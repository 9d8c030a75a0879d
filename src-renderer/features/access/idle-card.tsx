import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { accessTexts as texts } from './access.nl.ts';

/** After how long without work the screen asks for the password again. */
export function IdleCard() {
  const settings = useQuery(api.access.settings.queryOptions());
  const [typed, setTyped] = useState<number | null>(null);
  const save = useMutation(api.access.saveSettings.mutationOptions({ onSuccess: () => notifyDone(texts.saved) }));
  const minutes = typed ?? settings.data?.idleMinutes ?? 15;
  return (
    <Card title={texts.idleTitle}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <NumberInput
            label={texts.idleLabel}
            description={texts.idleHint}
            min={1}
            max={480}
            value={minutes}
            onChange={(value) => setTyped(Number(value))}
          />
          <Button loading={save.isPending} onClick={() => save.mutate({ idleMinutes: minutes })}>
            {texts.save}
          </Button>
        </Group>
        <ProblemAlert error={save.error ?? settings.error} />
      </Stack>
    </Card>
  );
}
