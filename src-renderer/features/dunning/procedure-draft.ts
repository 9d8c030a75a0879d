import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { DunningProcedure, ProcedureDraft } from '#shared/dunning/contract.ts';
import type { Stage } from '#shared/dunning/procedure.ts';
import { findStageProblems, type StageProblem, type StageText } from '#shared/dunning/procedure-rules.ts';
import { editorTexts as texts } from './procedure-editor.nl.ts';

/** A stage while it is being edited: a field that is empty is null. `key` stays with it when it moves. */
export type StageDraft = Omit<Stage, 'days' | 'minimumCents'> & {
  readonly key: number;
  readonly days: number | null;
  readonly minimumCents: number | null;
};

export type Draft = {
  readonly name: string;
  readonly schoolId: number;
  readonly billingGroupId: number | null;
  readonly validFrom: PlainDate | null;
  readonly validUntil: PlainDate | null;
  readonly isNear: boolean;
  readonly nearLimitationDays: number | null;
  readonly stages: readonly StageDraft[];
};

export const mostStages = 12;
/** What bills near limitation usually are. */
export const usualNearDays = 120;
const daysBetweenStages = 21;

/** A saved version as the draft of the next: it counts from today, so that days that are past keep deciding as they did. */
export function draftOf(procedure: DunningProcedure, today: PlainDate): Draft {
  const { name, schoolId, billingGroupId, validUntil, nearLimitationDays } = procedure;
  const hasEnded = validUntil !== null && validUntil < today;
  const validFrom = procedure.validFrom > today || hasEnded ? procedure.validFrom : today;
  return {
    name,
    schoolId,
    billingGroupId,
    validFrom,
    validUntil,
    isNear: nearLimitationDays !== null,
    nearLimitationDays: nearLimitationDays ?? usualNearDays,
    stages: procedure.stages.map((stage, index) => ({ ...stage, key: index + 1 })),
  };
}

/** A first draft: one e-mail after two weeks. */
export function emptyDraft(schoolId: number, validFrom: PlainDate): Draft {
  const place = { schoolId, billingGroupId: null };
  const dates = { validFrom, validUntil: null, isNear: false, nearLimitationDays: usualNearDays };
  return { name: '', ...place, ...dates, stages: [newStage([])] };
}

function newStage(stages: readonly StageDraft[]): StageDraft {
  return {
    key: Math.max(0, ...stages.map(({ key }) => key)) + 1,
    name: texts.newStage(stages.length + 1),
    days: stages.length === 0 ? 14 : (stages.at(-1)?.days ?? 14) + daysBetweenStages,
    minimumGapDays: null,
    minimumCents: 0,
    channel: 'email',
    textId: null,
    approver: 'nobody',
    cost: 'none',
  };
}

export function withStageAdded(stages: readonly StageDraft[]): readonly StageDraft[] {
  return [...stages, newStage(stages)];
}

/** What a stage does goes one place up or down; the days and the wait stay where they are. */
export function withStageMoved(stages: readonly StageDraft[], from: number, to: number): readonly StageDraft[] {
  const [one, other] = [stages[from], stages[to]];
  if (!one || !other) return stages;
  const onPlaceOf = (stage: StageDraft, place: StageDraft): StageDraft => ({
    ...stage,
    days: place.days,
    minimumGapDays: place.minimumGapDays,
  });
  return stages.map((stage, index) =>
    index === from ? onPlaceOf(other, one) : index === to ? onPlaceOf(one, other) : stage,
  );
}

export type DraftProblem = Omit<StageProblem, 'field'> & { readonly field: StageProblem['field'] | 'name' | 'minimum' };

/** What keeps the stages from being saved, per stage; without texts (not read yet) only what asks none. */
export function draftProblems(
  { stages, schoolId }: Draft,
  known: ReadonlyMap<number, StageText> | undefined,
): DraftProblem[] {
  const missing = stages.flatMap((stage, index): DraftProblem[] => {
    const problem = (field: DraftProblem['field'], sentence: string): DraftProblem => ({
      stage: index + 1,
      field,
      sentence: `${texts.stage(index + 1)}: ${sentence}`,
    });
    return [
      ...(stage.name.trim() === '' ? [problem('name', texts.stageNameMissing)] : []),
      ...(stage.days === null ? [problem('days', texts.daysMissing)] : []),
      ...(stage.minimumCents === null ? [problem('minimum', texts.minimumMissing)] : []),
    ];
  });
  const found = findStageProblems(
    // Days that are not filled in are neither too few nor too many.
    stages.map((stage) => ({ ...stage, days: stage.days ?? Number.NaN, minimumCents: stage.minimumCents ?? 0 })),
    schoolId,
    known ?? new Map(),
  ).filter(({ stage, field }) => field !== 'textId' || known !== undefined || stages[stage - 1]?.textId === null);
  return [...missing, ...found].toSorted((a, b) => a.stage - b.stage);
}

/** What keeps the rest from being saved, or undefined: a sentence per field. */
export function generalProblems(draft: Draft): {
  readonly name?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly near?: string;
} {
  const { validFrom, validUntil } = draft;
  return {
    ...(draft.name.trim() === '' ? { name: texts.nameMissing } : {}),
    ...(validFrom === null ? { validFrom: texts.validFromMissing } : {}),
    ...(validFrom !== null && validUntil !== null && validUntil < validFrom
      ? { validUntil: texts.untilBeforeFrom }
      : {}),
    ...(draft.isNear && draft.nearLimitationDays === null ? { near: texts.nearMissing } : {}),
  };
}

/** The draft as it is saved; call it only when nothing is wrong with it. */
export function toSave(draft: Draft, procedureId: number | null): ProcedureDraft {
  const { name, schoolId, billingGroupId, validFrom, validUntil } = draft;
  return {
    procedureId,
    schoolId,
    billingGroupId,
    name,
    validFrom: validFrom ?? '',
    validUntil,
    nearLimitationDays: draft.isNear ? draft.nearLimitationDays : null,
    stages: draft.stages.map(({ key: _key, days, minimumCents, ...stage }) => ({
      ...stage,
      days: days ?? 0,
      minimumCents: minimumCents ?? 0,
    })),
  };
}
