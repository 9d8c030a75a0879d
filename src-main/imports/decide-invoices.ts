import type { VanishedInvoice } from '#shared/imports/contract.ts';
import {
  decideInvoice,
  defaultBillingGroup,
  type InvoiceDecision,
  type InvoiceKnowledge,
  invoiceKey,
} from '#shared/imports/decide-invoice.ts';
import { type CategoryProblem, categoryRemarks, indexCategories } from '#shared/imports/find-cost-category.ts';
import { indexPupils } from '#shared/imports/find-pupil.ts';
import { indexSchools } from '#shared/imports/find-school.ts';
import { normaliseText } from '#shared/imports/normalise-text.ts';
import { readInvoiceRow } from '#shared/imports/read-invoice-row.ts';
import { schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { listCategories } from '#main/maximum-bill/categories.ts';
import { knownBillLines } from './bill-lines.ts';
import type { OpenedImport } from './open-import.ts';
import type { Pace } from './pace.ts';
import { chargedCents, listOpenImported, loadBillingGroups, loadInvoices, loadPupils, loadSchools } from './queries.ts';

export type DecidedInvoices = {
  readonly kind: 'invoices';
  readonly decisions: readonly InvoiceDecision[];
  readonly vanished: readonly VanishedInvoice[];
  readonly remarks: readonly string[];
};

/** Decides every row against what stands in the store; undefined when it was stopped. Writes nothing. */
export async function decideInvoices(
  context: Context,
  opened: OpenedImport,
  pace: Pace,
): Promise<DecidedInvoices | undefined> {
  const { store, clock } = context;
  const today = clock.today();
  const schools = loadSchools(store, schoolsOf(context));
  const pupils = loadPupils(store);
  const knowledge: InvoiceKnowledge = {
    today,
    schools: indexSchools(schools, opened.request.schoolId),
    pupils: indexPupils(pupils),
    pupilsById: new Map(pupils.map((pupil) => [pupil.id, pupil])),
    invoices: loadInvoices(
      store,
      schools.map(({ id }) => id),
    ),
    chargedCents: chargedCents(store),
    costCategories: indexCategories(listCategories(store)),
    linesOf: knownBillLines(store),
    seen: new Map(),
  };
  const decisions: InvoiceDecision[] = [];
  /** Numbers of rows that could not be read: they are named by the file all the same. */
  const unreadable = new Set<string>();
  for (const [index, row] of opened.rows.entries()) {
    if ((await paced(pace, index)) === 'stop') return undefined;
    const read = readInvoiceRow(row, opened.reader, today);
    if (read.ok) {
      decisions.push(decideInvoice(read.row, knowledge));
      continue;
    }
    unreadable.add(normaliseText(opened.reader.text(row, 'number')));
    const { rowNumber, subject, reason, openCents } = read;
    decisions.push({
      rowNumber,
      subject,
      reason,
      openCents,
      outcome: 'rejected',
      proposal: null,
      changes: [],
      schoolId: null,
      billingGroup: null,
      categoryProblem: null,
    });
  }
  return {
    kind: 'invoices',
    decisions,
    vanished: findVanished(context, decisions, knowledge, unreadable),
    remarks: [
      ...invoiceRemarks(context, opened, decisions),
      ...categoryRemarks(problemsOf(decisions), knowledge.costCategories),
    ],
  };
}

function problemsOf(decisions: readonly InvoiceDecision[]): CategoryProblem[] {
  return decisions.flatMap(({ categoryProblem }) => categoryProblem ?? []);
}

/** Most rows do not wait at all: an await per row would cost more than deciding it. */
function paced(pace: Pace, index: number): Promise<'go' | 'stop'> | 'go' {
  return index % 100 === 0 ? pace(index) : 'go';
}

/** Open invoices of the schools and billing groups in the file that came from an import and that the file no longer names. */
function findVanished(
  context: Context,
  decisions: readonly InvoiceDecision[],
  knowledge: InvoiceKnowledge,
  unreadable: ReadonlySet<string>,
): VanishedInvoice[] {
  const groupKey = (schoolId: number, group: string): string => `${schoolId}|${group.toLocaleLowerCase('nl')}`;
  const groups = new Set<string>();
  const schoolIds = new Set<number>();
  for (const { schoolId, billingGroup } of decisions) {
    if (schoolId === null) continue;
    schoolIds.add(schoolId);
    groups.add(groupKey(schoolId, billingGroup ?? defaultBillingGroup));
  }
  return listOpenImported(context.store, [...schoolIds])
    .filter(
      ({ schoolId, billingGroup, number }) =>
        groups.has(groupKey(schoolId, billingGroup)) &&
        !knowledge.seen.has(invoiceKey(schoolId, number)) &&
        !unreadable.has(normaliseText(number)),
    )
    .map(({ invoiceId, number, pupilName, dueDate, openCents }) => ({
      invoiceId,
      number,
      pupilName,
      dueDate,
      openCents,
    }));
}

function invoiceRemarks(context: Context, opened: OpenedImport, decisions: readonly InvoiceDecision[]): string[] {
  const { reader } = opened;
  const fresh = decisions.filter((decision) => decision.outcome === 'new');
  const remarks: string[] = [];
  if (fresh.length > 0 && !reader.has('billingGroup')) {
    remarks.push(`Het bestand noemt geen notagroep: nieuwe facturen komen in de notagroep “${defaultBillingGroup}”.`);
  }
  if (fresh.length > 0 && !reader.has('dueDate')) {
    remarks.push('Het bestand noemt geen vervaldatum: ze volgt uit de factuurdatum en de betaaltermijn van de school.');
  }
  if (fresh.length > 0 && !reader.has('issueDate')) {
    remarks.push('Het bestand noemt geen factuurdatum: ze volgt uit de vervaldatum en de betaaltermijn van de school.');
  }
  const known = new Set(
    loadBillingGroups(context.store).map(({ schoolId, name }) => `${schoolId}|${name.toLocaleLowerCase('nl')}`),
  );
  const added = new Map<string, string>();
  for (const { invoice } of fresh) {
    const key = `${invoice.schoolId}|${invoice.billingGroup.toLocaleLowerCase('nl')}`;
    if (!known.has(key)) added.set(key, invoice.billingGroup);
  }
  const names = [...new Set(added.values())];
  if (names.length > 0) remarks.push(countedNames(names, 'notagroep is nieuw', 'notagroepen zijn nieuw'));
  return remarks;
}

/** "3 klassen zijn nieuw: 1A, 1B, 1C." */
export function countedNames(names: readonly string[], one: string, many: string): string {
  const shown = names.slice(0, 8).join(', ');
  return `${names.length} ${names.length === 1 ? one : many}: ${shown}${names.length > 8 ? ' …' : ''}.`;
}
