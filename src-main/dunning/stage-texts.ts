import type { Stage } from '#shared/dunning/procedure.ts';
import type { StageText } from '#shared/dunning/procedure-rules.ts';
import { findTextRow, newestVersions } from '#main/correspondence/text-queries.ts';
import type { Store } from '#main/store/store.ts';

/** The texts that stages name, each read once, with the newest version of every language; what does not exist is not in it. */
export function readStageTexts(store: Store, stages: readonly Stage[]): Map<number, StageText> {
  const texts = new Map<number, StageText>();
  for (const textId of new Set(stages.flatMap((stage) => stage.textId ?? []))) {
    const row = findTextRow(store, textId);
    if (!row) continue;
    const { name, schoolId, archivedAt } = row;
    const versions = newestVersions(store, textId).get(textId) ?? [];
    texts.set(textId, { textId, name, schoolId, archived: archivedAt !== null, versions });
  }
  return texts;
}
