import { parseStructuredReference } from '../bank/structured-reference.ts';
import type { ImportKind } from './contract.ts';
import type { ImportField, PayerField, PayerPart } from './fields.ts';
import { categoryKey } from './find-cost-category.ts';
import { normaliseHeader } from './normalise-text.ts';
import { type PayerSlot, slotOfHeading } from './payer-slot.ts';
import { invoiceSynonyms, payerPartSynonyms, pupilSynonyms } from './synonyms.ts';

/** What a column could be, the best first; `rank` says how good the name is (0 is best). */
type Candidate = { readonly field: ImportField; readonly rank: number };

/** A heading without spaces, punctuation and currency: "Openstaand (in EUR)" is `openstaand`. */
function compactHeading(header: string): string {
  return normaliseHeader(header)
    .split(' ')
    .filter((word) => word !== 'eur' && word !== 'euro')
    .join(' ')
    .replace(/ (?:in|incl btw|incl|inclusief btw)$/, '')
    .replace(/ /g, '');
}

/** For every heading what it could mean, the best first. */
function indexSynonyms<Field extends string>(
  synonyms: Readonly<Record<Field, readonly string[]>>,
): ReadonlyMap<string, readonly Meaning<Field>[]> {
  const index = new Map<string, Meaning<Field>[]>();
  for (const [field, names] of Object.entries(synonyms) as [Field, readonly string[]][]) {
    for (const [rank, name] of names.entries()) {
      const meanings = index.get(name) ?? [];
      meanings.push({ field, rank });
      index.set(name, meanings);
    }
  }
  for (const meanings of index.values()) meanings.sort((a, b) => a.rank - b.rank);
  return index;
}

type Meaning<Field> = { readonly field: Field; readonly rank: number };

const invoiceHeadings = indexSynonyms(invoiceSynonyms);
const pupilHeadings = indexSynonyms(pupilSynonyms);
const payerHeadings = indexSynonyms(payerPartSynonyms);

/** No heading is longer; a longer cell is text of the list itself. */
const longestHeading = 60;

/** Names of the school itself, by which the cells of a column are recognised. */
export type OwnNames = { readonly costCategories: readonly string[]; readonly billingGroups: readonly string[] };
const noNames: OwnNames = { costCategories: [], billingGroups: [] };

/** Headings of a billing group as well as of a cost category: the cells tell which. */
const looseCategoryHeadings: ReadonlySet<string> = new Set([
  'categorie',
  'category',
  'rubriek',
  'kostensoort',
  'soort',
  'type',
]);

function payerField(slot: PayerSlot, part: PayerPart): PayerField {
  return `payer${slot}${part}`;
}

function candidatesOf(kind: ImportKind, header: string): readonly Candidate[] {
  if (header.length > longestHeading || !/\p{L}/u.test(header)) return [];
  const heading = compactHeading(header);
  if (heading === '') return [];
  if (kind === 'invoices') return invoiceHeadings.get(heading) ?? [];
  const person = slotOfHeading(header);
  if (!person) return pupilHeadings.get(heading) ?? [];
  if (person.rest === '') return [{ field: payerField(person.slot, 'FullName'), rank: 0 }];
  return (payerHeadings.get(person.rest) ?? []).map(({ field, rank }) => ({
    field: payerField(person.slot, field),
    rank,
  }));
}

/**
 * Proposes what every column of a file means, from its heading and, where a heading says too little, from the first
 * rows below it. A field is given to one column at most: the one with the better name, then the first. Columns that mean
 * nothing here are null. A cost category is proposed only where there are categories (`own`). Never throws.
 */
export function mapColumns(
  kind: ImportKind,
  headers: readonly string[],
  sample: readonly (readonly string[])[] = [],
  own: OwnNames = noNames,
): (ImportField | null)[] {
  const hasCategories = own.costCategories.length > 0;
  const candidates = headers.map((header) =>
    candidatesOf(kind, header).filter(({ field }) => hasCategories || field !== 'costCategory'),
  );
  const holder = new Map<ImportField, { readonly column: number; readonly rank: number }>();
  const claim = (column: number, from: number): void => {
    const options = candidates[column] ?? [];
    for (let index = from; index < options.length; index += 1) {
      const option = options[index];
      if (!option) continue;
      const current = holder.get(option.field);
      if (current && current.rank <= option.rank) continue;
      holder.set(option.field, { column, rank: option.rank });
      if (current) {
        // The column that had to give way looks for its next best meaning.
        const next = (candidates[current.column] ?? []).findIndex(({ field }) => field === option.field) + 1;
        claim(current.column, next);
      }
      return;
    }
  };
  for (let column = 0; column < headers.length; column += 1) claim(column, 0);
  const columns: (ImportField | null)[] = headers.map(() => null);
  for (const [field, { column }] of holder) columns[column] = field;
  correctNames(columns, headers);
  return correctByContent(kind, columns, headers, sample, own);
}

