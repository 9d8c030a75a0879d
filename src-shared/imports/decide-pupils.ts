import { formatPlainDate } from '../calendar/plain-date.ts';
import { studentNumberKey } from './find-pupil.ts';
import { HouseholdBook } from './household-book.ts';
import { type MatchedRow, matchPupilRow } from './match-pupil-row.ts';
import { mergeField } from './merge-field.ts';
import { nameKey, normaliseText } from './normalise-text.ts';
import { type PayerPlan, planPayers, type ShownChange } from './plan-payers.ts';
import { type HouseholdProposal, proposeHouseholds } from './propose-households.ts';
import {
  type FieldChange,
  householdKey,
  type PlannedHousehold,
  type PlannedPayer,
  type PupilDecision,
  type PupilKnowledge,
  type PupilValues,
  type StoredPupil,
} from './pupil-plan.ts';
import { shownName } from './read-invoice-row.ts';
import type { PayerRow, PupilRow } from './read-pupil-row.ts';

/**
 * Decides what every pupil of the file does. A known pupil stays in its household and takes over what changed, except
 * what a person corrected by hand; a new pupil gets the household that `proposeHouseholds` names. Parents and other
 * payers are jointly liable for the pupil. Decisions come in the order of the rows.
 */
export function decidePupils(rows: readonly PupilRow[], knowledge: PupilKnowledge): PupilDecision[] {
  const rejected: PupilDecision[] = [];
  const matched: MatchedRow[] = [];
  const seen = new Map<string, number>();
  const seenPupils = new Map<number, number>();
  for (const row of rows) {
    const result = matchPupilRow(row, knowledge, seen, seenPupils);
    if (typeof result === 'string') rejected.push({ ...preview(row), outcome: 'rejected', reason: result });
    else matched.push(result);
  }
  const households = new HouseholdBook(knowledge);
  const proposals = proposeHouseholds(
    matched.filter(({ known }) => known === null).map(({ row }) => row),
    households.known(),
  );
  const decided = matched.map((match) => {
    const proposal = proposals.get(match.row.rowNumber);
    return match.known === null && proposal
      ? decideNewPupil(match, proposal, households, knowledge)
      : decideKnownPupil(match, match.known, households, knowledge);
  });
  return [...rejected, ...decided].sort((a, b) => a.rowNumber - b.rowNumber);
}

function preview(row: PupilRow): Omit<PupilDecision & { outcome: 'rejected' }, 'outcome' | 'reason'> {
  const subject = shownName(row.lastName, row.firstName) + (row.className === '' ? '' : ` · ${row.className}`);
  return { rowNumber: row.rowNumber, subject, proposal: null, changes: [], openCents: null };
}

const joined = (notes: readonly string[]): string | null => (notes.length === 0 ? null : notes.join('; '));

function decideNewPupil(
  { row, schoolId, notes }: MatchedRow,
  proposal: HouseholdProposal,
  households: HouseholdBook,
  knowledge: PupilKnowledge,
): PupilDecision {
  const household: PlannedHousehold = { key: proposal.key, id: proposal.householdId, name: proposal.name };
  const present = households.of(household.key);
  const active = present.filter(({ removed }) => !removed);
  const plan = planPayers(payersOf(row, active.length > 0), present, household.key, knowledge.earlier);
  for (const payer of plan.newPayers) households.add(payer);
  const allNotes = [
    ...notes,
    ...plan.notes,
    ...proposal.alsoFits.map((name) => `past ook bij gezin ${name}; voeg ze zo nodig zelf samen`),
  ];
  if (row.payers.length === 0) {
    allNotes.push(
      active.length > 0
        ? 'geen ouders in het bestand: dezelfde betalers als de rest van het gezin'
        : 'geen ouders in het bestand: vul de betaler aan in het dossier',
    );
  }
  return {
    ...preview(row),
    outcome: 'new',
    reason: joined(allNotes),
    proposal: proposal.sentence,
    changes: [...plan.shown],
    schoolId,
    pupil: valuesOf(row),
    household,
    newPayers: plan.newPayers,
    payerChanges: plan.changes,
    liablePayers: row.payers.length === 0 && active.length > 0 ? active : plan.payers,
  };
}

/** A pupil without parents in the file owes through "Familie …" until somebody fills in who that is. */
function payersOf(row: PupilRow, householdHasPayers: boolean): readonly PayerRow[] {
  if (row.payers.length > 0 || householdHasPayers) return row.payers;
  const family: PayerRow = {
    relation: 'parent',
    firstName: '',
    lastName: `Familie ${row.lastName}`,
    email: null,
    phone: null,
    language: null,
    addressIsOwn: false,
    ...row.address,
  };
  return [family];
}

