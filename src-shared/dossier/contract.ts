import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { base64, cents, channel, fileOut, filledText, id, moment, plainDate, stored } from '../api/schemas.ts';
import { liabilityKind, payerDetails } from '../people/contract.ts';
import { claimKind, pendingApproval } from '../ledger/booking-shapes.ts';
import { hold } from '../ledger/contract.ts';

export const searchHit = z.object({
  kind: z.enum(['household', 'pupil', 'payer', 'invoice']),
  entityId: id,
  householdId: id,
  /** "Abeel, Noor". */
  title: z.string(),
  /** "3A · Basisschool De Wilg · Gezin Abeel–Den". */
  subtitle: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const timelineEntry = z.object({
  /** Stable key, e.g. "message-12". */
  key: z.string(),
  at: moment,
  kind: z.enum([
    'import',
    'email',
    'letter',
    'note',
    'call',
    'talk',
    'document',
    'hold',
    'lift',
    'payment',
    'change',
    'nextStep',
  ]),
  /** Dutch, one line; a note, call or talk keeps the lines in which it was written. */
  summary: z.string(),
  /** Where a message stands: "verzonden", "onzeker" … */
  status: z.string().nullable(),
  author: z.string().nullable(),
  /** A note for the role zorg only; nobody else gets it. */
  isSocial: z.boolean(),
  messageId: id.nullable(),
  documentId: id.nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const householdPupil = z.object({
  pupilId: id,
  schoolId: id,
  schoolName: z.string(),
  siteName: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  className: z.string(),
  studentNumber: z.string().nullable(),
  birthDate: plainDate.nullable(),
  leftOn: plainDate.nullable(),
  infoNote: z.string().nullable(),
  /** Who owes for this pupil today. */
  liabilities: z.array(z.object({ payerId: id, kind: liabilityKind, shareBp: z.number().int() })),
});
export type HouseholdPupil = z.infer<typeof householdPupil>;

export const householdPayer = stored(payerDetails).extend({
  payerId: id,
  /** The address came back; letters go until it is corrected. */
  emailBounced: z.boolean(),
  thirdPartyPayerName: z.string().nullable(),
  /** What this payer owes today over all pupils: joint the whole, split the share. */
  openCents: cents,
});
export type HouseholdPayer = z.infer<typeof householdPayer>;

export const householdInvoice = z.object({
  invoiceId: id,
  number: z.string(),
  kind: claimKind,
  structuredReference: z.string().nullable(),
  schoolName: z.string(),
  pupilId: id,
  pupilName: z.string(),
  billingGroup: z.string(),
  description: z.string(),
  schoolYear: z.string(),
  issueDate: plainDate,
  dueDate: plainDate,
  overdueDays: z.number().int(),
  totalCents: cents,
  paidCents: cents,
  openCents: cents,
  hold: hold.nullable(),
});
export type HouseholdInvoice = z.infer<typeof householdInvoice>;

export const nextStep = z.object({ nextStepId: id, what: z.string(), dueDate: plainDate, author: z.string() });
export const dossierDocument = z.object({
  documentId: id,
  fileName: z.string(),
  mediaType: z.string(),
  byteCount: z.number().int(),
  author: z.string(),
  at: moment,
});

export const householdPage = z.object({
  householdId: id,
  name: z.string(),
  pupils: z.array(householdPupil),
  payers: z.array(householdPayer),
  invoices: z.array(householdInvoice),
  /** Paid or settled invoices not listed unless asked for. */
  closedInvoices: z.number().int(),
  totals: z.object({
    openCents: cents,
    overdueCents: cents,
    /** Credits of the household, as a positive amount. */
    creditCents: cents,
    openInvoices: z.number().int(),
    oldestOverdueDays: z.number().int().nullable(),
  }),
  lastContact: z.object({ at: moment, channel: z.union([channel, z.literal('call'), z.literal('talk')]) }).nullable(),
  /** Requests that wait for a second pair of eyes: visible beside the balance, and they change nothing. */
  pending: z.array(pendingApproval),
  nextSteps: z.array(nextStep),
  documents: z.array(dossierDocument),
});
export type HouseholdPage = z.infer<typeof householdPage>;

export const householdListRow = z.object({
  householdId: id,
  name: z.string(),
  pupils: z.string(),
  openCents: cents,
  overdueCents: cents,
  nextStep: nextStep.nullable(),
  lastContactAt: moment.nullable(),
});

export const dossierContract = {
  search: procedure
    .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(20) }))
    .output(z.array(searchHit)),
  /** Households with something open, the most overdue first. */
  households: procedure
    .input(
      z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }),
    )
    .output(z.object({ rows: z.array(householdListRow), total: z.number().int() })),
  /** Follows a merged household to where it went. */
  page: procedure.input(z.object({ householdId: id, withClosed: z.boolean().default(false) })).output(householdPage),
  timeline: procedure
    .input(
      z.object({
        householdId: id,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ entries: z.array(timelineEntry), total: z.number().int() })),
  addNote: procedure
    .input(
      z.object({
        householdId: id,
        kind: z.enum(['note', 'call', 'talk']),
        body: filledText(4000),
        /** For the role zorg only, to write and to read. */
        isSocial: z.boolean().default(false),
      }),
    )
    .output(z.object({ noteId: id })),
  /** Infobol of a pupil; null removes it. */
  setInfoNote: procedure
    .input(z.object({ pupilId: id, body: filledText(280).nullable() }))
    .output(z.object({ pupilId: id })),
  /** PDF, PNG, JPEG, DOCX, XLSX, EML or plain text, at most 20 MB; the type is checked by content. */
  addDocument: procedure
    .input(z.object({ householdId: id, fileName: filledText(255), contentBase64: base64 }))
    .output(dossierDocument),
  openDocument: procedure.input(z.object({ documentId: id })).output(fileOut),
  removeDocument: procedure.input(z.object({ documentId: id })).output(z.object({ documentId: id })),
  /** Brings a removed document back. */
  restoreDocument: procedure.input(z.object({ documentId: id })).output(z.object({ documentId: id })),
  setNextStep: procedure
    .input(z.object({ householdId: id, what: filledText(200), dueDate: plainDate }))
    .output(nextStep),
  finishNextStep: procedure.input(z.object({ nextStepId: id })).output(z.object({ nextStepId: id })),
};
