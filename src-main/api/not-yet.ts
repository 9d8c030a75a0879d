import { Problem } from '#shared/api/problem.ts';

/** Stands where a procedure is still being written. */
export function notYet(): never {
  throw new Problem('UNAVAILABLE', 'Dit is nog niet klaar.');
}
