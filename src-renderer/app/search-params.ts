import { z } from 'zod';
import { plainDate } from '#shared/api/schemas.ts';
import { exclusionCode } from '#shared/dunning/decision.ts';
import { stageChannel } from '#shared/dunning/procedure.ts';
import { holdKind, holdScope } from '#shared/holds/contract.ts';
import { grouping, openItemsFilter, openItemsSort } from '#shared/ledger/contract.ts';
import { radarBand } from '#shared/limitation/contract.ts';
import { planStateName } from '#shared/plans/shapes.ts';
import { signalKind } from '#shared/signals/contract.ts';
import { messageStatus } from '#shared/correspondence/contract.ts';

/** An address that was typed or kept from an older version never breaks a screen: what does not fit is left out. */
function lenient<Shape extends z.ZodRawShape>(object: z.ZodObject<Shape>) {
  const shape = Object.fromEntries(
    Object.entries(object.shape).map(([key, schema]) => [key, z.optional(schema as z.ZodType).catch(undefined)]),
  );
  return z.object(shape) as unknown as z.ZodType<Partial<z.infer<z.ZodObject<Shape>>>>;
}

/** What can stand in the address of Openstaand: every filter, the grouping and the order. */
export const openItemsSearch = lenient(openItemsFilter.extend({ grouping, sort: openItemsSort }));
export type OpenItemsSearch = z.infer<typeof openItemsSearch>;

export const dossiersSearch = lenient(z.object({ search: z.string() }));
export const importsSearch = lenient(z.object({ importId: z.number().int() }));
export const composeSearch = lenient(z.object({ textId: z.number().int() }));
export const outboxSearch = lenient(
  z.object({
    batchId: z.number().int(),
    status: messageStatus,
    channel: z.enum(['email', 'letter']),
    messageId: z.number().int(),
  }),
);
export const settingsSearch = lenient(
  z.object({
    tab: z.enum([
      'school',
      'mail',
      'accounts',
      'users',
      'approvals',
      'law',
      'costs',
      'plans',
      'help',
      'categories',
      'privacy',
      'audit',
      'about',
    ]),
    schoolId: z.number().int(),
    householdId: z.number().int(),
  }),
);
export const bankSearch = lenient(
  z.object({
    view: z.enum(['proposals', 'manual', 'booked', 'setAside', 'statements', 'refunds']),
    statementId: z.number().int(),
    search: z.string(),
    /** The line in the panel. */
    transactionId: z.number().int(),
  }),
);
export type BankSearch = z.infer<typeof bankSearch>;
export const approvalsSearch = lenient(
  z.object({ list: z.enum(['forMe', 'mine', 'decided']), approvalId: z.number().int() }),
);
export const receiptsSearch = lenient(
  z.object({ tab: z.enum(['receipts', 'periodic']), householdId: z.number().int() }),
);
/** How the lists of who is reminded and who is not are narrowed, in a run and in a dry run. */
const decisionLists = z.object({
  list: z.enum(['attention', 'proposals', 'excluded']),
  search: z.string(),
  schoolId: z.number().int(),
  channel: stageChannel,
  since: z.enum(['new', 'further', 'same', 'back']),
  reason: exclusionCode,
});
export const remindersSearch = lenient(
  decisionLists.extend({
    tab: z.enum(['runs', 'procedures', 'holds', 'limitation', 'settlements', 'handOver', 'costs']),
    band: radarBand,
    holdKind,
    holdScope,
    withEnded: z.boolean(),
    /** The day of a dry run. */
    asOf: plainDate,
  }),
);
export const plansSearch = lenient(z.object({ state: planStateName, search: z.string(), schoolId: z.number().int() }));
/** With `change` the page of a plan is the form to change it. */
export const planSearch = lenient(z.object({ change: z.boolean() }));
export const newPlanSearch = lenient(z.object({ payerId: z.number().int(), monthlyCents: z.number().int() }));
export const talkSearch = lenient(z.object({ payerId: z.number().int() }));
export const assistanceSearch = lenient(
  z.object({
    tab: z.enum(['signals', 'socialFund', 'referrals', 'maximumBill', 'leavers', 'comingOfAge']),
    schoolId: z.number().int(),
    schoolYear: z.string(),
    kind: signalKind,
  }),
);
export const runSearch = lenient(
  decisionLists.extend({
    step: z.enum(['bank', 'proposal', 'approve', 'send']),
    /** The proposal in the panel. */
    runProposalId: z.number().int(),
    /** Of the list of what came of it. */
    state: z.enum(['sent', 'toPrint', 'waiting', 'failed', 'uncertain', 'tasks', 'dropped', 'raised', 'void']),
  }),
);
