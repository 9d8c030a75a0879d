import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, channel, emailAddress, fileOut, filledText, id, jobStarted, language, moment } from '../api/schemas.ts';
import { selection as pickedRows } from '../ledger/contract.ts';
import { mailSettings } from './mail-settings.ts';
import { outboxBatch } from './outbox-batch.ts';
import { richText } from './rich-text.ts';
import { variableDescription } from './variable-description.ts';

// texts --------------------------------------------------------------------------------------------------------------

export const tone = z.enum(['friendly', 'formal', 'inviting']);
export type Tone = z.infer<typeof tone>;

export const textProblem = z.object({
  /** As the user typed it, `$$OPENSTANDE_FACTUREN$$`. */
  found: z.string(),
  /** The nearest known variable, without dollars; null when nothing is near. */
  nearest: z.string().nullable(),
  where: z.enum(['subject', 'body']),
  /** Dutch. */
  sentence: z.string(),
});
export type TextProblem = z.infer<typeof textProblem>;

export const textVersion = z.object({
  textVersionId: id,
  language,
  version: z.number().int(),
  subject: z.string(),
  body: richText,
  author: z.string(),
  at: moment,
});
export type TextVersion = z.infer<typeof textVersion>;

export const textSummary = z.object({
  textId: id,
  name: z.string(),
  tone,
  schoolId: id.nullable(),
  languages: z.array(language),
  shipped: z.boolean(),
  /** Out of the lists; what was sent with it stays. */
  archived: z.boolean(),
  /** A text with problems cannot be sent. */
  problems: z.number().int(),
  updatedAt: moment,
});
export type TextSummary = z.infer<typeof textSummary>;

const draftVersion = z.object({ language, subject: filledText(200), body: richText });

// sending ------------------------------------------------------------------------------------------------------------

/** What was picked in Openstaand or in a dossier. Invoices and pupils: all open invoices of those pupils; households (also unique ones) and payers: of the household. */
export const selection = pickedRows.extend({ keys: z.array(id).min(1).max(100_000) });
export type Selection = z.infer<typeof selection>;

/** What the user changed to one message before sending. `messageKey` is `payerId-schoolId`. */
export const messageEdit = z.object({
  messageKey: z.string().max(40),
  drop: z.boolean().optional(),
  channel: channel.optional(),
  subject: filledText(200).optional(),
  body: richText.optional(),
});
export type MessageEdit = z.infer<typeof messageEdit>;

export const messageException = z.enum([
  'noEmail',
  'emailBounced',
  'noAddress',
  'thirdPartyPayer',
  'textInOtherLanguage',
  'splitShare',
  'recentlyContacted',
  'creditInHousehold',
  'edited',
  'noIban',
  'sharedAddress',
  /** The text asks for nothing, but something is still due. */
  'stillOpen',
]);
export type MessageException = z.infer<typeof messageException>;

export const plannedMessage = z.object({
  messageKey: z.string(),
  payerId: id,
  schoolId: id,
  schoolName: z.string(),
  householdId: id,
  householdName: z.string(),
  recipientName: z.string(),
  /** Set when it goes to a third party in the payer's place. */
  thirdPartyPayerName: z.string().nullable(),
  channel,
  /** E-mail address or postal address on one line. */
  address: z.string(),
  language,
  subject: z.string(),
  pupils: z.array(z.string()),
  invoiceCount: z.number().int(),
  totalCents: cents,
  /** What deserves a look before it goes, with a Dutch sentence each. */
  exceptions: z.array(z.object({ code: messageException, sentence: z.string() })),
  dropped: z.boolean(),
});
export type PlannedMessage = z.infer<typeof plannedMessage>;

export const exclusionReason = z.enum([
  'allHeld',
  'nothingDue',
  'creditCovers',
  'noLiablePayer',
  'unreachable',
  /** Nobody knows yet whether the message before it left. */
  'undecided',
]);
export const plannedExclusion = z.object({
  householdId: id,
  householdName: z.string(),
  payerName: z.string().nullable(),
  reason: exclusionReason,
  sentence: z.string(),
});
export type PlannedExclusion = z.infer<typeof plannedExclusion>;

const plan = z.object({ selection, textId: id, edits: z.array(messageEdit).max(10_000).default([]) });

export const preparation = z.object({
  /** Messages with exceptions first. */
  messages: z.array(plannedMessage),
  excluded: z.array(plannedExclusion),
  totals: z.object({
    messages: z.number().int(),
    emails: z.number().int(),
    letters: z.number().int(),
    households: z.number().int(),
    /** What the messages ask for together; an invoice of two jointly liable parents counts once. */
    cents,
  }),
  /** Whatever stops the whole batch: unknown variables, no mail settings, no IBAN. */
  blockers: z.array(z.string()),
  /** Stands for every word, amount and address of the messages; handed back to `send`, nothing else leaves than was shown. */
  fingerprint: z.string(),
});
export type Preparation = z.infer<typeof preparation>;

export const messagePreview = z.object({
  subject: z.string(),
  recipient: z.string(),
  channel,
  emailHtml: z.string(),
  emailText: z.string(),
  /** The letter as it would be printed. */
  pdfBase64: z.string(),
  problems: z.array(textProblem),
});
export type MessagePreview = z.infer<typeof messagePreview>;

// outbox -------------------------------------------------------------------------------------------------------------

export const messageStatus = z.enum(['reserved', 'sending', 'sent', 'failed', 'uncertain', 'cancelled']);
export type MessageStatus = z.infer<typeof messageStatus>;