function valuesOf(row: PupilRow): PupilValues {
  const { firstName, lastName, birthDate, className, leftOn } = row;
  return {
    studentNumber: row.studentNumber || null,
    firstName,
    lastName,
    birthDate,
    className,
    leftOn,
    site: row.site || null,
  };
}

const pupilLabels: Readonly<Record<keyof PupilValues, string>> = {
  studentNumber: 'leerlingnummer',
  firstName: 'voornaam',
  lastName: 'naam',
  birthDate: 'geboortedatum',
  className: 'klas',
  leftOn: 'uitgeschreven op',
  site: 'vestiging',
};

function decideKnownPupil(
  { row, schoolId, notes }: MatchedRow,
  known: StoredPupil | null,
  households: HouseholdBook,
  knowledge: PupilKnowledge,
): PupilDecision {
  if (!known) throw new Error('A pupil without a proposal is a known pupil');
  const key = householdKey(known.householdId);
  const plan = planPayers(row.payers, households.candidates(key, known.id), key, knowledge.earlier);
  for (const payer of plan.newPayers) households.add(payer);
  const own = changedPupil(row, known, knowledge);
  const liable = newLiabilities(known.id, plan, households, knowledge);
  const shown: ShownChange[] = [
    ...own.shown,
    ...plan.shown,
    ...plan.newPayers.map(({ values }) => ({
      field: 'betaler',
      before: '',
      after: shownName(values.lastName, values.firstName),
    })),
    ...liable.payers
      .filter((payer) => !plan.newPayers.includes(payer))
      .map(({ values }) => ({
        field: 'betaalt ook voor deze leerling',
        before: '',
        after: shownName(values.lastName, values.firstName),
      })),
  ];
  const base = {
    ...preview(row),
    reason: joined([...notes, ...own.notes, ...plan.notes, ...liable.notes]),
    changes: shown,
  };
  if (shown.length === 0) return { ...base, outcome: 'unchanged', pupilId: known.id };
  return {
    ...base,
    outcome: 'changed',
    schoolId,
    pupilId: known.id,
    pupil: own.change,
    household: { key, id: known.householdId, name: households.name(known.householdId) },
    newPayers: plan.newPayers,
    payerChanges: plan.changes,
    liablePayers: liable.payers,
  };
}

function changedPupil(
  row: PupilRow,
  known: StoredPupil,
  knowledge: PupilKnowledge,
): {
  readonly change: FieldChange<PupilValues>;
  readonly shown: readonly ShownChange[];
  readonly notes: readonly string[];
} {
  const fresh = valuesOf(row);
  const before: Record<string, string | null> = {};
  const after: Record<string, string | null> = {};
  const shown: ShownChange[] = [];
  const notes: string[] = [];
  const sameName = nameKey(row.lastName, row.firstName) === nameKey(known.lastName, known.firstName);
  for (const field of Object.keys(pupilLabels) as (keyof PupilValues)[]) {
    if (sameName && (field === 'firstName' || field === 'lastName')) continue;
    const imported = (): string | null | undefined => knowledge.earlier.value('pupils', known.id, field);
    const isSame = (a: string, b: string): boolean =>
      field === 'studentNumber'
        ? studentNumberKey(0, a) === studentNumberKey(0, b)
        : normaliseText(a) === normaliseText(b);
    const result = mergeField(known[field], fresh[field], imported, isSame);
    if (result === 'keptByHand')
      notes.push(`${pupilLabels[field]} is bij ons met de hand aangepast en blijft (bestand: ${fresh[field]})`);
    if (result !== 'take') continue;
    before[field] = known[field];
    after[field] = fresh[field];
    shown.push({ field: pupilLabels[field], before: show(field, known[field]), after: show(field, fresh[field]) });
  }
  return { change: { before, after }, shown, notes };
}

function show(field: keyof PupilValues, value: string | null): string {
  if (value === null || value === '') return '';
  return field === 'birthDate' || field === 'leftOn' ? formatPlainDate(value) : value;
}

/** Who starts to owe for a known pupil: payers of the row who do not yet, unless a person arranged it otherwise. */
function newLiabilities(
  pupilId: number,
  plan: PayerPlan,
  households: HouseholdBook,
  knowledge: PupilKnowledge,
): { readonly payers: readonly PlannedPayer[]; readonly notes: readonly string[] } {
  const current = households.liabilitiesOf(pupilId);
  const missing = plan.payers.filter(
    ({ id }) =>
      id === null || (!current.some(({ payerId }) => payerId === id) && !knowledge.earlier.liability(pupilId, id)),
  );
  if (missing.length > 0 && current.some(({ kind }) => kind === 'split')) {
    return {
      payers: [],
      notes: ['de aandelen zijn bij ons verdeeld; regel het aandeel van de nieuwe betaler in het dossier'],
    };
  }
  return { payers: missing, notes: [] };
}
