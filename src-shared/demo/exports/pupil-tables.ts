import type { DemoGroup, DemoPayer, DemoPupil } from '../group.ts';
import { type ExportColumn, type ExportTable, makeTable } from './table.ts';

type PupilRow = {
  readonly pupil: DemoPupil;
  readonly school: string;
  readonly payers: readonly DemoPayer[];
};

const relationWords = {
  mother: 'Moeder',
  father: 'Vader',
  parent: 'Ouder',
  guardian: 'Voogd',
  self: 'Zelf',
  other: 'Andere',
} as const;

/**
 * Pupils with LPV1 and LPV2 (leerplichtverantwoordelijke), in the manner of Informat's Excel files. Source:
 * facts/imports.md A.
 */
export function lpvTable(group: DemoGroup): ExportTable {
  return makeTable(
    'Leerlingen',
    [
      ['Stamnr.', ({ pupil }) => pupil.studentNumber],
      ['Naam', ({ pupil }) => pupil.lastName],
      ['Voornaam', ({ pupil }) => pupil.firstName],
      ['Geboortedatum', ({ pupil }) => ({ date: pupil.birthDate })],
      ['Klas', ({ pupil }) => pupil.className],
      ['School', ({ school }) => school],
      ['Vestiging', ({ pupil }) => pupil.site ?? ''],
      ['Uitgeschreven op', ({ pupil }) => (pupil.leftOn === null ? '' : { date: pupil.leftOn })],
      ['Straat', ({ payers }) => payers[0]?.address.street ?? ''],
      ['Nr', ({ payers }) => payers[0]?.address.houseNumber ?? ''],
      ['Bus', ({ payers }) => payers[0]?.address.box ?? ''],
      ['Postcode', ({ payers }) => payers[0]?.address.postalCode ?? ''],
      ['Gemeente', ({ payers }) => payers[0]?.address.city ?? ''],
      ...lpvColumns(1),
      ...lpvColumns(2),
    ],
    pupilRows(group),
  );
}

function lpvColumns(slot: 1 | 2): ExportColumn<PupilRow>[] {
  const column = (title: string, cell: (payer: DemoPayer) => string | null): ExportColumn<PupilRow> => [
    `LPV${slot} ${title}`,
    ({ payers }) => {
      const payer = payers[slot - 1];
      return (payer && cell(payer)) ?? '';
    },
  ];
  return [
    column('type', ({ relation }) => relationWords[relation]),
    column('naam', ({ lastName }) => lastName),
    column('voornaam', ({ firstName }) => firstName),
    column('straat', ({ address }) => address.street),
    column('nr', ({ address }) => address.houseNumber),
    column('bus', ({ address }) => address.box),
    column('postcode', ({ address }) => address.postalCode),
    column('gemeente', ({ address }) => address.city),
    column('e-mail', ({ email }) => email),
    column('gsm', ({ phone }) => phone),
    column('taal', ({ language }) => language.toUpperCase()),
  ];
}

/**
 * Pupils with six co-accounts, in the manner of Smartschool: empty slots carry type 0 and there are gaps. Source:
 * facts/imports.md section 7.
 */
export function coaccountTable(group: DemoGroup): ExportTable {
  return makeTable(
    'Leerlingen',
    [
      ['voornaam', ({ pupil }) => pupil.firstName],
      ['naam', ({ pupil }) => pupil.lastName],
      ['gebruikersnaam', ({ pupil }) => `leerling${pupil.id}`],
      ['internnummer', ({ pupil }) => String(pupil.id)],
      ['stamboeknummer', ({ pupil }) => pupil.studentNumber],
      ['geboortedatum', ({ pupil }) => ({ date: pupil.birthDate })],
      ['klas', ({ pupil }) => pupil.className],
      ['school', ({ school }) => school],
      ['vestiging', ({ pupil }) => pupil.site ?? ''],
      ['straat', ({ payers }) => payers[0]?.address.street ?? ''],
      ['huisnummer', ({ payers }) => payers[0]?.address.houseNumber ?? ''],
      ['busnummer', ({ payers }) => payers[0]?.address.box ?? ''],
      ['postcode', ({ payers }) => payers[0]?.address.postalCode ?? ''],
      ['woonplaats', ({ payers }) => payers[0]?.address.city ?? ''],
      ...[1, 2, 3, 4, 5, 6].flatMap(coaccountColumns),
    ],
    pupilRows(group),
  );
}

function coaccountColumns(slot: number): ExportColumn<PupilRow>[] {
  const column = (title: string, cell: (payer: DemoPayer) => string | null, empty = ''): ExportColumn<PupilRow> => [
    `${title}_coaccount${slot}`,
    (row) => {
      const payer = payerInSlot(row, slot);
      return (payer ? cell(payer) : empty) ?? '';
    },
  ];
  return [
    column('voornaam', ({ firstName }) => firstName),
    column('naam', ({ lastName }) => lastName),
    column('email', ({ email }) => email),
    column('telefoonnummer', () => ''),
    column('mobielnummer', ({ phone }) => phone),
    column('type', ({ relation }) => relationWords[relation], '0'),
  ];
}

/** The second parent sits in the second slot, or, for one household in three, in the third: a gap. */
function payerInSlot({ pupil, payers }: PupilRow, slot: number): DemoPayer | undefined {
  const secondSlot = pupil.householdId % 3 === 0 ? 3 : 2;
  return slot === 1 ? payers[0] : slot === secondSlot ? payers[1] : undefined;
}

/** By school, class and name, as a class list is printed. */
function pupilRows(group: DemoGroup): PupilRow[] {
  const schools = new Map(group.schools.map(({ id, details }) => [id, details.name]));
  const payers = Map.groupBy(group.payers, ({ householdId }) => householdId);
  return group.pupils
    .map((pupil) => ({
      key: [String(pupil.schoolId).padStart(4, '0'), pupil.className, pupil.lastName, pupil.studentNumber].join('\t'),
      row: { pupil, school: schools.get(pupil.schoolId) ?? '', payers: payers.get(pupil.householdId) ?? [] },
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}