/** "Naam" beside "Voornaam" is the family name; on its own it is the whole name. */
function correctNames(columns: (ImportField | null)[], headers: readonly string[]): void {
  const has = (field: ImportField): boolean => columns.includes(field);
  const rename = (from: ImportField, to: ImportField): void => {
    const index = columns.indexOf(from);
    if (index >= 0) columns[index] = has(to) ? null : to;
  };
  if (has('lastName') && !has('firstName')) rename('lastName', 'fullName');
  for (const slot of [1, 2, 3, 4, 5, 6] as const) {
    const [last, first, full] = [
      payerField(slot, 'LastName'),
      payerField(slot, 'FirstName'),
      payerField(slot, 'FullName'),
    ];
    if (has(last) && !has(first)) rename(last, full);
    // "LPV1" beside "LPV1 voornaam" is the family name.
    if (has(full) && has(first) && !has(last)) rename(full, last);
    if (has(payerField(slot, 'HouseNumber')) && !has(payerField(slot, 'Street'))) {
      rename(payerField(slot, 'HouseNumber'), payerField(slot, 'Street'));
    }
  }
  const houseNumber = columns.indexOf('houseNumber');
  if (houseNumber >= 0 && !has('street')) {
    // "Straat + nr" is the whole street line; a lonely "Nr" is no address.
    columns[houseNumber] = compactHeading(headers[houseNumber] ?? '').startsWith('straat') ? 'street' : null;
  }
}

function correctByContent(
  kind: ImportKind,
  columns: (ImportField | null)[],
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  own: OwnNames,
): (ImportField | null)[] {
  const valuesOf = (column: number): string[] => sample.map((row) => row[column] ?? '').filter((value) => value !== '');
  const most = (column: number, test: (value: string) => boolean): boolean => {
    const values = valuesOf(column);
    return values.length > 0 && values.filter(test).length * 2 > values.length;
  };
  const looksLikeReference = (value: string): boolean => parseStructuredReference(value) !== undefined;
  const full = columns.indexOf('fullName');
  if (full >= 0 && most(full, (value) => !/\p{L}/u.test(value))) {
    columns[full] = columns.includes('studentNumber') ? null : 'studentNumber';
  }
  if (kind === 'pupils') return columns;
  const reference = columns.indexOf('structuredReference');
  if (reference >= 0 && valuesOf(reference).length > 0 && !valuesOf(reference).some(looksLikeReference)) {
    const named = compactHeading(headers[reference] ?? '');
    if (!/^(ogm|vcs|gestr|struct|communicationstruct|comstruct|betal|payment)/.test(named)) {
      columns[reference] = columns.includes('description') ? null : 'description';
    }
  }
  if (!columns.includes('structuredReference')) {
    const found = headers.findIndex(
      (_, column) => (columns[column] ?? 'description') === 'description' && most(column, looksLikeReference),
    );
    if (found >= 0) columns[found] = 'structuredReference';
  }
  const group = columns.indexOf('billingGroup');
  if (group >= 0 && !columns.includes('creditNote') && most(group, isInvoiceKindWord)) columns[group] = 'creditNote';
  if (own.costCategories.length > 0 && !columns.includes('costCategory')) {
    const [categories, groups] = [keysOf(own.costCategories), keysOf(own.billingGroups)];
    const category = headers.findIndex((header, column) => {
      const isFree =
        columns[column] === null ||
        (columns[column] === 'billingGroup' && !most(column, (value) => groups.has(categoryKey(value))));
      const isLoose = looseCategoryHeadings.has(compactHeading(header));
      return isFree && isLoose && most(column, (value) => categories.has(categoryKey(value)));
    });
    if (category >= 0) columns[category] = 'costCategory';
  }
  return columns;
}

function keysOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(categoryKey));
}

function isInvoiceKindWord(value: string): boolean {
  return /^(factuur|facture|invoice|fa|creditnota|kredietnota|credit ?note|note de credit|cn|debet|credit|vk)$/i.test(
    value,
  );
}
