import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { cents, channel, fileOut, id, moment, plainDate } from '../api/schemas.ts';
import { bookingContract } from './booking-contract.ts';

/** How the rows of Openstaand are put together. */
export const grouping = z.enum(['invoice', 'pupil', 'household', 'payer']);
export type Grouping = z.infer<typeof grouping>;

/**
 * The filters of Openstaand; every one can stand in the address. Left out means: not filtered. They choose invoices, also
 * in a grouped list: `minCents` is of one invoice, and a group holds only its invoices within the filter.
 */
export const openItemsFilter = z.object({
  schoolId: id.optional(),
  siteId: id.optional(),
  className: z.string().max(200).optional(),
  billingGroup: z.string().max(200).optional(),
  schoolYear: z.string().max(20).optional(),
  /** At least this many days past the due date; 1 means overdue, 0 or left out also what is not due yet. */
  minOverdueDays: z.number().int().optional(),
  maxOverdueDays: z.number().int().optional(),
  minCents: cents.optional(),
  maxCents: cents.optional(),
  /** true: no payer of the household has an e-mail address that works; false: one of them has. */
  noEmail: z.boolean().optional(),
  /** Niet verwerken: only those held, or only those not held. */
  held: z.boolean().optional(),
  /** true: only credits (negative open amounts); false: only what is owed. */
  credit: z.boolean().optional(),
  /** `never`, or: nobody was in touch since this date (the last contact was before it, or there was none). */
  lastContact: z.union([z.literal('never'), plainDate]).optional(),
  /** Free search over names, class, number, reference, e-mail, phone. */
  search: z.string().max(200).optional(),
  householdId: id.optional(),
});
export type OpenItemsFilter = z.infer<typeof openItemsFilter>;

export const sortKey = z.enum([
  'dueDate',
  'pupil',
  'className',
  'household',
  'payer',
  'number',
  'billingGroup',
  'overdueDays',
  'open',
  'issueDate',
  'count',
  'lastContact',
]);
export type SortKey = z.infer<typeof sortKey>;
export const openItemsSort = z.object({ key: sortKey, descending: z.boolean() });

export const hold = z.object({
  holdId: id,
  /** src-shared/holds/contract.ts; text, because what cannot be read holds as well. */
  kind: z.string(),
  /** What it holds: this bill, its payers' household, or the whole school. */
  scope: z.string(),
  reason: z.string(),
  untilDate: plainDate.nullable(),
});
export type Hold = z.infer<typeof hold>;

/** One line of Openstaand. For a grouped list the invoice fields are null and the amounts are sums. */
export const openItem = z.object({
  /** Unique in this grouping: the invoice, pupil, household or payer id. */
  key: id,
  invoiceId: id.nullable(),
  number: z.string().nullable(),
  structuredReference: z.string().nullable(),
  schoolId: id.nullable(),
  schoolName: z.string().nullable(),
  siteName: z.string().nullable(),
  pupilId: id.nullable(),
  pupilName: z.string().nullable(),
  className: z.string().nullable(),
  householdId: id,
  householdName: z.string(),
  payerId: id.nullable(),
  payerName: z.string().nullable(),
  billingGroup: z.string().nullable(),
  schoolYear: z.string().nullable(),
  issueDate: plainDate.nullable(),
  /** Of a group: the oldest. */
  dueDate: plainDate,
  /** Days past the due date; not positive when not due yet. */
  overdueDays: z.number().int(),
  /** Original amount (charges and credits, before payments). */
  totalCents: cents,
  openCents: cents,
  /** Invoices behind this row. */
  count: z.number().int(),
  hold: hold.nullable(),
  /** Of a group: how many of its invoices are held. */
  heldCount: z.number().int(),
  hasEmail: z.boolean(),
  infoNote: z.string().nullable(),
  lastContactAt: moment.nullable(),
  lastContactChannel: channel.nullable(),
});
export type OpenItem = z.infer<typeof openItem>;

export const openItemsTotals = z.object({
  invoices: z.number().int(),
  pupils: z.number().int(),
  households: z.number().int(),
  openCents: cents,
  overdueCents: cents,
  /** Rows in this grouping. */
  rows: z.number().int(),
});
export type OpenItemsTotals = z.infer<typeof openItemsTotals>;

export const openItemsQuery = z.object({
  filter: openItemsFilter.default({}),
  grouping: grouping.default('invoice'),
  sort: openItemsSort.default({ key: 'dueDate', descending: false }),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200),
});

export const exportColumn = z.enum([
  'number',
  'pupil',
  'className',
  'school',
  'site',
  'household',
  'payer',
  'billingGroup',
  'schoolYear',
  'issueDate',
  'dueDate',
  'overdueDays',
  'total',
  'open',
  'reference',
  'count',
  'hold',
  'infoNote',
  'lastContact',
]);
export type ExportColumn = z.infer<typeof exportColumn>;

/** Rows that were picked on Openstaand; they stand for every open invoice of theirs, whatever the filter was. */
export const selection = z.object({
  grouping,
  keys: z.array(id).max(200_000),
  /** After *Selecteer unieke …*: each picked invoice stands for all open invoices of its pupil or its household. */
  unique: z.enum(['pupil', 'household']).optional(),
});
export type Selection = z.infer<typeof selection>;

export const ledgerContract = {
  /** One page of open invoices (grouped as asked) and the totals of the whole filtered list. */
  openItems: procedure.input(openItemsQuery).output(z.object({ rows: z.array(openItem), totals: openItemsTotals })),
  /** What the filters can be set to. */
  facets: procedure.output(
    z.object({
      classNames: z.array(z.string()),
      billingGroups: z.array(z.string()),
      schoolYears: z.array(z.string()),
    }),
  ),
  /**
   * Selecteer unieke leerlingen / gezinnen: of the filtered invoices one per pupil or household (the oldest due date,
   * then the lowest id); `totals` still counts every invoice of those pupils or households within the filter.
   */
  selectUnique: procedure
    .input(z.object({ filter: openItemsFilter.default({}), by: z.enum(['pupil', 'household']) }))
    .output(z.object({ invoiceIds: z.array(id), totals: openItemsTotals })),
  /** Every key of the filtered list, for "alles selecteren". */
  selectAll: procedure
    .input(z.object({ filter: openItemsFilter.default({}), grouping }))
    .output(z.object({ keys: z.array(id) })),
  /** Running total of a selection, and how many of its invoices are left out of messages (*Niet verwerken*). */
  selectionTotals: procedure.input(selection).output(openItemsTotals.extend({ held: z.number().int() })),
  /** The current view as a file; text that starts with = + - @ is made harmless. */
  exportOpenItems: procedure
    .input(
      openItemsQuery.omit({ offset: true, limit: true }).extend({
        columns: z.array(exportColumn).min(1).max(50),
        format: z.enum(['xlsx', 'csv']),
      }),
    )
    .output(fileOut),
  /**
   * Proves that every kept balance is the sum of its postings, per claim, household and school, and that the postings of
   * every entry add up to it; lists what does not.
   */
  verify: procedure.output(
    z.object({
      invoices: z.number().int(),
      postings: z.number().int(),
      entries: z.number().int(),
      /** Sum of all postings; the balances of all claims, households and schools add up to it. */
      balanceCents: cents,
      wrong: z.array(z.object({ invoiceId: id, keptCents: cents, summedCents: cents })),
      wrongEntries: z.array(z.object({ entryId: id, sentence: z.string() })),
    }),
  ),
  ...bookingContract,
};
