import { decidePupils } from '#shared/imports/decide-pupils.ts';
import { indexPupils } from '#shared/imports/find-pupil.ts';
import { indexSchools } from '#shared/imports/find-school.ts';
import type { PupilDecision } from '#shared/imports/pupil-plan.ts';
import { type PupilRow, readPupilRow, slotRelations } from '#shared/imports/read-pupil-row.ts';
import { schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { countedNames } from './decide-invoices.ts';
import { earlierImports } from './earlier-imports.ts';
import type { OpenedImport } from './open-import.ts';
import type { Pace } from './pace.ts';
import { loadHouseholds, loadLiabilities, loadPayers, loadPupils, loadSchools } from './queries.ts';

export type DecidedPupils = {
  readonly kind: 'pupils';
  readonly decisions: readonly PupilDecision[];
  readonly remarks: readonly string[];
};

/** Decides every row against what stands in the store; undefined when it was stopped. Writes nothing. */
export async function decidePupilRows(
  context: Context,
  opened: OpenedImport,
  pace: Pace,
): Promise<DecidedPupils | undefined> {
  const { store, clock } = context;
  const mapped = opened.headers.filter((_, column) => opened.request.mapping.columns[column] !== null);
  const relations = slotRelations(mapped);
  const rows: PupilRow[] = [];
  const refused: PupilDecision[] = [];
  for (const [index, row] of opened.rows.entries()) {
    if (index % 100 === 0 && (await pace(index)) === 'stop') return undefined;
    const read = readPupilRow(row, opened.reader, relations);
    if (read.ok) {
      rows.push(read.row);
      continue;
    }
    const { rowNumber, subject, reason } = read;
    refused.push({ rowNumber, subject, reason, outcome: 'rejected', proposal: null, changes: [], openCents: null });
  }
  const pupils = loadPupils(store);
  const decided = decidePupils(rows, {
    schools: indexSchools(loadSchools(store, schoolsOf(context)), opened.request.schoolId),
    pupils: indexPupils(pupils),
    households: loadHouseholds(store),
    payers: loadPayers(store),
    liabilities: loadLiabilities(store, clock.today()),
    earlier: earlierImports(store),
  });
  const decisions = [...refused, ...decided].sort((a, b) => a.rowNumber - b.rowNumber);
  return { kind: 'pupils', decisions, remarks: pupilRemarks(decisions, pupils) };
}

function pupilRemarks(
  decisions: readonly PupilDecision[],
  pupils: readonly {
    readonly id: number;
    readonly schoolId: number;
    readonly className: string;
    readonly leftOn: string | null;
  }[],
): string[] {
  const remarks: string[] = [];
  const knownClasses = new Set(pupils.map(({ schoolId, className }) => `${schoolId}|${className}`));
  const added = new Set<string>();
  const named = new Set<number>();
  const schoolIds = new Set<number>();
  const households = new Set<string>();
  for (const decision of decisions) {
    if (decision.outcome === 'rejected') continue;
    if (decision.outcome !== 'new') named.add(decision.pupilId);
    if (decision.outcome === 'unchanged') continue;
    schoolIds.add(decision.schoolId);
    if (decision.outcome === 'new' && decision.household.id === null) households.add(decision.household.key);
    const className = decision.outcome === 'new' ? decision.pupil.className : (decision.pupil.after.className ?? '');
    if (className !== '' && !knownClasses.has(`${decision.schoolId}|${className}`)) added.add(className);
  }
  for (const { id, schoolId } of pupils) if (named.has(id)) schoolIds.add(schoolId);
  if (households.size > 0)
    remarks.push(
      `${households.size} ${households.size === 1 ? 'nieuw gezin' : 'nieuwe gezinnen'} voorgesteld; samenvoegen en splitsen kan later in het dossier.`,
    );
  if (added.size > 0) remarks.push(countedNames([...added].sort(), 'klas is nieuw', 'klassen zijn nieuw'));
  const gone = pupils.filter(
    ({ id, schoolId, leftOn }) => leftOn === null && schoolIds.has(schoolId) && !named.has(id),
  ).length;
  if (gone > 0) {
    remarks.push(
      `${gone} ${gone === 1 ? 'leerling staat' : 'leerlingen staan'} niet in dit bestand; er verandert niets aan ${gone === 1 ? 'die leerling' : 'hen'}.`,
    );
  }
  return remarks;
}
