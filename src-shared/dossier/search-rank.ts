import type { SearchHit } from './contract.ts';

const kindOrder = ['household', 'pupil', 'payer', 'invoice'] as const;
/** How much of a full list each kind may take before the others had their turn, in tenths. */
const tenths = { household: 4, pupil: 4, payer: 1, invoice: 1 } as const;

/**
 * The best hits for what was typed, at most `limit`: households, then pupils, payers and invoices; within a kind those
 * whose title has a word that begins with the first typed word, then the shortest invoice number, then the alphabet.
 * When there is too much of everything each kind keeps a few places, so that one kind never hides the others.
 */
export function rankHits(hits: readonly SearchHit[], text: string, limit: number): SearchHit[] {
  const first = fold(text).split(' ')[0] ?? '';
  const scored = hits.map((hit) => {
    const title = fold(hit.title);
    return { hit, title, misses: missesBeginning(title, first) };
  });
  scored.sort(
    (a, b) =>
      kindOrder.indexOf(a.hit.kind) - kindOrder.indexOf(b.hit.kind) ||
      a.misses - b.misses ||
      (a.hit.kind === 'invoice' ? a.title.length - b.title.length : 0) ||
      (a.title < b.title ? -1 : a.title > b.title ? 1 : a.hit.entityId - b.hit.entityId),
  );
  const ranked = scored.map(({ hit }) => hit);
  const guaranteed = new Set(
    kindOrder.flatMap((kind) =>
      ranked.filter((hit) => hit.kind === kind).slice(0, Math.max(1, Math.floor((limit * tenths[kind]) / 10))),
    ),
  );
  const chosen = new Set([...guaranteed].slice(0, limit));
  for (const hit of ranked) if (chosen.size < limit) chosen.add(hit);
  return ranked.filter((hit) => chosen.has(hit));
}

/** 0: the title begins with it; 1: a word of the title does; 2: it was found elsewhere (class, e-mail, phone). */
function missesBeginning(title: string, first: string): number {
  if (first !== '' && title.startsWith(first)) return 0;
  return first !== '' && title.includes(` ${first}`) ? 1 : 2;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
