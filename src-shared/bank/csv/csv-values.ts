import { parsePlainDate, type PlainDate } from '../../calendar/plain-date.ts';
import { parseAmount } from '../../money/cents.ts';
import { normaliseIban } from '../iban.ts';

/**
 * An amount of a bank CSV in cents, undefined when it cannot be read. As `parseAmount`; Crelan leaves out the zero before
 * the point (`-.05`).
 */
export function csvAmount(text: string): number | undefined {
  const amount = parseAmount(text.trim().replace(/^(?<sign>[-+]?)(?<rest>[.,]\d{1,2})$/, '$<sign>0$<rest>'));
  return amount.ok && Math.abs(amount.cents) <= 1_000_000_000_000 ? amount.cents : undefined;
}

/** A date of a bank CSV: `dd/mm/yyyy`, `dd-mm-yyyy` or ISO; undefined for anything else. */
export function csvDate(text: string): PlainDate | undefined {
  return parsePlainDate(text);
}

/** An account number without spaces, or the twelve digits of an old one with its dashes; null when it is something else. */
export function csvAccount(text: string): string | null {
  const account = normaliseIban(text);
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(account) || /^\d{3}-?\d{7}-?\d{2}$/.test(account) ? account : null;
}
