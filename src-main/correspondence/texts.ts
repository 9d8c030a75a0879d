import { Problem } from '#shared/api/problem.ts';
import type { Language } from '#shared/api/schemas.ts';
import type { TextSummary, TextVersion, Tone } from '#shared/correspondence/contract.ts';
import { findProblems } from '#shared/correspondence/problems.ts';
import type { RichText } from '#shared/correspondence/rich-text.ts';
import { runCommand } from '#main/api/command.ts';
import { includesSchool, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { schoolExists } from '#main/schools/queries.ts';
import type { Store } from '#main/store/store.ts';
import {
  findTextRow,
  insertText,
  insertTextVersion,
  listTextRows,
  markArchived,
  newestVersions,
  type TextRow,
  updateText,
  versionHistory,
} from './text-queries.ts';

export type TextToSave = {
  readonly textId: number | null;
  readonly name: string;
  readonly tone: Tone;
  readonly schoolId: number | null;
  readonly versions: readonly { readonly language: Language; readonly subject: string; readonly body: RichText }[];
};

/** Of the whole board and of the caller's schools. */
export function listTexts(context: Context, withArchived: boolean): TextSummary[] {
  const { store } = context;
  const versions = newestVersions(store, null);
  return listTextRows(store, withArchived)
    .filter(({ schoolId }) => schoolId === null || includesSchool(schoolsOf(context), schoolId))
    .map((row) => summary(row, versions.get(row.textId) ?? []));
}

/** One text with the newest version per language. */
export function textDetails(store: Store, textId: number): TextSummary & { versions: TextVersion[] } {
  const row = existingText(store, textId);
  const versions = newestVersions(store, textId).get(textId) ?? [];
  return { ...summary(row, versions), versions };
}

/** Every version of one language, the newest first. */
export function textHistory(store: Store, textId: number, language: Language): TextVersion[] {
  existingText(store, textId);
  return versionHistory(store, textId, language);
}

/**
 * Saves a text. A language becomes a new version only when its subject or body changed; earlier versions stay, because
 * messages point at them. A language that is not named stays as it is.
 */
export function saveText(context: Context, text: TextToSave): TextSummary {
  const { store } = context;
  return runCommand(context, () => {
    refuseTwiceTheSameLanguage(text);
    if (text.schoolId !== null && !schoolExists(store, text.schoolId)) {
      throw new Problem('NOT_FOUND', 'Deze school bestaat niet (meer). De tekst is niet bewaard.', 'schoolId');
    }
    const at = context.clock.now();
    const textId = keepText(store, text, at);
    const newest = new Map((newestVersions(store, textId).get(textId) ?? []).map((one) => [one.language, one]));
    const changed = text.versions.filter((draft) => !sameContent(draft, newest.get(draft.language)));
    for (const draft of changed) {
      const version = (newest.get(draft.language)?.version ?? 0) + 1;
      insertTextVersion(store, { ...draft, textId, version, author: context.actor, at });
    }
    return {
      result: textSummary(store, textId),
      audit: {
        command: 'correspondence.saveText',
        detail: { textId, tone: text.tone, newVersions: changed.map((draft) => draft.language) },
        schoolId: text.schoolId,
      },
    };
  });
}

/** Takes a text out of the lists, or puts it back. Messages and versions stay. */
export function archiveText(context: Context, textId: number, archived: boolean): TextSummary {
  const { store } = context;
  return runCommand(context, () => {
    const row = existingText(store, textId);
    markArchived(store, textId, archived ? (row.archivedAt ?? context.clock.now()) : null);
    return {
      result: textSummary(store, textId),
      audit: { command: 'correspondence.archiveText', detail: { textId, archived }, schoolId: row.schoolId },
    };
  });
}

function keepText(store: Store, text: TextToSave, at: string): number {
  if (text.textId === null) return insertText(store, { ...text, shippedKey: null, at });
  existingText(store, text.textId);
  updateText(store, text.textId, { name: text.name, tone: text.tone, schoolId: text.schoolId });
  return text.textId;
}

function refuseTwiceTheSameLanguage(text: TextToSave): void {
  const languages = text.versions.map((version) => version.language);
  if (new Set(languages).size === languages.length) return;
  throw new Problem(
    'INVALID',
    'Dezelfde taal staat er twee keer in. Er is niets bewaard; hou één versie per taal.',
    'versions',
  );
}

function sameContent(
  draft: { readonly subject: string; readonly body: RichText },
  newest: TextVersion | undefined,
): boolean {
  return (
    newest !== undefined &&
    newest.subject === draft.subject &&
    JSON.stringify(newest.body) === JSON.stringify(draft.body)
  );
}

function textSummary(store: Store, textId: number): TextSummary {
  return summary(existingText(store, textId), newestVersions(store, textId).get(textId) ?? []);
}

function existingText(store: Store, textId: number): TextRow {
  const row = findTextRow(store, textId);
  if (!row) throw new Problem('NOT_FOUND', 'Deze tekst bestaat niet (meer). Er is niets veranderd.', 'textId');
  return row;
}

function summary(row: TextRow, versions: readonly TextVersion[]): TextSummary {
  return {
    textId: row.textId,
    name: row.name,
    tone: row.tone,
    schoolId: row.schoolId,
    languages: versions.map((version) => version.language),
    shipped: row.shippedKey !== null,
    archived: row.archivedAt !== null,
    problems: versions.reduce((count, { subject, body }) => count + findProblems(subject, body).length, 0),
    updatedAt: versions.reduce((latest, version) => (version.at > latest ? version.at : latest), row.createdAt),
  };
}
