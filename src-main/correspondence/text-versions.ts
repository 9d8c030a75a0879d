import { Problem } from '#shared/api/problem.ts';
import type { Language } from '#shared/api/schemas.ts';
import type { ComposableText } from '#shared/correspondence/compose.ts';
import { richText } from '#shared/correspondence/rich-text.ts';
import type { Store } from '#main/store/store.ts';

/** The newest version of one language of a text, ready to be filled in. */
export type SendableVersion = ComposableText & { readonly textVersionId: number };

export type SendableText = {
  readonly textId: number;
  readonly name: string;
  readonly schoolId: number | null;
  readonly archived: boolean;
  readonly versions: readonly [SendableVersion, ...SendableVersion[]];
};

type Row = { textVersionId: number; language: Language; subject: string; body: string };

/** What will be sent when this text is chosen now. Throws NOT_FOUND for a text that does not exist. */
export function sendableText(store: Store, textId: number): SendableText {
  const text = store.sql
    .prepare('SELECT name, school_id AS schoolId, archived_at AS archivedAt FROM texts WHERE id = ?')
    .get(textId) as { name: string; schoolId: number | null; archivedAt: string | null } | undefined;
  const rows = store.sql
    .prepare(
      `SELECT id AS textVersionId, language, subject, body FROM text_versions AS newest
       WHERE text_id = ? AND version = (
         SELECT max(version) FROM text_versions WHERE text_id = newest.text_id AND language = newest.language
       ) ORDER BY CASE language WHEN 'nl' THEN 0 WHEN 'fr' THEN 1 ELSE 2 END`,
    )
    .all(textId) as Row[];
  const [first, ...others] = rows.map((row) => ({ ...row, body: richText.parse(JSON.parse(row.body)) }));
  if (!text || !first) throw new Problem('NOT_FOUND', 'Deze tekst bestaat niet. Kies een andere tekst.', 'textId');
  return {
    textId,
    name: text.name,
    schoolId: text.schoolId,
    archived: text.archivedAt !== null,
    versions: [first, ...others],
  };
}
