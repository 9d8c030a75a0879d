import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Inventory, lineKinds } from '#shared/affordability/contract.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import classes from './affordability.module.css';
import { affordabilityTexts as texts } from './affordability.nl.ts';
import { asInput, type Draft, newDraft, readAges } from './inventory-draft.ts';
import { InventoryLines } from './inventory-lines.tsx';
import { InventoryResult } from './inventory-result.tsx';
import { KeepInventory } from './keep-inventory.tsx';

type Props = {
  readonly householdId: number;
  readonly onClose: () => void;
  /** With it there is a button to take the amount over. */
  readonly onFeasible?: ((cents: number) => void) | undefined;
};

/** What comes in and goes out each month, and what can be asked without harm; nothing is kept without consent. */
export function InventoryDrawer({ opened, ...props }: Props & { readonly opened: boolean }) {
  return opened ? <OpenDrawer {...props} /> : null;
}

function OpenDrawer({ householdId, onClose, onFeasible }: Props) {
  const mayKeep = !useRefused()('affordability.inventory');
  const today = useToday();
  const kept = useQuery(api.affordability.inventory.queryOptions({ input: mayKeep ? { householdId } : skipToken }));
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId } }));
  /** What was wiped here must not come back from the list of a moment ago. */
  const [removedId, setRemovedId] = useState(0);
  const current = kept.data?.inventoryId === removedId ? null : (kept.data ?? null);
  const isReady = today !== undefined && page.data !== undefined && (!mayKeep || kept.data !== undefined);
  return (
    <Drawer opened onClose={onClose} title={texts.title} size={940}>
      <ProblemAlert
        error={kept.error ?? page.error}
        onRetry={() => void Promise.all([kept.refetch(), page.refetch()])}
      />
      {isReady ? (
        <InventoryForm
          key={removedId}
          householdId={householdId}
          kept={current}
          first={newDraft(current, page.data.pupils, today)}
          today={today}
          mayKeep={mayKeep}
          onFeasible={onFeasible}
          onRemoved={setRemovedId}
        />
      ) : kept.error || page.error ? null : (
        <Loading />
      )}
    </Drawer>
  );
}

function InventoryForm({
  householdId,
  kept,
  first,
  today,
  mayKeep,
  onFeasible,
  onRemoved,
}: {
  readonly householdId: number;
  readonly kept: Inventory | null;
  readonly first: Draft;
  readonly today: PlainDate;
  readonly mayKeep: boolean;
  readonly onFeasible: ((cents: number) => void) | undefined;
  readonly onRemoved: (inventoryId: number) => void;
}) {
  const [draft, setDraft] = useState(first);
  const input = useMemo(() => asInput(draft), [draft]);
  const change = (part: Partial<Draft>): void => setDraft((current) => ({ ...current, ...part }));
  const areAgesWrong = readAges(draft.childAges) === undefined;
  return (
    <div className={classes['drawer']}>
      <Text muted>{texts.intro}</Text>
      <div className={classes['columns']}>
        <div className={classes['form']}>
          <div className={classes['people']} role="group" aria-label={texts.composition}>
            <NumberInput
              label={texts.adults}
              w={110}
              min={1}
              max={10}
              value={draft.adults}
              onChange={(adults) => change({ adults: Number(adults) })}
            />
            <TextInput
              label={texts.childAges}
              description={texts.childAgesHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              w={330}
              value={draft.childAges}
              error={areAgesWrong ? texts.childAgesWrong : null}
              onChange={(event) => change({ childAges: event.currentTarget.value })}
            />
          </div>
          {lineKinds.map((kind) => (
            <InventoryLines key={kind} kind={kind} lines={draft.lines} onChange={(lines) => change({ lines })} />
          ))}
          <div>
            <Text strong small>
              {texts.part}
            </Text>
            <Segmented
              label={texts.part}
              value={String(draft.partBp)}
              onChange={(partBp) => change({ partBp: Number(partBp) })}
              options={Object.entries(texts.parts).map(([value, label]) => ({ value, label }))}
            />
          </div>
        </div>
        <InventoryResult input={input} onFeasible={onFeasible} />
      </div>
      {mayKeep ? (
        <KeepInventory householdId={householdId} kept={kept} input={input} today={today} onRemoved={onRemoved} />
      ) : null}
    </div>
  );
}
