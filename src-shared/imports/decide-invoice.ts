import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { schoolYearOf, type SchoolYear } from '../calendar/school-year.ts';
import { formatCents } from '../money/cents.ts';
import { comparedFields, isSame } from './compared-fields.ts';
import type { RowPreview } from './contract.ts';
import { chargedBy, decideBillLine, type KnownLines, openingLine, type PlannedLine } from './decide-bill-line.ts';
import { type CategoryIndex, type CategoryProblem, chooseCategory, type KnownCategory } from './find-cost-category.ts';
import { findPupil, type KnownPupil, type PupilIndex } from './find-pupil.ts';
import { findSchool, type KnownSchool, type SchoolIndex } from './find-school.ts';
import { normaliseText } from './normalise-text.ts';
import { correctingPostings, openingPostings, type PlannedPosting } from './plan-postings.ts';
import type { InvoiceKind } from './read-invoice-amounts.ts';
import { type InvoiceRow, shownName } from './read-invoice-row.ts';

/** An invoice that stands in the store and was not withdrawn. */
export type KnownInvoice = {
  readonly id: number;
  readonly schoolId: number;
  readonly pupilId: number;
  readonly billingGroup: string;
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly externalNumber: string | null;
  readonly structuredReference: string | null;
  readonly description: string;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  readonly balanceCents: number;
  /** The part of the balance that was booked here rather than brought by files. */
  readonly bookedHereCents: number;
  /** Not an invoice at all: money that waits under a number of ours. */
  readonly isCredit: boolean;
};

/** Everything that is known when the rows of a file are decided; `seen` grows row by row. */
export type InvoiceKnowledge = {
  readonly today: PlainDate;
  readonly schools: SchoolIndex;
  readonly pupils: PupilIndex;
  readonly pupilsById: ReadonlyMap<number, KnownPupil>;
  /** Key: `invoiceKey`. */
  readonly invoices: ReadonlyMap<string, KnownInvoice>;
  /** Sum of charges and credits of a known invoice, before payments; cents. */
  readonly chargedCents: (invoiceId: number) => number;
  readonly costCategories: CategoryIndex;
  readonly linesOf: (invoiceId: number) => KnownLines;
  /** Row in which this file already named an invoice. */
  readonly seen: Map<string, number>;
};

/** The fields of an invoice that an import fills in and may change later. */
export type InvoiceValues = {
  readonly externalNumber: string | null;
  readonly structuredReference: string | null;
  readonly description: string;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  readonly billingGroup: string;
};

export type NewInvoice = InvoiceValues & {
  readonly schoolId: number;
  readonly pupilId: number;
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly schoolYear: SchoolYear;
};

type Decided = Omit<RowPreview, 'outcome'> & {
  readonly schoolId: number | null;
  readonly billingGroup: string | null;
  readonly categoryProblem: CategoryProblem | null;
};

export type InvoiceDecision =
  | (Decided & { readonly outcome: 'rejected' })
  | (Decided & { readonly outcome: 'unchanged'; readonly invoiceId: number | null })
  | (Decided & {
      readonly outcome: 'new';
      readonly invoice: NewInvoice;
      readonly postings: readonly PlannedPosting[];
      readonly line: PlannedLine | null;
    })
  | (Decided & {
      readonly outcome: 'changed';
      readonly invoiceId: number;
      readonly pupilId: number;
      readonly before: Partial<InvoiceValues>;
      readonly after: Partial<InvoiceValues>;
      readonly postings: readonly PlannedPosting[];
      readonly line: PlannedLine | null;
    });

/** Where invoices go when the file has no billing groups. */
export const defaultBillingGroup = 'Algemeen';

/** An invoice is known by its number within its school; capitals, spaces and punctuation do not count. */
export function invoiceKey(schoolId: number, number: string): string {
  return `${schoolId}|${normaliseText(number)}`;
}

/**
 * Decides what one invoice of the file does: new, changed (old → new), unchanged, or rejected with a Dutch reason. Only
 * the open amount makes money move (see `plan-postings.ts`). An unknown invoice that is fully paid
 * is left out. Source: issue "Imports", domain.md "The money model" and property 6.
 */
