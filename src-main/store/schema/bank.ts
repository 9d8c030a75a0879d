import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { bankFormats, movementKinds, referenceSources } from '#shared/bank/statement.ts';
import type { Cents } from '#shared/money/cents.ts';

// What the bank told: accounts, files, statements, transactions; and what we ask the bank to pay back.
// The migrations decide; a test compares.

export const bankAccounts = sqliteTable('bank_accounts', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  iban: text('iban').notNull(),
  label: text('label').notNull().default(''),
  removedAt: text('removed_at'),
});

export const bankFiles = sqliteTable('bank_files', {
  id: integer('id').primaryKey(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  format: text('format', { enum: bankFormats }).notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const bankStatements = sqliteTable('bank_statements', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  bankAccountId: integer('bank_account_id').notNull(),
  bankFileId: integer('bank_file_id').notNull(),
  sequenceNumber: integer('sequence_number'),
  openingDate: text('opening_date'),
  openingCents: integer('opening_cents').$type<Cents>(),
  closingDate: text('closing_date').notNull(),
  closingCents: integer('closing_cents').$type<Cents>(),
  findings: text('findings').notNull().default('[]'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  undoneAt: text('undone_at'),
  undoneBy: text('undone_by'),
});

export const bankTransactions = sqliteTable('bank_transactions', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  bankAccountId: integer('bank_account_id').notNull(),
  bankStatementId: integer('bank_statement_id').notNull(),
  line: integer('line').notNull(),
  movementKey: text('movement_key').notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  bookingDate: text('booking_date').notNull(),
  valueDate: text('value_date').notNull(),
  kind: text('kind', { enum: movementKinds }).notNull(),
  transactionCode: text('transaction_code').notNull().default(''),
  counterpartyName: text('counterparty_name'),
  counterpartyAccount: text('counterparty_account'),
  ultimateName: text('ultimate_name'),
  structuredReference: text('structured_reference'),
  creditorReference: text('creditor_reference'),
  referenceSource: text('reference_source', { enum: referenceSources }),
  communication: text('communication').notNull().default(''),
  endToEndId: text('end_to_end_id'),
  mandateId: text('mandate_id'),
  returnedType: text('returned_type'),
  returnedReason: text('returned_reason'),
  batchKey: text('batch_key'),
  status: text('status', { enum: ['open', 'booked', 'setAside', 'undone'] })
    .notNull()
    .default('open'),
  setAsideAs: text('set_aside_as', { enum: ['cost', 'ownTransfer', 'notForUs', 'refundPaid', 'other'] }),
  setAsideNote: text('set_aside_note').notNull().default(''),
  takesBackEntryId: integer('takes_back_entry_id'),
  paymentOrderId: integer('payment_order_id'),
});

export const payerAccounts = sqliteTable('payer_accounts', {
  id: integer('id').primaryKey(),
  payerId: integer('payer_id'),
  thirdPartyPayerId: integer('third_party_payer_id'),
  iban: text('iban').notNull(),
  holderName: text('holder_name').notNull().default(''),
  origin: text('origin', { enum: ['bank', 'hand'] }).notNull(),
  bankTransactionId: integer('bank_transaction_id'),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  removedAt: text('removed_at'),
  removedBy: text('removed_by'),
});

export const paymentFiles = sqliteTable('payment_files', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  bankAccountId: integer('bank_account_id').notNull(),
  messageId: text('message_id').notNull(),
  content: text('content').notNull(),
  totalCents: integer('total_cents').$type<Cents>().notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
});

export const paymentOrders = sqliteTable('payment_orders', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  entryId: integer('entry_id').notNull(),
  beneficiaryName: text('beneficiary_name').notNull(),
  iban: text('iban').notNull(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  communication: text('communication').notNull(),
  endToEndId: text('end_to_end_id').notNull(),
  paymentFileId: integer('payment_file_id'),
  status: text('status', { enum: ['waiting', 'exported', 'executed', 'returned', 'cancelled'] })
    .notNull()
    .default('waiting'),
});
