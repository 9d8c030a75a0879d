import type { Language } from '#shared/api/schemas.ts';
import type { TextVersion, Tone } from '#shared/correspondence/contract.ts';
import { type RichText, richText } from '#shared/correspondence/rich-text.ts';
import type { Store } from '#main/store/store.ts';

export type TextRow = {
  readonly textId: number;
  readonly name: string;
  readonly tone: Tone;
  readonly schoolId: number | null;
  readonly shippedKey: string | null;
  readonly archivedAt: string | null;
  readonly createdAt: string;
};

const textColumns =
  'id AS textId, name, tone, school_id AS schoolId, shipped_key AS shippedKey, archived_at AS archivedAt, created_at AS createdAt';
const versionColumns =
  'id AS textVersionId, text_id AS textId, language, version, subject, body, author, created_at AS at';

/** From the first friendly word to the thanks: the order in which a school needs the shipped texts. */
const shippedOrder = [
  'friendlyReminder',
  'secondReminder',
  'formalReminder',
  'phoneGuide',
  'discreetTalk',
  'talkGuide',
  'coordinatorLetter',
  'noticeOfDefault',
  'acknowledgementRequest',
  'paymentPlan',
  'planDocument',
  'instalmentReminder',
  'statementOfAccount',
  'thankYou',
  'correction',
] as const;

function shippedRank({ shippedKey }: TextRow): number {
  const rank = shippedOrder.findIndex((key) => key === shippedKey);
  return rank < 0 ? shippedOrder.length : rank;
}

/** The shipped texts in their own order, then the school's own by name; archived ones last, and only when asked for. */
export function listTextRows(store: Store, withArchived: boolean): TextRow[] {
  const rows = store.sql
    .prepare(`SELECT ${textColumns} FROM texts WHERE ? OR archived_at IS NULL`)
    .all(withArchived ? 1 : 0) as TextRow[];
  return rows.sort(
    (a, b) =>
      Number(a.archivedAt !== null) - Number(b.archivedAt !== null) ||
      shippedRank(a) - shippedRank(b) ||
      a.name.localeCompare(b.name, 'nl') ||
      a.textId - b.textId,
  );
}

export function findTextRow(store: Store, textId: number): TextRow | undefined {
  return store.sql.prepare(`SELECT ${textColumns} FROM texts WHERE id = ?`).get(textId) as TextRow | undefined;
}

type VersionRow = Omit<TextVersion, 'body'> & { readonly textId: number; readonly body: string };

function toVersion({ textId: _textId, ...row }: VersionRow): TextVersion {
  return { ...row, body: richText.parse(JSON.parse(row.body)) };
}

/** The newest version of each language, of one text or of all; Dutch, French, English. */
export function newestVersions(store: Store, textId: number | null): Map<number, TextVersion[]> {
  const rows = store.sql
    .prepare(
      `SELECT ${versionColumns} FROM text_versions AS newest
       WHERE (@textId IS NULL OR text_id = @textId) AND version = (
         SELECT max(version) FROM text_versions WHERE text_id = newest.text_id AND language = newest.language
       ) ORDER BY text_id, CASE language WHEN 'nl' THEN 0 WHEN 'fr' THEN 1 ELSE 2 END`,
    )
    .all({ textId }) as VersionRow[];
  const byText = new Map<number, TextVersion[]>();
  for (const row of rows) {
    const versions = byText.get(row.textId) ?? [];
    versions.push(toVersion(row));
    byText.set(row.textId, versions);
  }
  return byText;
}

/** Every version of one language, the newest first. */
export function versionHistory(store: Store, textId: number, language: Language): TextVersion[] {
  const rows = store.sql
    .prepare(`SELECT ${versionColumns} FROM text_versions WHERE text_id = ? AND language = ? ORDER BY version DESC`)
    .all(textId, language) as VersionRow[];
  return rows.map(toVersion);
}

/** The shipped texts that are there, by their key. */
export function shippedTextIds(store: Store): Map<string, number> {
  const rows = store.sql.prepare('SELECT shipped_key, id FROM texts WHERE shipped_key IS NOT NULL').raw().all();
  return new Map(rows as [string, number][]);
}

export function insertText(
  store: Store,
  text: {
    readonly name: string;
    readonly tone: Tone;
    readonly schoolId: number | null;
    readonly shippedKey: string | null;
    readonly at: string;
  },
): number {
  const result = store.sql
    .prepare(
      `INSERT INTO texts (school_id, name, tone, shipped_key, created_at) VALUES (@schoolId, @name, @tone, @shippedKey, @at)`,
    )
    .run(text);
  return Number(result.lastInsertRowid);
}

export function updateText(
  store: Store,
  textId: number,
  text: { readonly name: string; readonly tone: Tone; readonly schoolId: number | null },
): void {
  store.sql
    .prepare('UPDATE texts SET name = @name, tone = @tone, school_id = @schoolId WHERE id = @textId')
    .run({ ...text, textId });
}

export function markArchived(store: Store, textId: number, archivedAt: string | null): void {
  store.sql.prepare('UPDATE texts SET archived_at = ? WHERE id = ?').run(archivedAt, textId);
}

export function insertTextVersion(
  store: Store,
  version: {
    readonly textId: number;
    readonly language: Language;
    readonly version: number;
    readonly subject: string;
    readonly body: RichText;
    readonly author: string;
    readonly at: string;
  },
): void {
  store.sql
    .prepare(
      `INSERT INTO text_versions (text_id, language, version, subject, body, author, created_at)
       VALUES (@textId, @language, @version, @subject, @body, @author, @at)`,
    )
    .run({ ...version, body: JSON.stringify(version.body) });
}
