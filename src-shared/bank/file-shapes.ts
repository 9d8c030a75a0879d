import { z } from 'zod';
import { cents, plainDate } from '../api/schemas.ts';
import { bankFormats, movementKinds, referenceSources, returnedTypes } from './statement.ts';

// The content of a bank file as the contract carries it; src-shared/bank/statement.ts says what each field means.

export const bankFormat = z.enum(bankFormats);

export const movementKind = z.enum(movementKinds);

export const finding = z.object({
  level: z.enum(['error', 'warning']),
  rule: z.string(),
  line: z.number().int().nullable(),
  sentence: z.string(),
});

const bankMovement = z.object({
  line: z.number().int(),
  key: z.string(),
  amountCents: cents,
  bookingDate: plainDate,
  valueDate: plainDate,
  kind: movementKind,
  transactionCode: z.string(),
  counterpartyName: z.string().nullable(),
  counterpartyAccount: z.string().nullable(),
  ultimateName: z.string().nullable(),
  structuredReference: z.string().nullable(),
  creditorReference: z.string().nullable(),
  referenceSource: z.enum(referenceSources).nullable(),
  communication: z.string(),
  endToEndId: z.string().nullable(),
  mandateId: z.string().nullable(),
  returned: z
    .object({
      type: z.enum(returnedTypes),
      reasonCode: z.string().nullable(),
    })
    .nullable(),
  batchKey: z.string().nullable(),
});

export const bankStatementContent = z.object({
  account: z.string(),
  currency: z.string(),
  holderName: z.string().nullable(),
  sequenceNumber: z.number().int().nullable(),
  isDuplicate: z.boolean(),
  openingDate: plainDate.nullable(),
  openingCents: cents.nullable(),
  closingDate: plainDate.nullable(),
  closingCents: cents.nullable(),
  movements: z.array(bankMovement),
  freeText: z.array(z.string()),
});
