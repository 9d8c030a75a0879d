import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { stageChannels } from '#shared/dunning/procedure.ts';
import type { Cents } from '#shared/money/cents.ts';
import { proposalOutcomes, runStatuses } from '#shared/runs/contract.ts';
import { taskKinds, taskOutcomes } from '#shared/today/contract.ts';

// Runs of reminders: what was proposed, what was done of it, and the work it left for people.
// The migrations decide; a test compares.

export const runs = sqliteTable('runs', {
  id: integer('id').primaryKey(),
  requestKey: text('request_key').notNull(),
  asOf: text('as_of').notNull(),
  status: text('status', { enum: runStatuses }).notNull().default('draft'),
  bankOverride: text('bank_override').notNull().default(''),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  startedAt: text('started_at'),
  finishedAt: text('finished_at'),
  reversedAt: text('reversed_at'),
  reversedBy: text('reversed_by'),
  reversalReason: text('reversal_reason').notNull().default(''),
});

export const runSchools = sqliteTable(
  'run_schools',
  {
    runId: integer('run_id').notNull(),
    schoolId: integer('school_id').notNull(),
    approvalId: integer('approval_id'),
    approvedBy: text('approved_by'),
    approvedAt: text('approved_at'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.schoolId] })],
);

export const runProposals = sqliteTable('run_proposals', {
  id: integer('id').primaryKey(),
  runId: integer('run_id').notNull(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id').notNull(),
  payerId: integer('payer_id').notNull(),
  procedureVersionId: integer('procedure_version_id').notNull(),
  stage: integer('stage').notNull(),
  channel: text('channel', { enum: stageChannels }).notNull(),
  textId: integer('text_id'),
  totalCents: integer('total_cents').$type<Cents>().notNull(),
  proposal: text('proposal').notNull(),
  isDropped: integer('is_dropped').notNull().default(0),
  choiceReason: text('choice_reason').notNull().default(''),
  chosenChannel: text('chosen_channel', { enum: ['email', 'letter', 'registeredLetter', 'phone', 'talk'] }),
  approvedStage: integer('approved_stage'),
  approvedCents: integer('approved_cents').$type<Cents>(),
  number: text('number'),
  outcome: text('outcome', { enum: proposalOutcomes }).notNull().default('open'),
  outcomeReason: text('outcome_reason').notNull().default(''),
  messageId: integer('message_id'),
  taskId: integer('task_id'),
  payBefore: text('pay_before'),
  announcedCents: integer('announced_cents').$type<Cents>(),
});

export const runExclusions = sqliteTable('run_exclusions', {
  id: integer('id').primaryKey(),
  runId: integer('run_id').notNull(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id'),
  payerId: integer('payer_id'),
  reason: text('reason').notNull(),
  exclusion: text('exclusion').notNull(),
});

export const stageEvents = sqliteTable('stage_events', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  runId: integer('run_id').notNull(),
  payerId: integer('payer_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  procedureVersionId: integer('procedure_version_id').notNull(),
  stage: integer('stage').notNull(),
  channel: text('channel', { enum: stageChannels }).notNull(),
  onDate: text('on_date').notNull(),
  termLastDay: text('term_last_day'),
  announcedCents: integer('announced_cents').$type<Cents>(),
  amountCents: integer('amount_cents').$type<Cents>().notNull(),
  messageId: integer('message_id'),
  taskId: integer('task_id'),
  voidsId: integer('voids_id'),
  voidReason: text('void_reason').notNull().default(''),
  createdAt: text('created_at').notNull(),
});

export const tasks = sqliteTable('tasks', {
  id: integer('id').primaryKey(),
  schoolId: integer('school_id').notNull(),
  householdId: integer('household_id').notNull(),
  payerId: integer('payer_id'),
  kind: text('kind', { enum: taskKinds }).notNull(),
  dueDate: text('due_date').notNull(),
  author: text('author').notNull(),
  createdAt: text('created_at').notNull(),
  outcome: text('outcome', {
    enum: taskOutcomes,
  }),
  note: text('note').notNull().default(''),
  tries: integer('tries').notNull().default(0),
  doneAt: text('done_at'),
  doneBy: text('done_by'),
  cancelledAt: text('cancelled_at'),
  cancelReason: text('cancel_reason').notNull().default(''),
});
