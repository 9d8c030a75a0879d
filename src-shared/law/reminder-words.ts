import type { Language } from '../api/schemas.ts';

type Words = {
  /** A cost, with the words that say there is none taken out before. */
  readonly none: RegExp;
  readonly cost: RegExp;
  /** That somebody asks it or may come to ask it. */
  readonly asking: RegExp;
  /** `within 8 days`; the first group is the number or the word for it. */
  readonly term: RegExp;
  readonly numbers: Readonly<Record<string, number>>;
};

const wordsOf: Readonly<Record<Language, Words>> = {
  nl: {
    none: /\b(?:geen|zonder)(?:\s+\p{L}+){0,2}\s+(?:kosten|interest|intrest|schadevergoeding)(?:\s+(?:en|of)\s+(?:geen\s+)?(?:kosten|interest|intrest|schadevergoeding))*/giu,
    cost: /\b(?:\p{L}*kosten|\p{L}*interest(?:en)?|\p{L}*intrest(?:en)?|schadevergoeding|schadebeding|forfait\p{L}*|boete|toeslag)(?!\p{L})/giu,
    asking:
      /aanreken|aangereken|rekenen|gerekend|bijkomen|bijgekomen|komen[^.]*\bbij\b|verho|vermeerder|verschuldigd|opleggen|opgelegd|vorder|volgen|betalen|ten laste/iu,
    term: /\bbinnen(?:\s+de)?\s+(\d+|\p{L}+)\s*(?:kalender|werk)?(dag(?:en)?|we(?:ek|ken))(?!\p{L})/giu,
    numbers: {
      een: 1,
      één: 1,
      twee: 2,
      drie: 3,
      vier: 4,
      vijf: 5,
      zes: 6,
      zeven: 7,
      acht: 8,
      negen: 9,
      tien: 10,
      twaalf: 12,
    },
  },
  fr: {
    none: /\b(?:sans|aucuns?|aucune|ni|pas\s+de|pas\s+d['’])\s*(?:\p{L}+\s+){0,1}(?:frais|intérêts?|indemnité)/giu,
    cost: /(?<!\p{L})(?:frais|intérêts?|indemnités?|forfait\p{L}*|amende|majoration)(?!\p{L}|\s+scolaires)/giu,
    asking: /compt|réclam|factur|ajout|major|augment|due?s?\b|exig|suivr|à\s+votre\s+charge|payer/iu,
    term: /\b(?:dans|sous|endéans)(?:\s+les)?\s+(\d+|\p{L}+)\s*(jours?|semaines?)(?!\p{L})/giu,
    numbers: {
      un: 1,
      une: 1,
      deux: 2,
      trois: 3,
      quatre: 4,
      cinq: 5,
      six: 6,
      sept: 7,
      huit: 8,
      neuf: 9,
      dix: 10,
      douze: 12,
    },
  },
  en: {
    none: /\b(?:no|without(?:\s+any)?|free\s+of)(?:\s+\p{L}+)?\s+(?:costs?|charges?|interest|fees?|compensation)(?:\s+(?:and|or)\s+(?:costs?|charges?|interest|fees?))*/giu,
    cost: /\b(?:costs?|charges?|interest|fees?|compensation|penalty|lump\s+sum|surcharge)(?!\p{L})/giu,
    asking: /\bcharged?\b|\badd(?:ed)?\b|claim|\bowe|payable|increase|follow|impose|\bdue\b|\bpay\b/iu,
    term: /\bwithin(?:\s+the)?\s+(\d+|\p{L}+)\s*(?:calendar\s+|working\s+)?(days?|weeks?)(?!\p{L})/giu,
    numbers: {
      a: 1,
      one: 1,
      two: 2,
      three: 3,
      four: 4,
      five: 5,
      six: 6,
      seven: 7,
      eight: 8,
      nine: 9,
      ten: 10,
      twelve: 12,
    },
  },
};

/**
 * The sentence of a typed line that speaks of a cost that is or may be asked; null: none does. That there are no costs
 * may be said. Source: law.md 1.2b ("extra costs may be charged" without an amount is refused).
 */
export function namesACost(line: string, language: Language): string | null {
  const { none, cost, asking } = wordsOf[language];
  const sentences = line.split(/(?<=[.!?])\s+/);
  const found = sentences.find((sentence) => {
    const rest = sentence.replace(none, ' ');
    return rest.search(cost) >= 0 && asking.test(rest);
  });
  return found?.trim() ?? null;
}

/** The shortest term in days that a typed line gives ("binnen acht dagen"); null: it gives none. */
export function shortestTermIn(line: string, language: Language): number | null {
  const { term, numbers } = wordsOf[language];
  const days = [...line.matchAll(term)].flatMap(([, count = '', unit = '']) => {
    const number = /^\d+$/.test(count) ? Number(count) : numbers[count.toLowerCase()];
    if (number === undefined) return [];
    return [/^(?:we|sem)/i.test(unit) ? number * 7 : number];
  });
  return days.length === 0 ? null : Math.min(...days);
}
