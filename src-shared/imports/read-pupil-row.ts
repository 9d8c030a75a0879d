import type { PlainDate } from '../calendar/plain-date.ts';
import type { Relation } from '../people/contract.ts';
import type { Language } from '../api/schemas.ts';
import { fieldLabel } from './field-labels.ts';
import { type PayerPart, payerSlots } from './fields.ts';
import { splitFullName } from './full-name.ts';
import { normaliseText } from './normalise-text.ts';
import { type PayerSlot, slotOfHeading } from './payer-slot.ts';
import { type ReadRow, shownName } from './read-invoice-row.ts';
import { relationOf } from './relation-of.ts';
import type { RowReader } from './row-reader.ts';
import type { TableRow } from './table.ts';

export type RowAddress = {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
};

/** A parent or other payer as a pupil row gives it; empty text and null: the file does not say. */
export type PayerRow = RowAddress & {
  readonly relation: Relation;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language | null;
  /** False: the file gives no address of this payer, and it is the pupil's. */
  readonly addressIsOwn: boolean;
};

export type PupilRow = {
  readonly rowNumber: number;
  readonly studentNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: PlainDate | null;
  readonly className: string;
  readonly school: string;
  readonly site: string;
  readonly leftOn: PlainDate | null;
  readonly address: RowAddress;
  readonly payers: readonly PayerRow[];
  readonly notes: readonly string[];
};

/** What the headings themselves say about the person of a slot: `mo_naam` is about the mother. */
export type SlotRelations = ReadonlyMap<PayerSlot, Relation>;

/** Reads from the headings of the mapped columns which relation each slot has. */
export function slotRelations(headers: readonly string[]): SlotRelations {
  const relations = new Map<PayerSlot, Relation>();
  for (const header of headers) {
    const heading = slotOfHeading(header);
    if (heading?.relation && !relations.has(heading.slot)) relations.set(heading.slot, heading.relation);
  }
  return relations;
}

/**
 * Turns the cells of one row into a pupil with payers, or refuses it with a Dutch reason. The payers are the filled
 * slots whose person owes by law; step-parents and others are named in a note, unless nobody else is there. A payer
 * without an address of their own lives at the pupil's. The pupil's own e-mail and phone are never used: nothing about
 * debt goes to a pupil.
 */
export function readPupilRow(row: TableRow, reader: RowReader, relations: SlotRelations): ReadRow<PupilRow> {
  const full = reader.text(row, 'fullName');
  let name = { lastName: reader.text(row, 'lastName'), firstName: reader.text(row, 'firstName') };
  if (name.lastName === '' && full !== '') name = splitFullName(full);
  const subject = shownName(name.lastName, name.firstName) || (row.cells.find((cell) => cell !== '') ?? '');
  const refuse = (reason: string): ReadRow<PupilRow> => ({
    ok: false,
    rowNumber: row.number,
    subject,
    reason,
    openCents: null,
  });
  const cellProblem = reader.cellProblem(row);
  if (cellProblem !== undefined) return refuse(cellProblem);
  if (name.lastName === '') return refuse('de naam van de leerling ontbreekt');
  if (name.firstName === '') return refuse('de voornaam van de leerling ontbreekt');
  if (name.lastName.length > 120 || name.firstName.length > 120) return refuse('de naam is te lang');
  const dates: { birthDate: PlainDate | null; leftOn: PlainDate | null } = { birthDate: null, leftOn: null };
  for (const field of ['birthDate', 'leftOn'] as const) {
    const date = reader.date(row, field);
    if (date === undefined)
      return refuse(`${fieldLabel(field)} “${reader.text(row, field)}” is geen datum (dd/mm/jjjj)`);
    dates[field] = date;
  }
  const notes: string[] = [];
  const address = addressOf(
    reader.text(row, 'street'),
    reader.text(row, 'houseNumber'),
    reader.text(row, 'box'),
    reader.text(row, 'postalCode'),
    reader.text(row, 'city'),
    reader.text(row, 'country'),
  );
  return {
    ok: true,
    row: {
      rowNumber: row.number,
      studentNumber: reader.text(row, 'studentNumber').slice(0, 40),
      ...name,
      ...dates,
      className: reader.text(row, 'className').slice(0, 60),
      school: reader.text(row, 'school'),
      site: reader.text(row, 'site').slice(0, 120),
      address,
      payers: readPayers(row, reader, relations, address, name.lastName, notes),
      notes,
    },
  };
}

