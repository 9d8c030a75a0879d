import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { HouseholdChangeKind } from './contract.ts';

type ChangeFacts = {
  readonly kind: HouseholdChangeKind;
  readonly onDate: PlainDate;
  readonly pupilCount: number;
  /** Of a pupil: left, or there again. */
  readonly hasLeft: boolean;
};

/** What changed in a household, in Dutch and without names: it also stands where others look. */
export function changeSentence({ kind, onDate, pupilCount, hasLeft }: ChangeFacts): string {
  const day = formatPlainDate(onDate);
  const pupils = pupilCount === 1 ? 'één leerling' : `${pupilCount} leerlingen`;
  switch (kind) {
    case 'separation':
      return `Wie betaalt voor ${pupils}, verandert vanaf ${day}`;
    case 'comeOfAge':
      return `Een meerderjarige leerling betaalt vanaf ${day}`;
    case 'merge':
      return 'Twee gezinnen samengevoegd';
    case 'split':
      return `Gezin gesplitst: ${pupils} naar een eigen gezin`;
    case 'movePupil':
      return 'Een leerling naar een ander gezin verplaatst';
    case 'leave':
      return hasLeft ? `Een leerling verliet de school op ${day}` : 'Een leerling is er weer';
  }
}
