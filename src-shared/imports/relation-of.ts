import type { Relation } from '../people/contract.ts';
import { normaliseText } from './normalise-text.ts';

export type RelationReading = {
  readonly relation: Relation;
  /** False for a step-parent, grandparent, partner or contact: someone who does not owe by law. */
  readonly liable: boolean;
};

/**
 * Reads what a file says about a parent or payer: "Moeder", "Vader", "Voogd", "père", "Mother", "Mevr." … An empty cell
 * and Smartschool's empty slot (`0`) say nothing: undefined. Anything else is somebody else, who does not owe by law.
 * Source: facts/imports.md (relation types of Informat and Smartschool).
 */
export function relationOf(text: string): RelationReading | undefined {
  const plain = normaliseText(text);
  if (plain === '' || plain === '0') return undefined;
  if (/stief|plus|groot|oma|opa|beau|belle|grand|step|partner|nonkel|oom|tante|broer|zus/.test(plain)) {
    return { relation: 'other', liable: false };
  }
  if (/moeder|mama|mere|mother|mevrouw|mevr|madame|mme|meemoeder/.test(plain))
    return { relation: 'mother', liable: true };
  if (/vader|papa|pere|father|dhr|heer|monsieur/.test(plain)) return { relation: 'father', liable: true };
  if (/voogd|tuteur|guardian|pleeg/.test(plain)) return { relation: 'guardian', liable: true };
  if (/ouder|parent|lpv|verantwoordelijke|responsable/.test(plain)) return { relation: 'parent', liable: true };
  if (/zelf|eigen|leerling|eleve|self/.test(plain)) return { relation: 'self', liable: true };
  return { relation: 'other', liable: false };
}
