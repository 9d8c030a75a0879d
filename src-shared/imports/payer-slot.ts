import type { Relation } from '../people/contract.ts';
import { payerSlots } from './fields.ts';
import { normaliseHeader } from './normalise-text.ts';

export type PayerSlot = (typeof payerSlots)[number];

/** Whose column it is: the slot, what the heading itself says about the relation, and the rest of the heading. */
export type SlotHeading = { readonly slot: PayerSlot; readonly relation: Relation | null; readonly rest: string };

const numbered =
  /(?:lpv|co ?account|coacc|ouder|parent|betaler|payer|debiteur|debtor|contactpersoon|contact|verantwoordelijke|responsable|relatie) ?([1-6])(?!\d)/;

type NamedPerson = { readonly slot: PayerSlot; readonly relation: Relation; readonly pattern: RegExp };

const named: readonly NamedPerson[] = [
  { slot: 1, relation: 'mother', pattern: /^mo(?= )|moeder|\bmama\b|\bmere\b|\bmother\b/ },
  { slot: 2, relation: 'father', pattern: /^va(?= )|vader|\bpapa\b|\bpere\b|\bfather\b/ },
  { slot: 3, relation: 'guardian', pattern: /^vo(?= )|voogd|\btuteur\b|\bguardian\b/ },
  { slot: 1, relation: 'parent', pattern: /\bouders?\b|\bparents?\b|\bbetaler\b|\bpayer\b|\blpv\b/ },
];

/** Step-parents and grandparents have columns of their own in some packages; they are no legal parents. */
const notThePersonItself = /stief|plus|groot|\bbeau|\bbelle|\bgrand|\bstep/;

/**
 * Reads a heading as a column about a parent or payer: `LPV1 Voornaam`, `email_coaccount3`, `mo_gsm`, `Naam vader`,
 * `Prénom mère`. Returns undefined when it names no such person. Mother, father and guardian take the slots 1, 2 and 3.
 * Source: facts/imports.md (Informat LPV1/LPV2, Smartschool co-accounts 1–6, Wisa mo_/va_/vo_).
 */
export function slotOfHeading(heading: string): SlotHeading | undefined {
  const text = normaliseHeader(heading);
  if (notThePersonItself.test(text)) return undefined;
  const match = numbered.exec(text);
  if (match) {
    const slot = payerSlots[Number(match[1]) - 1];
    return slot && { slot, relation: null, rest: compactWithout(text, match[0]) };
  }
  for (const person of named) {
    const found = person.pattern.exec(text);
    if (found) return { slot: person.slot, relation: person.relation, rest: compactWithout(text, found[0]) };
  }
  return undefined;
}

function compactWithout(text: string, part: string): string {
  return text
    .replace(part, ' ')
    .replace(/\b(?:van|de|du|la|of|the)\b/g, ' ')
    .replace(/ /g, '');
}
