import { Problem } from '#shared/api/problem.ts';
import { type MailSettings, mailSettings } from '#shared/correspondence/mail-settings.ts';
import { type FieldChange, fieldChanges } from '#main/access/audit.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { readSetting, saveSetting } from '#main/store/settings.ts';
import type { Store } from '#main/store/store.ts';

const settingKey = 'mail';
/** Under this name the root keeps the password of the mail server. */
export const passwordSecret = 'smtp.password';

export type KnownMailSettings = { readonly settings: MailSettings | null; readonly hasPassword: boolean };

/** The settings of the mail server, or null when nobody filled them in. */
export function readMailSettings(store: Store): MailSettings | null {
  const value = readSetting(store, settingKey, null);
  return value === undefined ? null : mailSettings.parse(value);
}

export async function knownMailSettings(context: Context): Promise<KnownMailSettings> {
  return {
    settings: readMailSettings(context.store),
    hasPassword: (await context.secrets.get(passwordSecret)) !== null,
  };
}

/** Keeps the settings in the database and the password in the secrets of the root, never the other way round. */
export async function saveMailSettings(
  context: Context,
  settings: MailSettings,
  password: string | null | undefined,
): Promise<{ settings: MailSettings; hasPassword: boolean }> {
  const old = await context.secrets.get(passwordSecret);
  const hasPassword = password === undefined ? old !== null : password !== null;
  refuseReadablePassword(settings, hasPassword);
  if (settings.host === '') throw new Problem('INVALID', 'Vul de naam van de mailserver in.', 'settings.host');
  if (password !== undefined) await context.secrets.set(passwordSecret, password);
  runCommand(context, () => {
    const before = readMailSettings(context.store);
    saveSetting(context.store, settingKey, null, settings, context.clock.now());
    const passwordChange = password === undefined ? 'kept' : password === null ? 'removed' : 'replaced';
    return {
      result: null,
      audit: {
        command: 'correspondence.saveMailSettings',
        detail: { ...settings, passwordChange },
        changes: [
          ...fieldChanges(before ?? {}, settings),
          ...(password === undefined ? [] : [passwordLine(old !== null, password !== null)]),
        ],
      },
    };
  });
  return { settings, hasPassword };
}

/** Whether there was and is one; never what it is. */
function passwordLine(had: boolean, has: boolean): FieldChange {
  return { field: 'password', before: had ? 'ingesteld' : null, after: has ? (had ? 'vervangen' : 'ingesteld') : null };
}

// SECURITY: without TLS a password is readable for everyone on the way; only a relay on this computer needs no TLS.
function refuseReadablePassword(settings: MailSettings, hasPassword: boolean): void {
  if (settings.security !== 'none' || settings.user === '' || !hasPassword) return;
  if (['localhost', '127.0.0.1', '::1'].includes(settings.host)) return;
  throw new Problem(
    'INVALID',
    'Zonder beveiliging zou het wachtwoord leesbaar over het netwerk gaan. Kies STARTTLS of TLS. Er is niets bewaard.',
    'settings.security',
  );
}
