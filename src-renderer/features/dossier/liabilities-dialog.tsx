import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdPage, HouseholdPupil } from '#shared/dossier/contract.ts';
import type { Liability, LiabilityKind } from '#shared/people/contract.ts';
import { checkLiabilities, wholeShareBp } from '#shared/people/liability-rules.ts';
import { splitByWeights } from '#shared/money/split.ts';
import { toCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { percentText } from './liability-words.ts';
import { peopleTexts } from './people.nl.ts';
import form from './household.module.css';
import classes from './people.module.css';

/** Who owes for one pupil: together the whole, or each a share; the shares must add up before it can be kept. */
export function LiabilitiesDialog({
  household,
  pupil,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly pupil: HouseholdPupil;
  readonly onClose: () => void;
}) {
  const [kind, setKind] = useState<LiabilityKind>(pupil.liabilities[0]?.kind ?? 'joint');
  const [shares, setShares] = useState<ReadonlyMap<number, number>>(() => startingShares(pupil));
  const save = useMutation(
    api.people.setLiabilities.mutationOptions({
      onSuccess: () => {
        notifyDone(peopleTexts.liabilitySaved);
        onClose();
      },
    }),
  );
  const liabilities: readonly Liability[] = household.payers
    .filter(({ payerId }) => shares.has(payerId))
    .map(({ payerId }) => ({ payerId, kind, shareBp: kind === 'joint' ? wholeShareBp : (shares.get(payerId) ?? 0) }));
  const problem = checkLiabilities(liabilities, new Set(household.payers.map(({ payerId }) => payerId)));
  const together = [...shares.values()].reduce((sum, share) => sum + share, 0);

  function setShare(payerId: number, shareBp: number | null): void {
    const next = new Map(shares);
    if (shareBp === null) next.delete(payerId);
    else next.set(payerId, shareBp);
    setShares(next);
  }
  function changeKind(chosen: LiabilityKind): void {
    setKind(chosen);
    if (chosen === 'split' && together !== wholeShareBp) setShares(evenly([...shares.keys()]));
  }
  function submit(): void {
    if (!problem) save.mutate({ pupilId: pupil.pupilId, liabilities: [...liabilities] });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={peopleTexts.whoPaysOf(pupil.firstName)}
      onConfirm={submit}
      confirm={{ label: peopleTexts.save, loading: save.isPending, disabled: problem !== undefined }}
    >
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        <RadioGroup
          label={peopleTexts.liabilityKind}
          value={kind}
          onChange={changeKind}
          options={[
            { value: 'joint', label: peopleTexts.jointChoice, description: peopleTexts.jointDescription },
            { value: 'split', label: peopleTexts.splitChoice, description: peopleTexts.splitDescription },
          ]}
        />
        <fieldset className={form['fieldset']}>
          <legend>{peopleTexts.liabilityWho}</legend>
          {household.payers.map((payer) => {
            const name = `${payer.firstName} ${payer.lastName}`.trim();
            const share = shares.get(payer.payerId);
            return (
              <div key={payer.payerId} className={classes['share']}>
                <Checkbox
                  label={<span className="os-name">{name}</span>}
                  checked={share !== undefined}
                  onChange={(event) => setShare(payer.payerId, event.currentTarget.checked ? 0 : null)}
                />
                {kind === 'split' && share !== undefined ? (
                  <NumberInput
                    aria-label={peopleTexts.shareOf(name)}
                    w={110}
                    min={0}
                    max={100}
                    allowDecimal
                    allowNegative={false}
                    decimalScale={2}
                    suffix=" %"
                    value={share / 100}
                    onChange={(percent) => setShare(payer.payerId, Math.round(Number(percent) * 100))}
                  />
                ) : null}
              </div>
            );
          })}
        </fieldset>
        <div role="status">
          {problem ? (
            <Alert tone="warning">{problem.sentence}</Alert>
          ) : kind === 'split' ? (
            <Text muted>{peopleTexts.sharesTogether(percentText(together))}</Text>
          ) : null}
        </div>
        <Text muted small>
          {peopleTexts.liabilityHint(pupil.firstName)}
        </Text>
      </Stack>
    </Modal>
  );
}

/** What stands there now; joint payers start from even shares when the office switches to shares. */
function startingShares(pupil: HouseholdPupil): ReadonlyMap<number, number> {
  const split = pupil.liabilities.some(({ kind }) => kind === 'split');
  if (split) return new Map(pupil.liabilities.map(({ payerId, shareBp }) => [payerId, shareBp]));
  return evenly(pupil.liabilities.map(({ payerId }) => payerId));
}

function evenly(payerIds: readonly number[]): ReadonlyMap<number, number> {
  if (payerIds.length === 0) return new Map();
  const parts = splitByWeights(
    toCents(wholeShareBp),
    payerIds.map(() => 1),
  );
  return new Map(payerIds.map((payerId, index) => [payerId, parts[index] ?? 0]));
}