export function decideInvoice(row: InvoiceRow, knowledge: InvoiceKnowledge): InvoiceDecision {
  const subjectName = row.pupil.name || row.pupil.studentNumber;
  const base: Decided = {
    reason: null,
    rowNumber: row.rowNumber,
    subject: `${row.number} · ${subjectName}`,
    proposal: null,
    changes: [],
    openCents: row.openCents,
    schoolId: null,
    billingGroup: row.billingGroup,
    categoryProblem: null,
  };
  const reject = (reason: string, schoolId: number | null = null): InvoiceDecision => ({
    ...base,
    schoolId,
    outcome: 'rejected',
    reason,
  });
  const school = findSchool(knowledge.schools, row.school);
  if (!school.found) return reject(school.reason);
  const { found } = school;
  const key = invoiceKey(found.id, row.number);
  const earlier = knowledge.seen.get(key);
  if (earlier !== undefined) {
    const categoryProblem = row.costCategory === null ? null : { why: 'repeated' as const, name: row.costCategory };
    return { ...reject(`factuur ${row.number} staat ook op rij ${earlier}`, found.id), categoryProblem };
  }
  knowledge.seen.set(key, row.rowNumber);
  const match = findPupil(knowledge.pupils, found.id, row.pupil);
  if (!match.found) {
    return reject(
      match.problem === 'ambiguous'
        ? `er zijn meerdere leerlingen met de naam ${row.pupil.name}; voeg een leerlingnummer of geboortedatum toe`
        : 'leerling niet gevonden: importeer eerst de leerlingen',
      found.id,
    );
  }
  const pupil = match.found;
  const chosen = chooseCategory(row.costCategory, found.level, knowledge.costCategories);
  const notes = [...row.notes, ...(match.note === null ? [] : [match.note]), ...chosen.notes];
  const decided: Decided = {
    ...base,
    subject: `${row.number} · ${shownName(pupil.lastName, pupil.firstName)}`,
    schoolId: found.id,
    categoryProblem: chosen.problem,
  };
  const known = knowledge.invoices.get(key);
  if (!known) return decideNew(row, knowledge.today, found, pupil.id, decided, notes, chosen.category);
  if (known.isCredit) return reject(`nummer ${row.number} is bij ons een tegoed`, found.id);
  if (known.pupilId !== pupil.id) {
    const other = knowledge.pupilsById.get(known.pupilId);
    const name = other ? shownName(other.lastName, other.firstName) : 'een andere leerling';
    return reject(`factuur ${row.number} staat al op naam van ${name}`, found.id);
  }
  if (known.kind !== row.kind && row.openCents !== 0) {
    return reject(
      `factuur ${row.number} is bij ons een ${known.kind === 'invoice' ? 'factuur' : 'creditnota'}`,
      found.id,
    );
  }
  return decideKnown(row, knowledge, known, decided, notes, chosen.category);
}

function joined(notes: readonly string[]): string | null {
  return notes.length === 0 ? null : notes.join('; ');
}

function decideNew(
  row: InvoiceRow,
  today: PlainDate,
  school: KnownSchool,
  pupilId: number,
  decided: Decided,
  notes: readonly string[],
  category: KnownCategory | null,
): InvoiceDecision {
  const billingGroup = row.billingGroup ?? defaultBillingGroup;
  if (row.openCents === 0) {
    const categoryProblem = category && { why: 'paid' as const, name: category.name };
    return { ...decided, billingGroup, outcome: 'unchanged', invoiceId: null, reason: 'al betaald', categoryProblem };
  }
  const dates = datesOf(row, today, school.paymentTermDays);
  if (!dates)
    return { ...decided, billingGroup, outcome: 'rejected', reason: 'er is geen factuurdatum en geen vervaldatum' };
  const postings = openingPostings(row, dates.issueDate, today);
  const line = openingLine(category, postings);
  return {
    ...decided,
    billingGroup,
    outcome: 'new',
    proposal: category && line && `kostenrubriek ${category.name}`,
    reason: joined(notes),
    invoice: {
      schoolId: school.id,
      pupilId,
      kind: row.kind,
      number: row.number,
      externalNumber: row.externalNumber,
      structuredReference: row.structuredReference,
      description: row.description ?? '',
      billingGroup,
      ...dates,
      schoolYear: schoolYearOf(dates.issueDate),
    },
    postings,
    line,
  };
}

/** A file may leave out one of the two dates: the other follows from the school's term. */
function datesOf(
  row: InvoiceRow,
  today: PlainDate,
  termDays: number,
): { readonly issueDate: PlainDate; readonly dueDate: PlainDate } | undefined {
  const { issueDate, dueDate } = row;
  if (issueDate !== null) return { issueDate, dueDate: dueDate ?? addDays(issueDate, termDays) };
  if (dueDate === null) return undefined;
  const counted = addDays(dueDate, -termDays);
  return { issueDate: counted > today ? today : counted, dueDate };
}

function decideKnown(
  row: InvoiceRow,
  knowledge: InvoiceKnowledge,
  known: KnownInvoice,
  decided: Decided,
  notes: readonly string[],
  category: KnownCategory | null,
): InvoiceDecision {
  const before: Record<string, string | null> = {};
  const after: Record<string, string | null> = {};
  const changes: { field: string; before: string; after: string }[] = [];
  for (const { field, label, show } of comparedFields) {
    const fresh = row[field];
    // What the file does not say stays as it is.
    if (fresh === null || isSame(field, fresh, known[field])) continue;
    before[field] = known[field];
    after[field] = fresh;
    changes.push({ field: label, before: known[field] === null ? '' : show(known[field]), after: show(fresh) });
  }
  const postings = correctingPostings(row, knowledge.today, {
    kind: known.kind,
    balanceCents: known.balanceCents,
    bookedHereCents: known.bookedHereCents,
    chargedCents: () => knowledge.chargedCents(known.id),
  });
  if (postings.length > 0) {
    changes.push({ field: 'openstaand', before: formatCents(known.balanceCents), after: formatCents(row.openCents) });
  }
  const lined = decideBillLine(category, knowledge.linesOf(known.id), chargedBy(postings), knowledge.costCategories);
  changes.push(...lined.changes);
  const reason = joined([...notes, ...lined.notes]);
  const billingGroup = row.billingGroup ?? known.billingGroup;
  if (changes.length === 0) {
    return { ...decided, billingGroup, outcome: 'unchanged', invoiceId: known.id, reason };
  }
  return {
    ...decided,
    billingGroup,
    outcome: 'changed',
    reason,
    changes,
    invoiceId: known.id,
    pupilId: known.pupilId,
    before,
    after,
    postings,
    line: lined.line,
  };
}
