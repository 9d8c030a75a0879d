import { Problem } from '#shared/api/problem.ts';
import type { ImportKind, Mapping } from '#shared/imports/contract.ts';
import { type ImportField, importFields } from '#shared/imports/fields.ts';
import { normaliseHeader } from '#shared/imports/normalise-text.ts';
import type { Context } from '#main/api/context.ts';
import { runCommand } from '#main/api/command.ts';
import type { Store } from '#main/store/store.ts';

export type Profile = {
  readonly id: number;
  readonly name: string;
  readonly kind: ImportKind;
  readonly updatedAt: string;
};
type KeptProfile = Profile & { readonly mapping: string };

/** How a file is recognised next month: its headings, without capitals, accents and punctuation. */
export function fingerprintOf(headers: readonly string[]): string {
  return headers.map(normaliseHeader).join('|');
}

/** The saved profile for exactly these headings, the newest first, with the meaning of each column. */
export function findProfile(
  store: Store,
  headers: readonly string[],
  kind: ImportKind | null,
): { readonly profile: Profile; readonly columns: readonly (ImportField | null)[] } | undefined {
  const found = store.sql
    .prepare(
      `SELECT id, name, kind, updated_at AS updatedAt, mapping FROM import_profiles
       WHERE fingerprint = @fingerprint AND (@kind IS NULL OR kind = @kind) ORDER BY updated_at DESC, id DESC LIMIT 1`,
    )
    .get({ fingerprint: fingerprintOf(headers), kind }) as KeptProfile | undefined;
  if (!found) return undefined;
  const { mapping, ...profile } = found;
  const columns = (JSON.parse(mapping) as Mapping).columns.map((field) =>
    // A field that a later version no longer knows means nothing.
    field !== null && importFields.includes(field) ? field : null,
  );
  return { profile, columns };
}

/** Saves the mapping under a name; a profile of that name is replaced. Call it inside the transaction of the import. */
export function saveProfile(
  store: Store,
  profile: {
    readonly name: string;
    readonly kind: ImportKind;
    readonly headers: readonly string[];
    readonly mapping: Mapping;
    readonly at: string;
  },
): number {
  return store.sql
    .prepare(
      `INSERT INTO import_profiles (name, kind, fingerprint, mapping, updated_at) VALUES (@name, @kind, @fingerprint, @mapping, @at)
       ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, fingerprint = excluded.fingerprint, mapping = excluded.mapping,
         updated_at = excluded.updated_at
       RETURNING id`,
    )
    .pluck()
    .get({
      name: profile.name,
      kind: profile.kind,
      fingerprint: fingerprintOf(profile.headers),
      mapping: JSON.stringify(profile.mapping),
      at: profile.at,
    }) as number;
}

export function listProfiles(store: Store): Profile[] {
  return store.sql
    .prepare('SELECT id, name, kind, updated_at AS updatedAt FROM import_profiles ORDER BY name')
    .all() as Profile[];
}

/** Forgets a profile; imports that used it stay. */
export function deleteProfile(context: Context, profileId: number): { profileId: number } {
  return runCommand(context, () => {
    context.store.sql.prepare('UPDATE imports SET profile_id = NULL WHERE profile_id = ?').run(profileId);
    const { changes } = context.store.sql.prepare('DELETE FROM import_profiles WHERE id = ?').run(profileId);
    if (changes === 0) throw new Problem('NOT_FOUND', 'Dit profiel bestaat niet meer.');
    return { result: { profileId }, audit: { command: 'imports.deleteProfile', detail: { profileId } } };
  });
}
