import { useQueries, useQuery } from '@tanstack/react-query';
import type { TextSummary } from '#shared/correspondence/contract.ts';
import type { RichText } from '#shared/correspondence/rich-text.ts';
import type { StageText } from '#shared/dunning/procedure-rules.ts';
import { api } from '#renderer/app/api.ts';

/** The texts a school can choose from, and what the rules ask of the ones that are chosen; undefined until all are read. */
export function useStageTexts(
  schoolId: number,
  textIds: readonly number[],
): {
  readonly offered: readonly TextSummary[];
  readonly known: ReadonlyMap<number, StageText> | undefined;
  readonly error: Error | null;
} {
  const all = useQuery(api.correspondence.texts.queryOptions({ input: { withArchived: true } }));
  const chosen = useQueries({
    queries: [...new Set(textIds)].map((textId) => api.correspondence.text.queryOptions({ input: { textId } })),
  });
  const offered = (all.data ?? []).filter(
    (text) =>
      (text.schoolId === null || text.schoolId === schoolId) && (!text.archived || textIds.includes(text.textId)),
  );
  const read = chosen.flatMap(({ data }) => data ?? []);
  const known =
    read.length < chosen.length
      ? undefined
      : new Map(
          read.map(({ textId, name, schoolId: owner, archived, versions }): [number, StageText] => [
            textId,
            {
              textId,
              name,
              schoolId: owner,
              archived,
              versions: versions.map(({ language, subject, body }) => ({ language, subject, body: body as RichText })),
            },
          ]),
        );
  return { offered, known, error: all.error ?? chosen.find(({ error }) => error !== null)?.error ?? null };
}
