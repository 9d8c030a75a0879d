import type { LineKind } from './contract.ts';

export type Category = { readonly kind: LineKind; readonly category: string; readonly label: string };

/** What the form asks after, in the order of a conversation. Anything else may be typed. */
export const categories: readonly Category[] = [
  { kind: 'income', category: 'wages', label: 'Loon' },
  { kind: 'income', category: 'childBenefit', label: 'Groeipakket' },
  { kind: 'income', category: 'unemployment', label: 'Werkloosheidsuitkering' },
  { kind: 'income', category: 'sickness', label: 'Ziekte-uitkering' },
  { kind: 'income', category: 'livingWage', label: 'Leefloon' },
  { kind: 'income', category: 'pension', label: 'Pensioen' },
  { kind: 'income', category: 'maintenance', label: 'Alimentatie' },
  { kind: 'income', category: 'schoolAllowance', label: 'Schooltoeslag' },
  { kind: 'fixed', category: 'rent', label: 'Huur of woonkrediet' },
  { kind: 'fixed', category: 'energy', label: 'Gas, elektriciteit en stookolie' },
  { kind: 'fixed', category: 'water', label: 'Water' },
  { kind: 'fixed', category: 'insurance', label: 'Verzekeringen' },
  { kind: 'fixed', category: 'telecom', label: 'Internet en telefoon' },
  { kind: 'fixed', category: 'childcare', label: 'Kinderopvang' },
  { kind: 'fixed', category: 'paidMaintenance', label: 'Alimentatie die betaald wordt' },
  { kind: 'fixed', category: 'taxes', label: 'Belastingen' },
  { kind: 'living', category: 'food', label: 'Voeding en verzorging' },
  { kind: 'living', category: 'health', label: 'Dokter en medicatie' },
  { kind: 'living', category: 'transport', label: 'Vervoer' },
  { kind: 'living', category: 'clothing', label: 'Kleding' },
  { kind: 'living', category: 'leisure', label: 'Ontspanning' },
  { kind: 'debt', category: 'loan', label: 'Afbetaling van leningen' },
  { kind: 'debt', category: 'otherPlan', label: 'Andere afbetaalplannen' },
];

/** Dutch name of a category; what a person typed is its own name. */
export function categoryLabel(category: string): string {
  return categories.find((one) => one.category === category)?.label ?? category;
}
