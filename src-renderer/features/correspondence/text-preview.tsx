import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '#shared/api/schemas.ts';
import { asksPlan } from '#shared/correspondence/example-plan.ts';
import { api } from '#renderer/app/api.ts';
import { HouseholdPicker, type PickedHousehold } from '#renderer/parts/household-picker.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { MessagePreview } from '#renderer/parts/message-preview.tsx';
import type { VersionDraft } from './text-draft.ts';
import { textsTexts } from './texts.nl.ts';

/** The draft with the data of a real household, drawn again as one types; per payer when there are more. */
export function TextPreview({
  language,
  version,
  household,
  onHousehold,
}: {
  readonly language: Language;
  readonly version: VersionDraft;
  readonly household: PickedHousehold | null;
  readonly onHousehold: (household: PickedHousehold | null) => void;
}) {
  const [chosenPayer, setChosenPayer] = useState<number | null>(null);
  const still = useDebounced(version, 500);
  const subject = still.subject.trim();
  const asked = asksPlan(still);
  const page = useQuery(
    api.dossier.page.queryOptions({
      input: { householdId: household?.householdId ?? 1 },
      enabled: household !== null,
    }),
  );
  const payers = page.data?.payers ?? [];
  // The payer of another household says nothing here; without a choice the server takes the first who owes.
  const payerId = payers.find((payer) => payer.payerId === chosenPayer)?.payerId ?? null;
  const shownPayer = payerId ?? (payers.find((payer) => payer.openCents > 0) ?? payers[0])?.payerId;
  const preview = useQuery(
    api.correspondence.previewText.queryOptions({
      input: {
        householdId: household?.householdId ?? 1,
        payerId: shownPayer ?? null,
        text: { draft: { language, subject, body: still.body as never } },
      },
      enabled: household !== null && page.isSuccess && subject !== '',
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  return (
    <Stack gap="sm">
      <HouseholdPicker
        label={textsTexts.household}
        placeholder={textsTexts.pickHousehold}
        nothingFound={textsTexts.noHousehold}
        value={household}
        onChange={onHousehold}
      />
      {payers.length > 1 && shownPayer !== undefined ? (
        <Select
          label={textsTexts.payer}
          options={payers.map((payer) => ({
            value: String(payer.payerId),
            label: `${payer.firstName} ${payer.lastName}`.trim(),
          }))}
          value={String(shownPayer)}
          onChange={(value) => setChosenPayer(Number(value))}
        />
      ) : null}
      <ProblemAlert error={preview.error} />
      {household === null || subject === '' ? <Text muted>{textsTexts.previewHint}</Text> : null}
      {preview.isLoading ? <Loading /> : null}
      {preview.data && (asked.plan || asked.instalment) ? (
        <Text small muted>
          {textsTexts.examplePlan}
        </Text>
      ) : null}
      {preview.data ? <MessagePreview preview={preview.data} /> : null}
    </Stack>
  );
}
