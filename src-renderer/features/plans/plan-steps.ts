import type { PlanPage } from '#shared/plans/shapes.ts';

/** Nothing can be agreed any more: it is paid, or it was stopped. */
export function isOver({ state }: Pick<PlanPage, 'state'>): boolean {
  return state === 'completed' || state === 'ended';
}
