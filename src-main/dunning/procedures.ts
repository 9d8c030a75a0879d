import { Problem } from '#shared/api/problem.ts';
import type { DunningProcedure, ProcedureDraft } from '#shared/dunning/contract.ts';
import { findStageProblems } from '#shared/dunning/procedure-rules.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { schoolExists } from '#main/schools/queries.ts';
import type { Store } from '#main/store/store.ts';
import { problemsOfStages } from './procedure-problems.ts';
import {
  insertProcedure,
  insertProcedureVersion,
  isGroupOfSchool,
  listProcedureRows,
  markProcedureArchived,
  type ProcedureRow,
  procedureVersionRows,
  renameProcedure,
} from './queries.ts';
import { readStageTexts } from './stage-texts.ts';

/** The procedures of the caller's schools, each with the version that counts today, else the one that will. */
export function listProcedures(
  context: Context,
  asked: { readonly schoolId?: number | undefined; readonly withArchived: boolean },
): DunningProcedure[] {
  const { store } = context;
  const mine = schoolsOf(context);
  const { schoolId } = asked;
  const schools = schoolId === undefined ? mine : includesSchool(mine, schoolId) ? [schoolId] : [];
  const asOf = context.clock.today();
  return described(store, listProcedureRows(store, { schools, asOf, withArchived: asked.withArchived }));
}

/** Every version of a procedure, the newest first. */
export function procedureHistory(store: Store, procedureId: number): DunningProcedure[] {
  return described(store, existingVersions(store, procedureId));
}

/** Saves a procedure as a new version; what was decided by an older one keeps pointing there. */
export function saveProcedure(context: Context, draft: ProcedureDraft): DunningProcedure {
  const { store } = context;
  return runCommand(context, () => {
    refuseWrongPlace(store, draft);
    refuseWrongDays(draft);
    refuseWrongStages(store, draft);
    const { stages, schoolId, billingGroupId, validFrom, validUntil, nearLimitationDays } = draft;
    const at = context.clock.now();
    const procedureId =
      draft.procedureId ?? insertProcedure(store, { schoolId, name: draft.name, shippedKey: null, at });
    if (draft.procedureId !== null) renameProcedure(store, procedureId, draft.name);
    const author = context.actor;
    const fields = { schoolId, billingGroupId, validFrom, validUntil, nearLimitationDays, stages };
    const version = insertProcedureVersion(store, { ...fields, procedureId, author, at });
    return {
      result: newestVersion(store, procedureId),
      audit: {
        command: 'dunning.saveProcedure',
        detail: { procedureId, version, billingGroupId, validFrom, validUntil, stages: stages.length },
        schoolId,
      },
    };
  });
}

/** Takes a procedure out of use, or puts it back; its versions and what was sent stay. */
export function archiveProcedure(context: Context, procedureId: number, archived: boolean): DunningProcedure {
  const { store } = context;
  return runCommand(context, () => {
    const [{ schoolId, archivedOn }] = existingVersions(store, procedureId);
    markProcedureArchived(store, procedureId, archived ? (archivedOn ?? context.clock.today()) : null);
    return {
      result: newestVersion(store, procedureId),
      audit: { command: 'dunning.archiveProcedure', detail: { procedureId, archived }, schoolId },
    };
  });
}

/** The newest version of a procedure, as it was just saved. */
export function newestVersion(store: Store, procedureId: number): DunningProcedure {
  const [newest] = described(store, [existingVersions(store, procedureId)[0]]);
  if (!newest) throw new Error('One row gives one procedure');
  return newest;
}

function described(store: Store, rows: readonly ProcedureRow[]): DunningProcedure[] {
  const problems = problemsOfStages(store, rows);
  return rows.map(({ archivedOn, stages, ...row }, index) => ({
    ...row,
    archived: archivedOn !== null,
    stages: [...stages],
    problems: problems[index] ?? [],
  }));
}

function existingVersions(store: Store, procedureId: number): readonly [ProcedureRow, ...ProcedureRow[]] {
  const [newest, ...older] = procedureVersionRows(store, procedureId);
  if (!newest) {
    throw new Problem('NOT_FOUND', 'Deze procedure bestaat niet (meer). Er is niets veranderd.', 'procedureId');
  }
  return [newest, ...older];
}

/** A procedure is of one school for good, and of a billing group of that school. */
export function refuseWrongPlace(
  store: Store,
  place: Pick<ProcedureDraft, 'schoolId' | 'billingGroupId'> & { readonly procedureId: number | null },
): void {
  const { schoolId, billingGroupId, procedureId } = place;
  if (!schoolExists(store, schoolId)) {
    throw new Problem('NOT_FOUND', 'Deze school bestaat niet (meer). De procedure is niet bewaard.', 'schoolId');
  }
  if (billingGroupId !== null && !isGroupOfSchool(store, billingGroupId, schoolId)) {
    throw new Problem(
      'INVALID',
      'Deze notagroep is niet van deze school. De procedure is niet bewaard; kies een notagroep van de school, of alle notagroepen.',
      'billingGroupId',
    );
  }
  if (procedureId === null) return;
  const [newest] = existingVersions(store, procedureId);
  if (newest.schoolId !== schoolId) {
    throw new Problem(
      'INVALID',
      'Deze procedure is van een andere school. Er is niets bewaard; maak voor deze school een eigen procedure.',
      'schoolId',
    );
  }
  if (newest.archivedOn !== null) {
    throw new Problem(
      'CONFLICT',
      'Deze procedure staat in het archief. Er is niets bewaard; haal ze eerst uit het archief.',
    );
  }
}

function refuseWrongDays({ validFrom, validUntil }: ProcedureDraft): void {
  if (validUntil === null || validUntil >= validFrom) return;
  throw new Problem(
    'INVALID',
    'De laatste dag ligt voor de eerste dag. De procedure is niet bewaard; pas een van beide datums aan.',
    'validUntil',
  );
}

/** The stages and texts as they would be used from now on; the answer names every stage and item that is not right. */
export function refuseWrongStages(store: Store, draft: Pick<ProcedureDraft, 'stages' | 'schoolId'>): void {
  const problems = findStageProblems(draft.stages, draft.schoolId, readStageTexts(store, draft.stages));
  const [first] = problems;
  if (!first) return;
  throw new Problem(
    'INVALID',
    `${problems.map(({ sentence }) => sentence).join(' ')} De procedure is niet bewaard.`,
    `stages.${first.stage - 1}.${first.field}`,
  );
}
