import type { Role } from './contract.ts';

/** Dutch, as on screen and in the trail. */
export const roleNames: Readonly<Record<Role, string>> = {
  secretary: 'Secretariaat',
  director: 'Directie',
  coordinator: 'Coördinator',
  care: 'Zorg',
  administrator: 'Beheerder',
};
