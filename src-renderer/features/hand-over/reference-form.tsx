import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandOver } from '#shared/hand-over/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { handOverTexts as texts } from './hand-over.nl.ts';

/** The number of the partner, which often comes later; changed where it stands. */
export function ReferenceForm({ handOver: { handOverId, reference: saved } }: { readonly handOver: HandOver }) {
  const [reference, setReference] = useState(saved);
  const save = useMutation(
    api.handOver.setReference.mutationOptions({ onSuccess: () => notifyDone(texts.referenceSaved) }),
  );
  const isReady = reference.trim() !== '' && reference.trim() !== saved;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate({ handOverId, reference });
      }}
    >
      <Stack gap={6}>
        <Group gap="sm" align="flex-end">
          <TextInput
            label={texts.reference}
            maxLength={100}
            w={320}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
          <Button type="submit" disabled={!isReady} loading={save.isPending}>
            {texts.saveReference}
          </Button>
        </Group>
        <ProblemAlert error={save.error} />
      </Stack>
    </form>
  );
}
