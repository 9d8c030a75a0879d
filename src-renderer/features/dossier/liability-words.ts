import type { HouseholdPupil } from '#shared/dossier/contract.ts';
import { peopleTexts } from './people.nl.ts';

type Liabilities = HouseholdPupil['liabilities'];

/** Basis points as the office says it: 6000 is `60`, 3333 is `33,33`. */
export function percentText(shareBp: number): string {
  return (shareBp / 100).toLocaleString('nl-BE', { maximumFractionDigits: 2 });
}

/** How the payers of one pupil owe, in words: hoofdelijk, gesplitst 60–40; empty with one payer who owes the whole. */
export function liabilityWords(liabilities: Liabilities): string {
  if (liabilities.length === 0) return peopleTexts.nobody;
  const split = liabilities.filter(({ kind, shareBp }) => kind === 'split' && shareBp > 0);
  if (split.length === 0) return liabilities.length === 1 ? '' : peopleTexts.joint;
  if (split.length === 1) return '';
  const shares = split.map(({ shareBp }) => shareBp).toSorted((a, b) => b - a);
  return peopleTexts.splitIn(shares.map(percentText).join('–'));
}

/** The same for a whole household; `per leerling verschillend` when its pupils differ. */
export function householdLiabilityWords(pupils: readonly Pick<HouseholdPupil, 'liabilities'>[]): string {
  const words = new Set(pupils.map((pupil) => liabilityWords(pupil.liabilities)));
  return words.size > 1 ? peopleTexts.mixed : ([...words][0] ?? '');
}
