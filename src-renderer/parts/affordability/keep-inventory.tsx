import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Inventory, InventoryInput } from '#shared/affordability/contract.ts';
import { yearLater } from '#shared/affordability/keeping.ts';
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Heading, Text } from '#renderer/ui/text.tsx';
import classes from './affordability.module.css';
import { affordabilityTexts as texts } from './affordability.nl.ts';

/** Kept only when the family agrees, until a day; and gone at once when they think better of it. */
export function KeepInventory({
  householdId,
  kept,
  input,
  today,
  onRemoved,
}: {
  readonly householdId: number;
  readonly kept: Inventory | null;
  readonly input: InventoryInput | undefined;
  readonly today: PlainDate;
  readonly onRemoved: (inventoryId: number) => void;
}) {
  const [agrees, setAgrees] = useState(false);
  const [consentOn, setConsentOn] = useState<PlainDate>(today);
  const [chosenExpiry, setChosenExpiry] = useState<PlainDate | null>(null);
  const expiresOn = chosenExpiry ?? addDays(consentOn, 180);
  const save = useMutation(
    api.affordability.save.mutationOptions({
      onSuccess: () => {
        setAgrees(false);
        notifyDone(texts.saved);
      },
    }),
  );
  const remove = useMutation(
    api.affordability.remove.mutationOptions({
      onSuccess: ({ inventoryId }) => {
        notifyDone(texts.removed);
        onRemoved(inventoryId);
      },
    }),
  );
  async function askAndRemove(inventoryId: number): Promise<void> {
    const question = { title: texts.removeTitle, body: texts.removeBody, confirmLabel: texts.remove, danger: true };
    if (await confirm(question)) remove.mutate({ inventoryId });
  }
  return (
    <section className={classes['keep']} aria-label={texts.keepTitle}>
      <Heading level={3}>{texts.keepTitle}</Heading>
      {kept ? (
        <div className={classes['dates']}>
          <Text>{texts.keptUntil(kept.onDate, kept.expiresOn)}</Text>
          <Button loading={remove.isPending} onClick={() => void askAndRemove(kept.inventoryId)}>
            {texts.remove}
          </Button>
        </div>
      ) : null}
      <Text muted small>
        {texts.keepHint} {kept ? texts.replaceHint : ''}
      </Text>
      <Checkbox label={texts.consent} checked={agrees} onChange={(event) => setAgrees(event.currentTarget.checked)} />
      {agrees ? (
        <div className={classes['dates']}>
          <DateInput
            label={texts.consentOn}
            width={210}
            clearable={false}
            maxDate={today}
            value={consentOn}
            onChange={(date) => date && setConsentOn(date)}
          />
          <DateInput
            label={texts.expiresOn}
            width={280}
            clearable={false}
            minDate={today}
            maxDate={yearLater(consentOn)}
            value={expiresOn}
            onChange={setChosenExpiry}
          />
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={input === undefined}
            onClick={() => input && save.mutate({ ...input, householdId, onDate: today, consentOn, expiresOn })}
          >
            {texts.save}
          </Button>
        </div>
      ) : null}
      <ProblemAlert error={save.error ?? remove.error} />
    </section>
  );
}
