import type { ProcedureInForce, Stage } from '#shared/dunning/procedure.ts';
import { findStageProblems } from '#shared/dunning/procedure-rules.ts';
import type { Store } from '#main/store/store.ts';
import { readStageTexts } from './stage-texts.ts';

/**
 * What keeps each of these from being used now, in Dutch and in the order given; also what has become wrong since it was
 * saved: a text that was archived, or changed so that it lacks what the law asks. Each text is read once for all of them.
 */
export function problemsOfStages(
  store: Store,
  procedures: readonly { readonly schoolId: number; readonly stages: readonly Stage[] }[],
): string[][] {
  const texts = readStageTexts(
    store,
    procedures.flatMap(({ stages }) => stages),
  );
  // Fifty schools of a board have the same steps with the same texts; only a school's own text makes them differ.
  const isOfBoard = [...texts.values()].every(({ schoolId }) => schoolId === null);
  const known = new Map<string, string[]>();
  return procedures.map(({ schoolId, stages }) => {
    const key = JSON.stringify([isOfBoard ? null : schoolId, stages]);
    const problems = known.get(key) ?? findStageProblems(stages, schoolId, texts).map(({ sentence }) => sentence);
    known.set(key, problems);
    return problems;
  });
}

export type BlockedProcedure = {
  readonly procedureId: number;
  readonly procedureName: string;
  readonly schoolId: number | null;
  /** Dutch, each naming the stage and what is wrong with it. */
  readonly problems: readonly string[];
};

/** The procedures in force that may not be used as they stand; a run at their school waits until that is put right. */
export function procedureProblems(store: Store, inForce: readonly ProcedureInForce[]): BlockedProcedure[] {
  const found = problemsOfStages(
    store,
    inForce.map(({ schoolId, stages }) => ({ schoolId: schoolId ?? 0, stages })),
  );
  return inForce.flatMap(({ procedureId, name, schoolId }, index) => {
    const problems = found[index] ?? [];
    return problems.length === 0 ? [] : [{ procedureId, procedureName: name, schoolId, problems }];
  });
}
