import type { Context } from '#main/api/context.ts';
import type { Author } from './queries.ts';

export function authorOf({ actor, clock }: Context): Author {
  return { actor, at: clock.now() };
}

/** Which rows, short enough for the trail also when there are 100,000: the rows themselves say the rest. */
export function idRange(ids: readonly number[]): Readonly<Record<string, number | null>> {
  return { count: ids.length, firstId: ids[0] ?? null, lastId: ids.at(-1) ?? null };
}
