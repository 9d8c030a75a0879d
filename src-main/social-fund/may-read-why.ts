import { includesSchool } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';

/**
 * Why a family asked the fund says private things: it is for whoever decides at that school, whoever asked, and the role zorg
 * there. Everybody else who may see the request reads the amounts and not the reason.
 */
export function mayReadWhy(
  { caller }: Context,
  { schoolId, isMine }: { readonly schoolId: number; readonly isMine: boolean },
): boolean {
  return (
    isMine ||
    includesSchool(caller.schoolsWith('approve'), schoolId) ||
    includesSchool(caller.schoolsWith('care'), schoolId)
  );
}
