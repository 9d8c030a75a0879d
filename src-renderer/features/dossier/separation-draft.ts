import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import type { LiabilityBasis } from '#shared/people/contract.ts';
import { checkLiabilities } from '#shared/people/liability-rules.ts';
import { liabilitiesOf, type LiabilityDraft, startingDraft } from './liability-draft.ts';

export type PupilDraft = {
  readonly included: boolean;
  readonly liability: LiabilityDraft;
  readonly basis: LiabilityBasis;
};

export type SeparationDraft = {
  readonly separatedOn: PlainDate | null;
  readonly keepsOldBills: boolean;
  readonly documentId: number | null;
  readonly note: string;
  readonly pupils: ReadonlyMap<number, PupilDraft>;
};

/** Everybody as it stands now; equal parts are only what is left when nothing is known, so joint starts from the school rules. */
export function startingSeparation({ pupils }: HouseholdPage, today: PlainDate): SeparationDraft {
  return {
    separatedOn: today,
    keepsOldBills: true,
    documentId: null,
    note: '',
    pupils: new Map(
      pupils.map((pupil) => {
        const liability = startingDraft(pupil);
        const basis = liability.kind === 'joint' ? 'schoolRules' : 'equalShares';
        return [pupil.pupilId, { included: true, liability, basis }];
      }),
    ),
  };
}

/** What the server is asked; undefined as long as something is missing or does not add up. */
export function separationRequest(household: HouseholdPage, draft: SeparationDraft) {
  const payerIds = new Set(household.payers.map(({ payerId }) => payerId));
  const pupils = [...draft.pupils]
    .filter(([, { included }]) => included)
    .map(([pupilId, { liability, basis }]) => ({
      pupilId,
      basis,
      liabilities: liabilitiesOf(liability, household.payers),
    }));
  const { separatedOn, keepsOldBills, documentId, note } = draft;
  if (separatedOn === null || pupils.length === 0) return undefined;
  if (pupils.some(({ liabilities }) => checkLiabilities(liabilities, payerIds) !== undefined)) return undefined;
  return { householdId: household.householdId, separatedOn, pupils, keepsOldBills, documentId, note };
}
