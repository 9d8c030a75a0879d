import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '#shared/api/schemas.ts';
import { api } from '#renderer/app/api.ts';
import { HouseholdPicker, type PickedHousehold } from '#renderer/parts/household-picker.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { MessagePreview } from './message-preview.tsx';
import type { VersionDraft } from './text-draft.ts';
import { textsTexts } from './texts.nl.ts';

/** The draft with the data of a real household, drawn again as one types. */
export function TextPreview({
  language,
  version,
  onHousehold,
}: {
  readonly language: Language;
  readonly version: VersionDraft;
  readonly onHousehold: (household: PickedHousehold | null) => void;
}) {
  const [household, setHousehold] = useState<PickedHousehold | null>(null);
  const still = useDebounced(version, 500);
  const first = useQuery(api.dossier.households.queryOptions({ input: { offset: 0, limit: 1 } }));
  const shown = household ?? firstOf(first.data?.rows);
  const subject = still.subject.trim();
  const preview = useQuery(
    api.correspondence.previewText.queryOptions({
      input: {
        householdId: shown?.householdId ?? 1,
        text: { draft: { language, subject, body: still.body as never } },
      },
      enabled: shown !== null && subject !== '',
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  return (
    <Card title={textsTexts.preview}>
      <Stack gap="sm">
        <HouseholdPicker
          label={textsTexts.household}
          placeholder={textsTexts.pickHousehold}
          nothingFound={textsTexts.noHousehold}
          value={shown}
          onChange={(chosen) => {
            setHousehold(chosen);
            onHousehold(chosen);
          }}
        />
        <ProblemAlert error={preview.error} />
        {shown === null ? <Text muted>{textsTexts.previewHint}</Text> : null}
        {preview.isLoading ? <Loading /> : null}
        {preview.data ? <MessagePreview preview={preview.data} /> : null}
      </Stack>
    </Card>
  );
}

function firstOf(
  rows: readonly { readonly householdId: number; readonly name: string }[] | undefined,
): PickedHousehold | null {
  const row = rows?.[0];
  return row ? { householdId: row.householdId, title: row.name } : null;
}
