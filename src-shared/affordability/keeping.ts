import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';

/** The same day a year later; 29 February becomes 28 February. */
export function yearLater(date: PlainDate): PlainDate {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  const isReal: boolean = isPlainDate(next);
  return isReal ? next : `${next.slice(0, 8)}28`;
}

type Dates = { readonly onDate: PlainDate; readonly consentOn: PlainDate; readonly expiresOn: PlainDate };

/**
 * Why an inventory may not be kept with these dates, with the field; undefined when it may. It is kept only with a
 * consent that was given, and at most a year after it (law.md 7: no longer than needed).
 */
export function keepingProblem(
  { onDate, consentOn, expiresOn }: Dates,
  today: PlainDate,
): { readonly field: keyof Dates; readonly sentence: string } | undefined {
  if (onDate > today) return { field: 'onDate', sentence: 'De dag van het gesprek ligt in de toekomst.' };
  if (consentOn > today) return { field: 'consentOn', sentence: 'De dag van de toestemming ligt in de toekomst.' };
  if (expiresOn < today) return { field: 'expiresOn', sentence: 'De laatste dag is al voorbij.' };
  if (expiresOn > yearLater(consentOn)) {
    return { field: 'expiresOn', sentence: 'Bewaren kan hoogstens een jaar na de toestemming.' };
  }
  return undefined;
}
