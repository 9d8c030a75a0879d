import { z } from 'zod';
import { isPlainDate } from '../calendar/plain-date.ts';
import { dutchIssue } from './dutch-issues.ts';

// Every schema of the contract comes through here first, in the forms of the screen as well as at the edge of the API.
z.config({ localeError: dutchIssue });

/** Row ids are positive integers. */
export const id = z.number().int().positive();

/** Integer euro cents. */
export const cents = z.number().int();

/** An amount that moves: at least one cent, the sign is never typed. */
export const positiveCents = z
  .number()
  .int()
  .min(1, 'Vul een bedrag in dat groter is dan nul.')
  .max(10_000_000_000, 'Zo een groot bedrag kan niet kloppen.');

/** A month, `YYYY-MM`. */
export const period = z
  .string()
  .max(7)
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Geen geldige maand (jjjj-mm).');

/** A real calendar date `YYYY-MM-DD`. */
export const plainDate = z
  .string()
  .max(10, 'Geen geldige datum (jjjj-mm-dd).')
  .refine(isPlainDate, 'Geen geldige datum (jjjj-mm-dd).');

/** A moment in UTC, ISO, ending in Z. */
export const moment = z.string();

export const language = z.enum(['nl', 'fr', 'en']);
export type Language = z.infer<typeof language>;

export const channel = z.enum(['email', 'letter']);
export type Channel = z.infer<typeof channel>;

/** Bytes of a file in base64, so that every transport carries plain JSON; how large it may be, who takes it in decides. */
export const base64 = z.base64().max(70_000_000);

/** A file that the server hands to the user to save or show. */
export const fileOut = z.object({ fileName: z.string(), mediaType: z.string(), contentBase64: z.string() });
export type FileOut = z.infer<typeof fileOut>;

/** Long work answers with the job to watch (`jobs.watch`). */
export const jobStarted = z.object({ jobId: z.string() });

/** One e-mail address as a form takes it. */
export const emailAddress = z.email('Dit is geen e-mailadres.').max(254);

/** A text a person typed: trimmed, not empty. */
export const filledText = (max: number) => z.string().trim().min(1, 'Vul dit in.').max(max);

type Stored<Shape extends z.ZodRawShape> = { [Key in keyof Shape]: z.ZodType<z.output<Shape[Key]>> };

/**
 * What a form takes, as it is answered: the same fields without the rules for filling them in. What stands in the data
 * (from an older export, say) is shown as it is and can then be put right; refusing it would keep the whole page shut.
 */
export function stored<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>): z.ZodObject<Stored<Shape>> {
  const shape = Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, withoutRules(field)]));
  return z.object(shape as unknown as Stored<Shape>);
}

function withoutRules(field: z.core.$ZodType): z.core.$ZodType {
  if (field instanceof z.ZodNullable) return z.nullable(withoutRules(field.unwrap()));
  if (field instanceof z.ZodString || field instanceof z.ZodStringFormat) return z.string();
  return field instanceof z.ZodNumber ? z.number() : field;
}