export const outboxMessage = z.object({
  messageId: id,
  batchId: id,
  schoolName: z.string(),
  householdId: id,
  householdName: z.string(),
  recipientName: z.string(),
  address: z.string(),
  channel,
  subject: z.string(),
  totalCents: cents,
  status: messageStatus,
  /** Dutch, for failed and uncertain. */
  failure: z.string().nullable(),
  attempts: z.number().int(),
  reservedAt: moment,
  finishedAt: moment.nullable(),
  evidenceSha256: z.string().nullable(),
});
export type OutboxMessage = z.infer<typeof outboxMessage>;

export const correspondenceContract = {
  variables: procedure.output(z.array(variableDescription)),
  /** In the order in which a school uses them: the shipped ones from first reminder to thank-you, then the school's own by name. */
  texts: procedure
    .input(z.object({ withArchived: z.boolean().default(false) }).default({ withArchived: false }))
    .output(z.array(textSummary)),
  /** One text with the newest version per language. */
  text: procedure.input(z.object({ textId: id })).output(textSummary.extend({ versions: z.array(textVersion) })),
  /** Every version of one language, the newest first. */
  textHistory: procedure.input(z.object({ textId: id, language })).output(z.array(textVersion)),
  /** Saves as new versions where something changed; what was already sent keeps its own. Unknown variables may be saved, not sent. */
  saveText: procedure
    .input(
      z.object({
        textId: id.nullable(),
        name: filledText(120),
        tone,
        schoolId: id.nullable().default(null),
        versions: z.array(draftVersion).min(1).max(10),
      }),
    )
    .output(textSummary),
  archiveText: procedure.input(z.object({ textId: id, archived: z.boolean() })).output(textSummary),
  /** The unknown variables in a draft, with the nearest known one. */
  checkText: procedure.input(z.object({ subject: z.string().max(1000), body: richText })).output(z.array(textProblem)),
  /** A draft or saved text for a real household, as e-mail and as PDF page; a draft of a plan with an invented plan. */
  previewText: procedure
    .input(
      z.object({
        householdId: id,
        payerId: id.nullable().default(null),
        text: z.union([z.object({ textId: id }), z.object({ draft: draftVersion })]),
      }),
    )
    .output(messagePreview),

  /** Who gets what by which channel, and who does not and why. Nothing is stored. */
  prepare: procedure.input(plan).output(preparation),
  /** One message of a preparation as it would leave. */
  previewMessage: procedure.input(plan.extend({ messageKey: z.string().max(40) })).output(messagePreview),
  /**
   * Reserves every message of the preparation in one transaction and starts sending the e-mails. The same requestKey twice
   * is one batch, and CONFLICT for another request; CONFLICT as well when what would leave is no longer the `fingerprint`.
   */
  send: procedure
    .input(plan.extend({ requestKey: filledText(80), fingerprint: z.string().max(100).optional() }))
    .output(jobStarted.extend({ batchId: id })),

  batches: procedure.output(z.array(outboxBatch)),
  outbox: procedure
    .input(
      z.object({
        batchId: id.optional(),
        status: messageStatus.optional(),
        channel: channel.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.object({ messages: z.array(outboxMessage), total: z.number().int() })),
  message: procedure.input(z.object({ messageId: id })).output(
    outboxMessage.extend({
      emailHtml: z.string(),
      emailText: z.string(),
      events: z.array(z.object({ at: moment, status: z.string(), detail: z.string(), actor: z.string() })),
      invoices: z.array(z.object({ invoiceId: id, number: z.string(), amountCents: cents })),
    }),
  ),
  /** The exact bytes that left, whose SHA-256 stands with the message. */
  evidence: procedure.input(z.object({ messageId: id })).output(fileOut.extend({ sha256: z.string() })),
  /** Goes on with reserved e-mails after a pause or a crash: of every batch, of one, or one e-mail alone. */
  resume: procedure
    .input(z.object({ batchId: id.nullable().default(null), messageId: id.nullable().default(null) }))
    .output(jobStarted),
  /** A person decides about a failed or uncertain message: it did leave, send it again, or never. */
  decide: procedure
    .input(z.object({ messageId: id, decision: z.enum(['wasSent', 'sendAgain', 'cancel']) }))
    .output(outboxMessage),
  /** The letters of a batch in printing order, as one PDF (a job; result: FileOut). */
  printLetters: procedure.input(z.object({ batchId: id })).output(jobStarted),
  /** The user says the letters were printed and posted. */
  confirmPrinted: procedure
    .input(z.object({ batchId: id, messageIds: z.array(id).max(100_000).nullable().default(null) }))
    .output(z.object({ confirmed: z.number().int() })),

  mailSettings: procedure.output(z.object({ settings: mailSettings.nullable(), hasPassword: z.boolean() })),
  /** `password` undefined keeps the old one, null removes it. It is never sent back. */
  saveMailSettings: procedure
    .input(z.object({ settings: mailSettings, password: z.string().max(500).nullable().optional() }))
    .output(z.object({ settings: mailSettings, hasPassword: z.boolean() })),
  /** Test naar mezelf: the text for a household, or a plain test line, to an address of the user's own. */
  testMail: procedure
    .input(
      z.object({
        to: emailAddress,
        sample: z.object({ textId: id, householdId: id }).nullable().default(null),
      }),
    )
    .output(z.object({ accepted: z.string() })),
};
