import type { OpenItemsSelection } from './open-items-filter.ts';
import { hasPart } from './payer-share.ts';
import { isInForce, type SqlParameters } from './sql.ts';

/** Where a statement starts. INDEXED BY and CROSS JOIN fix the way, so that it never depends on what SQLite guesses. */
export type Path = 'dueDate' | 'pupil' | 'pupilName' | 'className' | 'householdName' | 'household' | 'payer';

const openByPupil = 'CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = p.id';
const householdOfPupil = 'CROSS JOIN households h ON h.id = p.household_id';

/** FROM and WHERE of a statement over the selected invoices: aliases i, and p and h when asked for or read. */
export function openItemsSource(
  selection: OpenItemsSelection,
  path: Path,
  alsoReads: { readonly pupil?: boolean; readonly household?: boolean } = {},
): { readonly from: string; readonly where: string; readonly parameters: SqlParameters } {
  const household = selection.readsHousehold || (alsoReads.household ?? false);
  const pupil = household || selection.readsPupil || (alsoReads.pupil ?? false);
  return {
    from: `FROM ${selection.searched ? foundTables(path, pupil, household) : pathTables(path, pupil, household)}`,
    where: `WHERE ${selection.conditions.map((condition) => `(${condition})`).join(' AND ')}`,
    parameters: selection.parameters,
  };
}

function pathTables(path: Path, pupil: boolean, household: boolean): string {
  const h = household ? householdOfPupil : '';
  switch (path) {
    case 'dueDate':
      return `invoices i INDEXED BY invoices_open ${pupil ? `CROSS JOIN pupils p ON p.id = i.pupil_id ${h}` : ''}`;
    case 'pupil':
      return pupil ? `pupils p ${h} ${openByPupil}` : 'invoices i INDEXED BY invoices_open_pupil';
    case 'pupilName':
      return `pupils p INDEXED BY pupils_sort ${h} ${openByPupil}`;
    case 'className':
      return `pupils p INDEXED BY pupils_class_sort ${h} ${openByPupil}`;
    case 'household':
      return `pupils p INDEXED BY pupils_household ${h} ${openByPupil}`;
    case 'householdName':
      return `households h INDEXED BY households_sort
        CROSS JOIN pupils p INDEXED BY pupils_household ON p.household_id = h.id ${openByPupil}`;
    case 'payer':
      return `${payerTables} ${h} ${openByPupil} AND ${isInForce} AND ${hasPart}`;
  }
}

/** A search says itself which invoices to look at; they are few, or sorting them is no more work than finding them. */
function foundTables(path: Path, pupil: boolean, household: boolean): string {
  const found = 'temp.found f CROSS JOIN invoices i ON i.id = f.id';
  const h = household ? householdOfPupil : '';
  if (path === 'payer') {
    return `${found} CROSS JOIN pupils p ON p.id = i.pupil_id ${h}
      CROSS JOIN liabilities l ON l.pupil_id = p.id AND ${isInForce} AND ${hasPart} CROSS JOIN payers y ON y.id = l.payer_id`;
  }
  return pupil || household ? `${found} CROSS JOIN pupils p ON p.id = i.pupil_id ${h}` : found;
}

/** NOT INDEXED: in the order of their ids, so that each payer is added up at once. */
const payerTables =
  'payers y NOT INDEXED CROSS JOIN liabilities l ON l.payer_id = y.id CROSS JOIN pupils p ON p.id = l.pupil_id';
