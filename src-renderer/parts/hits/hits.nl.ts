export const hitTexts = {
  kinds: { household: 'Gezin', pupil: 'Leerling', payer: 'Betaler', invoice: 'Factuur' },
} as const;