function readPayers(
  row: TableRow,
  reader: RowReader,
  relations: SlotRelations,
  pupilAddress: RowAddress,
  pupilLastName: string,
  notes: string[],
): PayerRow[] {
  const liable: PayerRow[] = [];
  const others: PayerRow[] = [];
  for (const slot of payerSlots) {
    const cell = (part: PayerPart): string => reader.text(row, `payer${slot}${part}`);
    let name = { lastName: cell('LastName'), firstName: cell('FirstName') };
    if (name.lastName === '' && cell('FullName') !== '') name = splitFullName(cell('FullName'), [pupilLastName]);
    // Smartschool fills an empty slot with a zero.
    if (name.lastName === '' || name.lastName === '0') continue;
    const said = relationOf(cell('Relation'));
    const relation = said?.relation ?? relations.get(slot) ?? 'parent';
    const own = addressOf(
      cell('Street'),
      cell('HouseNumber'),
      cell('Box'),
      cell('PostalCode'),
      cell('City'),
      cell('Country'),
    );
    const addressIsOwn = own.street !== '' || own.city !== '';
    const payer: PayerRow = {
      relation,
      lastName: name.lastName.slice(0, 120),
      firstName: name.firstName.slice(0, 80),
      email: readEmail(cell('Email'), notes),
      phone: (cell('Mobile') || cell('Phone')).slice(0, 40) || null,
      language: readLanguage(cell('Language')),
      addressIsOwn,
      ...(addressIsOwn ? own : pupilAddress),
    };
    (said?.liable === false ? others : liable).push(payer);
  }
  const [first, ...rest] = liable.length > 0 ? [undefined, ...others] : others;
  for (const other of rest) {
    if (other) notes.push(`${shownName(other.lastName, other.firstName)} is geen ouder of voogd en werd geen betaler`);
  }
  return first ? [first] : liable;
}

function addressOf(
  street: string,
  houseNumber: string,
  box: string,
  postalCode: string,
  city: string,
  country: string,
): RowAddress {
  const numbered = houseNumber !== '' && !street.endsWith(` ${houseNumber}`) ? `${street} ${houseNumber}` : street;
  return {
    street: (box === '' || street === '' ? numbered : `${numbered} bus ${box}`).trim().slice(0, 160),
    postalCode: postalCode.slice(0, 12),
    city: city.slice(0, 80),
    country: readCountry(country),
  };
}

const countries: Readonly<Record<string, string>> = {
  belgie: 'BE',
  belgique: 'BE',
  belgium: 'BE',
  b: 'BE',
  nederland: 'NL',
  'pays bas': 'NL',
  netherlands: 'NL',
  frankrijk: 'FR',
  france: 'FR',
  duitsland: 'DE',
  allemagne: 'DE',
  germany: 'DE',
  luxemburg: 'LU',
  luxembourg: 'LU',
};

function readCountry(text: string): string {
  const plain = normaliseText(text);
  return countries[plain] ?? (/^[a-z]{2}$/.test(plain) ? plain.toUpperCase() : 'BE');
}

function readLanguage(text: string): Language | null {
  const plain = normaliseText(text);
  if (/^(?:n|nl|ned|nederlands|neerlandais|dutch)$/.test(plain)) return 'nl';
  if (/^(?:f|fr|frans|francais|french)$/.test(plain)) return 'fr';
  if (/^(?:e|en|engels|anglais|english)$/.test(plain)) return 'en';
  return null;
}

const emailShape = /^[^\s@,;<>()"']+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/i;

/** The first address of the cell; null with a note when it is none. */
function readEmail(text: string, notes: string[]): string | null {
  if (text === '' || text === '0' || text === '-') return null;
  const first = text.split(/[;,\s]+/).find((part) => part !== '') ?? '';
  const address = first.replace(/^mailto:/i, '').replace(/^<|>$/g, '');
  if (address.length <= 254 && emailShape.test(address) && !address.includes('..')) return address;
  notes.push(`e-mailadres “${text}” klopt niet en werd leeg gelaten`);
  return null;
}
