import type { Store } from '#main/store/store.ts';
import type { LetterAssets } from './letter/draw-letter.ts';

/** The pictures letters need, each read once. */
export function letterAssets(store: Store): LetterAssets {
  const logos = new Map<number, Buffer | null>();
  return {
    logo: (schoolId) => {
      const known = logos.get(schoolId);
      if (known !== undefined) return known;
      const logo = (store.sql.prepare('SELECT logo FROM schools WHERE id = ?').pluck().get(schoolId) ??
        null) as Buffer | null;
      logos.set(schoolId, logo);
      return logo;
    },
  };
}
