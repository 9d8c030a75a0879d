import { createStored, useStored } from './stored.ts';

const stored = createStored<number | null>(localStorage, 'openstaand-school', (value) =>
  typeof value === 'number' ? value : null,
);

/** The school chosen at the top of the screen; null: all schools. */
export function useChosenSchool(): number | null {
  return useStored(stored);
}

export function chosenSchool(): number | null {
  return stored.get();
}

export function chooseSchool(schoolId: number | null): void {
  stored.set(schoolId);
}
