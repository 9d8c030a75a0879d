import type { HouseholdPayer } from '#shared/dossier/contract.ts';
import type { LiabilityKind } from '#shared/people/contract.ts';
import { checkLiabilities, wholeShareBp } from '#shared/people/liability-rules.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { evenly, liabilitiesOf, type LiabilityDraft, togetherBp } from './liability-draft.ts';
import { percentText } from './liability-words.ts';
import { peopleTexts } from './people.nl.ts';
import form from './household.module.css';
import classes from './people.module.css';

/** Together the whole, or each a share, and who; says what is still wrong. `pupil`: where several stand on one screen. */
export function LiabilityFields({
  draft,
  payers,
  onChange,
  pupil,
}: {
  readonly draft: LiabilityDraft;
  readonly payers: readonly HouseholdPayer[];
  readonly onChange: (draft: LiabilityDraft) => void;
  readonly pupil?: string;
}) {
  const { kind, shares } = draft;
  const problem = checkLiabilities(liabilitiesOf(draft, payers), new Set(payers.map(({ payerId }) => payerId)));
  const together = togetherBp(draft);

  function setShare(payerId: number, shareBp: number | null): void {
    const next = new Map(shares);
    if (shareBp === null) next.delete(payerId);
    else next.set(payerId, shareBp);
    onChange({ kind, shares: next });
  }
  function changeKind(chosen: LiabilityKind): void {
    const even = chosen === 'split' && together !== wholeShareBp;
    onChange({ kind: chosen, shares: even ? evenly([...shares.keys()]) : shares });
  }
  return (
    <>
      <RadioGroup
        label={pupil === undefined ? peopleTexts.liabilityKind : peopleTexts.liabilityKindOf(pupil)}
        value={kind}
        onChange={changeKind}
        horizontal={pupil !== undefined}
        options={[
          {
            value: 'joint',
            label: peopleTexts.jointChoice,
            ...(pupil === undefined ? { description: peopleTexts.jointDescription } : {}),
          },
          {
            value: 'split',
            label: peopleTexts.splitChoice,
            ...(pupil === undefined ? { description: peopleTexts.splitDescription } : {}),
          },
        ]}
      />
      <fieldset className={form['fieldset']}>
        <legend>{peopleTexts.liabilityWho}</legend>
        {payers.map((payer) => {
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
                  aria-label={pupil === undefined ? peopleTexts.shareOf(name) : peopleTexts.shareFor(name, pupil)}
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
    </>
  );
}
