import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { HouseholdPicker, type PickedHousehold } from '#renderer/parts/household-picker.tsx';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { maximumBillTexts as texts } from './maximum-bill.nl.ts';

/** What-if before billing: what of an amount may still be asked for a pupil. Nothing is booked. */
export function RoomDialog({ schoolYear, onClose }: { readonly schoolYear: string; readonly onClose: () => void }) {
  const [household, setHousehold] = useState<PickedHousehold | null>(null);
  const [chosenPupil, setChosenPupil] = useState<string | null>(null);
  const [cap, setCap] = useState<'sharp' | 'multiDay'>('sharp');
  const [amountCents, setAmountCents] = useState<number | null>(null);
  const page = useQuery(
    api.dossier.page.queryOptions({
      input: { householdId: household?.householdId ?? 0 },
      enabled: household !== null,
    }),
  );
  const schools = useQuery(api.schools.list.queryOptions());
  const primary = new Set((schools.data ?? []).filter(({ level }) => level === 'primary').map(({ id }) => id));
  const pupils = household === null ? [] : (page.data?.pupils ?? []).filter(({ schoolId }) => primary.has(schoolId));
  const pupil = pupils.find(({ pupilId }) => String(pupilId) === chosenPupil) ?? pupils[0];
  const isAsked = pupil !== undefined && amountCents !== null && amountCents > 0;
  const room = useQuery(
    api.maximumBill.room.queryOptions({
      input: { pupilId: pupil?.pupilId ?? 0, schoolYear, cap, amountCents: amountCents ?? 0 },
      enabled: isAsked,
    }),
  );
  return (
    <Modal opened onClose={onClose} title={texts.room} actions={<Button onClick={onClose}>{texts.close}</Button>}>
      <Stack gap="sm">
        <HouseholdPicker
          label={texts.household}
          placeholder={texts.householdPlaceholder}
          nothingFound={texts.householdNone}
          value={household}
          onChange={setHousehold}
        />
        {household !== null && page.data && pupils.length === 0 ? <Text muted>{texts.noPupils}</Text> : null}
        {pupils.length > 0 ? (
          <Select
            label={texts.pupil}
            withNames
            value={pupil === undefined ? null : String(pupil.pupilId)}
            options={pupils.map(({ pupilId, firstName, lastName }) => ({
              value: String(pupilId),
              label: `${firstName} ${lastName}`,
            }))}
            onChange={setChosenPupil}
          />
        ) : null}
        <Group gap="sm" grow align="flex-end">
          <Select
            label={texts.roomCap}
            value={cap}
            options={(['sharp', 'multiDay'] as const).map((value) => ({ value, label: texts.caps[value] }))}
            onChange={(value) => value !== null && setCap(value)}
          />
          <AmountInput label={texts.roomAmount} cents={amountCents} onCents={setAmountCents} width="100%" />
        </Group>
        <ProblemAlert error={page.error ?? room.error} />
        {isAsked && room.data ? <Answer {...room.data} /> : null}
      </Stack>
    </Modal>
  );
}

function Answer({
  roomCents,
  claimableCents,
  excessCents,
  source,
  blockedBy,
}: {
  readonly roomCents: number | null;
  readonly claimableCents: number | null;
  readonly excessCents: number | null;
  readonly source: string;
  readonly blockedBy: string | null;
}) {
  if (blockedBy !== null) return <Alert tone="warning">{blockedBy}</Alert>;
  const amount = (cents: number | null) => (cents === null ? '–' : <Money cents={cents} />);
  return (
    <Facts
      rows={[
        { name: texts.roomLeft, value: amount(roomCents) },
        { name: texts.roomMay, value: amount(claimableCents) },
        { name: texts.roomMayNot, value: amount(excessCents) },
        { name: texts.source, value: source },
      ]}
    />
  );
}
