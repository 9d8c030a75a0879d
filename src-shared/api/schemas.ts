import { z } from 'zod';
import { isPlainDate } from '../calendar/plain-date.ts';
import { dutchIssue } from './dutch-issues.ts';

// Every schema of the contract comes through here first, in the forms of the screen as well as at the edge of the API.
z.config({ localeError: dutchIssue });

/** Row ids are positive integers. */
export const id = z.number().int().positive();

/** Integer euro cents. */
export const cents = z.number().int();

/** A real calendar date `YYYY-MM-DD`. */
export const plainDate = z.string().refine(isPlainDate, 'Geen geldige datum (jjjj-mm-dd).');

/** A moment in UTC, ISO, ending in Z. */
export const moment = z.string();

export const language = z.enum(['nl', 'fr', 'en']);
export type Language = z.infer<typeof language>;

export const channel = z.enum(['email', 'letter']);
export type Channel = z.infer<typeof channel>;

/** Bytes of a file in base64, so that every transport carries plain JSON. */
export const base64 = z.base64();

/** A file that the server hands to the user to save or show. */
export const fileOut = z.object({ fileName: z.string(), mediaType: z.string(), contentBase64: z.string() });
export type FileOut = z.infer<typeof fileOut>;

/** Long work answers with the job to watch (`jobs.watch`). */
export const jobStarted = z.object({ jobId: z.string() });

/** A text a person typed: trimmed, not empty. */
export const filledText = (max: number) => z.string().trim().min(1, 'Vul dit in.').max(max);
