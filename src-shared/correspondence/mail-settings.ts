import { z } from 'zod';
import { emailAddress } from '../api/schemas.ts';

/** Where e-mail leaves through; the password is kept apart by the root. */
export const mailSettings = z.object({
  host: z.string().trim().max(200),
  port: z.number().int().min(1).max(65_535),
  /** `tls` from the first byte (465), `starttls` required, `none` for a local relay. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(200),
  senderName: z.string().trim().max(120),
  senderAddress: emailAddress,
  replyTo: emailAddress.nullable(),
  /** 0: no limit. */
  messagesPerMinute: z.number().int().min(0).max(10_000),
  /** The letter as PDF with every e-mail. */
  attachPdf: z.boolean(),
});
export type MailSettings = z.infer<typeof mailSettings>;
