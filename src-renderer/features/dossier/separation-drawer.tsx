import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HouseholdPage, HouseholdPayer } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { PayerDialog } from './payer-dialog.tsx';
import { RulesSignatureDialog } from './rules-signature-dialog.tsx';
import { RulesSignatureList } from './rules-signature-list.tsx';
import { type SeparationDraft, separationRequest, startingSeparation } from './separation-draft.ts';
import { SeparationEffects } from './separation-effects.tsx';
import { SeparationPupils } from './separation-pupils.tsx';
import { separationTexts as texts } from './separation.nl.ts';
import { useUndoChange } from './use-undo-change.ts';
import classes from './separation.module.css';

/** Parents who separate, or a guardian who takes over: step by step, with what it changes to the cent before it is kept. */
export function SeparationDrawer({
  household,
  today,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly today: PlainDate;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(() => startingSeparation(household, today));
  const [signing, setSigning] = useState(false);
  const { tell } = useUndoChange();
  const request = useDebounced(separationRequest(household, draft), 200);
  const preview = useQuery({
    ...api.people.previewSeparation.queryOptions({
      input: request ?? { householdId: household.householdId, separatedOn: today, pupils: [] },
    }),
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
  });
  const save = useMutation(
    api.people.separate.mutationOptions({
      onSuccess: () => {
        tell(texts.done, household.householdId);
        onClose();
      },
    }),
  );
  const ready = separationRequest(household, draft);
  const change = (part: Partial<SeparationDraft>): void => setDraft({ ...draft, ...part });
  return (
    <Drawer opened onClose={onClose} title={texts.title} size={760}>
      <Stack gap="md">
        <Text muted>{texts.intro}</Text>
        <section className={classes['step']}>
          <h3>{texts.step1}</h3>
          {household.payers.map((payer) => (
            <Lives key={payer.payerId} payer={payer} />
          ))}
        </section>
        <section className={classes['step']}>
          <h3>{texts.step2}</h3>
          <Group gap="md">
            <DateInput
              label={texts.day}
              description={texts.dayHint}
              clearable={false}
              value={draft.separatedOn}
              error={draft.separatedOn === null ? texts.fillDay : null}
              onChange={(separatedOn) => change({ separatedOn })}
            />
          </Group>
          <Checkbox
            label={texts.keepsOld}
            checked={draft.keepsOldBills}
            onChange={(event) => change({ keepsOldBills: event.currentTarget.checked })}
          />
        </section>
        <section className={classes['step']}>
          <h3>{texts.step3}</h3>
          <SeparationPupils household={household} draft={draft} onChange={setDraft} />
        </section>
        <section className={classes['step']}>
          <h3>{texts.step4}</h3>
          <RulesSignatureList householdId={household.householdId} payerId={null} empty={texts.noSignatures} />
          <div>
            <Button size="xs" onClick={() => setSigning(true)}>
              {texts.addSignature}
            </Button>
          </div>
        </section>
        <section className={classes['step']}>
          <h3>{texts.step5}</h3>
          <Select
            label={texts.document}
            description={texts.documentHint}
            placeholder={texts.noDocument}
            clearable
            options={household.documents.map(({ documentId, fileName }) => ({
              value: String(documentId),
              label: fileName,
            }))}
            value={draft.documentId === null ? null : String(draft.documentId)}
            onChange={(documentId) => change({ documentId: documentId === null ? null : Number(documentId) })}
          />
          <TextInput
            label={texts.note}
            maxLength={500}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </section>
        <section className={classes['step']} aria-live="polite">
          <h3>{texts.effects}</h3>
          {[...draft.pupils.values()].some(({ included }) => included) ? null : (
            <Text muted>{texts.chooseSomebody}</Text>
          )}
          <ProblemAlert error={preview.error ?? save.error} />
          {preview.data && ready ? (
            <>
              <SeparationEffects effects={preview.data.effects} />
              {preview.data.warnings.map((warning) => (
                <Alert key={warning} tone="warning">
                  <span className="os-name">{warning}</span>
                </Alert>
              ))}
            </>
          ) : null}
        </section>
        <Group gap="sm">
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={ready === undefined}
            onClick={() => ready && save.mutate(ready)}
          >
            {texts.confirm}
          </Button>
        </Group>
      </Stack>
      {signing ? <RulesSignatureDialog household={household} today={today} onClose={() => setSigning(false)} /> : null}
    </Drawer>
  );
}

/** Where letters to a payer go, and the place to correct it. */
function Lives({ payer }: { readonly payer: HouseholdPayer }) {
  const [editing, setEditing] = useState(false);
  const name = `${payer.firstName} ${payer.lastName}`.trim();
  const address = [payer.street, `${payer.postalCode} ${payer.city}`.trim()].filter((part) => part !== '').join(', ');
  return (
    <div className={classes['lives']}>
      <PersonName strong>{name}</PersonName>
      <span className="os-name">{address === '' ? texts.noAddress : address}</span>
      <TextButton aria-label={texts.addressOf(name)} onClick={() => setEditing(true)}>
        {texts.change}
      </TextButton>
      {editing ? <PayerDialog householdId={null} payer={payer} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}
