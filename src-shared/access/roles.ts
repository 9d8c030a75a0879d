import type { Role } from './contract.ts';

/**
 * What can be allowed, in few words. `read`: see lists and dossiers; `notes`: write in a dossier; `work`: imports, messages,
 * holds, contact data; `bank` and `money`: statements and bookings; `giveUp`: ask for what gives money up or back;
 * `approve`: be the second pair of eyes; `care`: social notes; `settings`, `users`, `audit`: their screens.
 */
export const rights = [
  'read',
  'notes',
  'work',
  'bank',
  'money',
  'giveUp',
  'approve',
  'care',
  'settings',
  'users',
  'audit',
] as const;
export type Right = (typeof rights)[number];

const office: readonly Right[] = ['read', 'notes', 'work', 'bank', 'money', 'giveUp'];
const lead: readonly Right[] = [...office, 'approve', 'audit'];

const rightsPerRole: Readonly<Record<Role, readonly Right[]>> = {
  secretary: office,
  director: lead,
  coordinator: lead,
  care: ['read', 'notes', 'care'],
  administrator: ['read', 'settings', 'users', 'audit'],
};

/** What a role may do at the schools it was given for. */
export function rightsOf(role: Role): readonly Right[] {
  return rightsPerRole[role];
}

/** The roles that carry a right. */
export function rolesWith(right: Right): Role[] {
  return (Object.keys(rightsPerRole) as Role[]).filter((role) => rightsPerRole[role].includes(right));
}
