import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { filledText, id, moment, plainDate } from '../api/schemas.ts';

/** secretariaat, directie, coördinator (several schools), zorg (social notes), beheerder. */
export const role = z.enum(['secretary', 'director', 'coordinator', 'care', 'administrator']);
export type Role = z.infer<typeof role>;

/** A role at a school; null: at every school of the board. */
export const userRole = z.object({ role, schoolId: id.nullable() });
export type UserRole = z.infer<typeof userRole>;

export const user = z.object({
  userId: id,
  login: z.string(),
  name: z.string(),
  roles: z.array(userRole),
  isActive: z.boolean(),
  createdAt: moment,
});
export type User = z.infer<typeof user>;

/** Who is at the keyboard. `single`: nobody signs in, the computer's own sign-in is the name. */
export const session = z.object({
  mode: z.enum(['single', 'users']),
  state: z.enum(['signedIn', 'locked', 'signedOut']),
  /** Name as the audit trail has it; null when signed out. */
  actor: z.string().nullable(),
  user: user.nullable(),
  /** Procedures that would be refused for this user, so that the screen need not offer them. */
  refused: z.array(z.string()),
  /** Minutes without work after which the screen locks. */
  idleMinutes: z.number().int(),
  /** For signing in and quick switch: names only. */
  people: z.array(z.object({ login: z.string(), name: z.string() })),
});
export type Session = z.infer<typeof session>;

const login = z
  .string()
  .trim()
  .min(2, 'Minstens twee tekens.')
  .max(60)
  .regex(/^[\p{L}\p{N}._@-]+$/u, 'Alleen letters, cijfers, punt, streepje en @.');
const newPassword = z.string().min(10, 'Kies een wachtwoord van minstens tien tekens.').max(200);
const password = z.string().min(1, 'Vul het wachtwoord in.').max(200);

export const auditEntry = z.object({
  auditId: id,
  at: moment,
  actor: z.string(),
  command: z.string(),
  /** Dutch, what was done. */
  sentence: z.string(),
  schoolId: id.nullable(),
  householdId: id.nullable(),
  detail: z.record(z.string(), z.unknown()),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const accessContract = {
  session: procedure.output(session),
  signIn: procedure.input(z.object({ login: z.string().trim().max(60), password })).output(session),
  signOut: procedure.output(session),
  /** Keeps everything as it stands until the same person gives the password again, or another takes over. */
  lock: procedure.output(session),
  changePassword: procedure
    .input(z.object({ currentPassword: password, newPassword }))
    .output(z.object({ userId: id })),
  users: procedure.output(z.array(user)),
  /** The first user is an administrator of every school; from then on everybody signs in. */
  saveUser: procedure
    .input(
      z.object({
        userId: id.nullable(),
        login,
        name: filledText(120),
        roles: z.array(userRole).min(1, 'Kies minstens één rol.').max(200),
        isActive: z.boolean().default(true),
        /** Of a new user, or to give somebody a new one; null: keep. */
        password: newPassword.nullable(),
      }),
    )
    .output(user),
  settings: procedure.output(z.object({ idleMinutes: z.number().int() })),
  saveSettings: procedure
    .input(z.object({ idleMinutes: z.number().int().min(1).max(480) }))
    .output(z.object({ idleMinutes: z.number().int() })),
  /** What this user left standing on a screen. */
  preferences: procedure.output(z.record(z.string(), z.unknown())),
  setPreference: procedure
    .input(z.object({ key: z.string().min(1).max(80), value: z.unknown() }))
    .output(z.object({ key: z.string() })),
};

/** Who did what and when, with what was before and after. */
export const auditContract = {
  list: procedure
    .input(
      z.object({
        householdId: id.optional(),
        actor: z.string().max(120).optional(),
        command: z.string().max(80).optional(),
        from: plainDate.optional(),
        until: plainDate.optional(),
        offset: z.number().int().min(0).max(10_000_000).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ entries: z.array(auditEntry), total: z.number().int() })),
  /** Proves that no line of the audit trail was changed or taken out; names the first broken link. */
  verify: procedure.output(z.object({ entries: z.number().int(), firstBroken: id.nullable() })),
};
