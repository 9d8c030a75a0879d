import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { choices } from './form-fields.ts';
import { LiabilityFields } from './liability-fields.tsx';
import type { PupilDraft, SeparationDraft } from './separation-draft.ts';
import { separationTexts as texts } from './separation.nl.ts';
import classes from './people.module.css';

/** Per pupil: does it change, who owes and how, and why. */
export function SeparationPupils({
  household,
  draft,
  onChange,
}: {
  readonly household: HouseholdPage;
  readonly draft: SeparationDraft;
  readonly onChange: (draft: SeparationDraft) => void;
}) {
  function set(pupilId: number, change: Partial<PupilDraft>): void {
    const known = draft.pupils.get(pupilId);
    if (known) onChange({ ...draft, pupils: new Map(draft.pupils).set(pupilId, { ...known, ...change }) });
  }
  return (
    <ul className={classes['list']}>
      {household.pupils.map(({ pupilId, firstName }) => {
        const one = draft.pupils.get(pupilId);
        if (!one) return null;
        return (
          <li key={pupilId} className={classes['person']}>
            <Stack gap="xs">
              <Checkbox
                label={<span className="os-name">{texts.included(firstName)}</span>}
                checked={one.included}
                onChange={(event) => set(pupilId, { included: event.currentTarget.checked })}
              />
              {one.included ? (
                <>
                  <LiabilityFields
                    draft={one.liability}
                    payers={household.payers}
                    pupil={firstName}
                    onChange={(liability) =>
                      set(pupilId, {
                        liability,
                        // The reason follows the kind until somebody says otherwise.
                        ...(liability.kind === one.liability.kind
                          ? {}
                          : { basis: liability.kind === 'joint' ? 'schoolRules' : 'equalShares' }),
                      })
                    }
                  />
                  <Select
                    label={texts.basis(firstName)}
                    options={choices(texts.bases)}
                    value={one.basis}
                    onChange={(basis) => basis && set(pupilId, { basis })}
                  />
                </>
              ) : null}
            </Stack>
          </li>
        );
      })}
    </ul>
  );
}
