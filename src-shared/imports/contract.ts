import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { base64, cents, filledText, id, jobStarted, moment, plainDate } from '../api/schemas.ts';
import { type ImportField, importFields } from './fields.ts';

export const importKind = z.enum(['pupils', 'invoices']);
export type ImportKind = z.infer<typeof importKind>;

const field = z.enum(importFields as [ImportField, ...ImportField[]]);

/** How a file is to be read: where its table is and what each column means (null: not used). */
export const mapping = z.object({
  /** XLSX: name of the sheet; CSV: null. */
  sheet: z.string().max(200).nullable(),
  /** CSV only. */
  delimiter: z.enum([';', ',', '\t', '|']).nullable(),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le']).nullable(),
  /** Row number (from 1) of the header in the file. */
  headerRow: z.number().int().min(1),
  /** One entry per column, in the order of the file. */
  columns: z.array(field.nullable()).max(300),
});
export type Mapping = z.infer<typeof mapping>;

export const profile = z.object({ id, name: z.string(), kind: importKind, updatedAt: moment });

/** What was found by content when a file was dropped. */
export const readFileResult = z.object({
  fileId: z.string(),
  fileName: z.string(),
  /** The best guess. */
  kind: importKind,
  format: z.enum(['xlsx', 'csv']),
  sheets: z.array(z.string()),
  mapping,
  headers: z.array(z.string()),
  /** First rows below the header, as text. */
  sample: z.array(z.array(z.string())),
  rowCount: z.number().int(),
  /** The saved profile that recognised this header, if any. */
  profile: profile.nullable(),
  /** Earlier, not undone import of exactly this file. */
  importedBefore: z.object({ importId: id, at: moment }).nullable(),
});
export type ReadFileResult = z.infer<typeof readFileResult>;

export const rowOutcome = z.enum(['new', 'changed', 'unchanged', 'rejected']);
export type RowOutcome = z.infer<typeof rowOutcome>;

export const rowPreview = z.object({
  /** Row number in the file, from 1. */
  rowNumber: z.number().int(),
  outcome: rowOutcome,
  /** Dutch; why a row is rejected, or what needs attention. */
  reason: z.string().nullable(),
  /** "2026-10412 · Abeel, Noor". */
  subject: z.string(),
  /** Proposed household of a pupil, e.g. "nieuw gezin Abeel–Den" or "bij gezin Abeel–Den (broer of zus, zelfde adres)". */
  proposal: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  openCents: cents.nullable(),
});
export type RowPreview = z.infer<typeof rowPreview>;

export const importCounts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  settledElsewhere: z.number().int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** An open invoice of the same school and billing groups that the new export no longer names. */
export const vanishedInvoice = z.object({
  invoiceId: id,
  number: z.string(),
  pupilName: z.string(),
  dueDate: plainDate,
  openCents: cents,
});
export type VanishedInvoice = z.infer<typeof vanishedInvoice>;

export const importRequest = z.object({
  fileId: z.string().max(80),
  kind: importKind,
  /** School of rows that do not name one; null when every row does. */
  schoolId: id.nullable(),
  mapping,
});

export const importPreview = z.object({
  counts: importCounts,
  /** Sum of the open amounts that will stand after the import, of the rows in the file. */
  sumCents: cents.nullable(),
  /** The file's own total row, when it has one. */
  fileTotal: z.object({ rowNumber: z.number().int(), cents, agrees: z.boolean() }).nullable(),
  /** Rejected and changed first; at most 500 of each outcome. */
  rows: z.array(rowPreview),
  vanished: z.array(vanishedInvoice),
  /** Things about the whole file, Dutch: "3 klassen zijn nieuw". */
  remarks: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const importSummary = z.object({
  importId: id,
  kind: importKind,
  fileName: z.string(),
  counts: importCounts,
  author: z.string(),
  at: moment,
  undoneAt: moment.nullable(),
  /** Null when it can be undone, else the Dutch reason why not. */
  undoBlockedBy: z.string().nullable(),
});
export type ImportSummary = z.infer<typeof importSummary>;

export const importsContract = {
  /** Reads a file, keeps it aside and proposes how to map it. `path` is for the terminal only. */
  read: procedure
    .input(
      z.union([z.object({ fileName: filledText(255), contentBase64: base64 }), z.object({ path: filledText(4096) })]),
    )
    .output(readFileResult),
  /** Looks again at a kept file with another sheet, header row, delimiter or encoding. */
  reread: procedure
    .input(z.object({ fileId: z.string().max(80), kind: importKind, mapping: mapping.omit({ columns: true }) }))
    .output(readFileResult),
  /** What the import would do; nothing is stored. */
  preview: procedure.input(importRequest).output(importPreview),
  /** Does it, in one transaction, as a job whose result is an ImportSummary. */
  commit: procedure
    .input(
      importRequest.extend({
        /** Chosen from `vanished`: booked as settled elsewhere. */
        settleInvoiceIds: z.array(id).max(1_000_000).default([]),
        /** Saves the mapping under this name for files with the same header. */
        saveProfileAs: z.string().trim().max(80).nullable().default(null),
      }),
    )
    .output(jobStarted),
  list: procedure.output(z.array(importSummary)),
  report: procedure
    .input(z.object({ importId: id }))
    .output(z.object({ summary: importSummary, rows: z.array(rowPreview) })),
  /** Takes a whole import back, as long as nothing was built on it; CONFLICT says what was. */
  undo: procedure.input(z.object({ importId: id })).output(importSummary),
  profiles: procedure.output(z.array(profile)),
  deleteProfile: procedure.input(z.object({ profileId: id })).output(z.object({ profileId: id })),
};
