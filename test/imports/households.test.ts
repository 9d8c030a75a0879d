import { describe, expect, it } from 'vitest';
import {
  householdName,
  type KnownHousehold,
  proposeHouseholds,
  type PupilToPlace,
} from '#shared/imports/propose-households.ts';
import type { PayerRow } from '#shared/imports/read-pupil-row.ts';

const nowhere = { street: '', postalCode: '', city: '', country: 'BE' };

function parent(name: string, facts: Partial<PayerRow> = {}): PayerRow {
  const [firstName = '', lastName = ''] = name.split(' ');
  return {
    relation: 'parent',
    firstName,
    lastName,
    email: null,
    phone: null,
    language: null,
    addressIsOwn: true,
    ...nowhere,
    ...facts,
  };
}

let row = 1;
function pupil(name: string, payers: PayerRow[], facts: Partial<PupilToPlace> = {}): PupilToPlace {
  const [firstName = '', lastName = ''] = name.split(' ');
  row += 1;
  return { rowNumber: row, firstName, lastName, birthDate: null, address: nowhere, payers, ...facts };
}

/** The first names of who is proposed together. */
function families(pupils: readonly PupilToPlace[], existing: readonly KnownHousehold[] = []): string[] {
  const proposals = proposeHouseholds(pupils, existing);
  const groups = new Map<string, string[]>();
  for (const { rowNumber, firstName } of pupils) {
    const key = proposals.get(rowNumber)?.key ?? '';
    groups.set(key, [...(groups.get(key) ?? []), firstName]);
  }
  return [...groups.values()].map((names) => names.join('+'));
}

const street = { ...nowhere, street: 'Wilgenlaan 1', postalCode: '9000', city: 'Gent' };

describe('proposed households', () => {
  it('puts siblings together by parents, e-mail, phone, or name and address', () => {
    const both = [parent('An Den'), parent('Bo Abeel')];
    expect(families([pupil('Noor Abeel', both), pupil('Tibo Abeel', both)])).toEqual(['Noor+Tibo']);
    expect(
      families([
        pupil('Noor Abeel', [parent('An Den', { email: 'An@den.be' })]),
        pupil('Tibo Den', [parent('Anne Den', { email: 'an@den.be' })]),
      ]),
    ).toEqual(['Noor+Tibo']);
    expect(
      families([
        pupil('Noor Abeel', [parent('An Den', { phone: '+32 470 12 34 56' })]),
        pupil('Tibo Den', [parent('Annie Den', { phone: '0470/12.34.56' })]),
      ]),
    ).toEqual(['Noor+Tibo']);
    expect(
      families([
        pupil('Noor Abeel', [], { address: street }),
        pupil('Tibo Abeel', [], { address: { ...street, street: 'wilgenlaan  1' } }),
      ]),
    ).toEqual(['Noor+Tibo']);
  });

  it('keeps families apart that only share a street, a name, or a house of cousins', () => {
    expect(
      families([pupil('Noor Abeel', [], { address: street }), pupil('Sam Berk', [], { address: street })]),
    ).toEqual(['Noor', 'Sam']);
    expect(families([pupil('Noor Abeel', [parent('An Den')]), pupil('Tibo Abeel', [parent('An Den')])])).toEqual([
      'Noor',
      'Tibo',
    ]);
    const cousins = [
      pupil('Noor Abeel', [parent('Bo Abeel', street)]),
      pupil('Sam Abeel', [parent('Rik Abeel', street)]),
    ];
    expect(families(cousins)).toEqual(['Noor', 'Sam']);
  });

  it('keeps separated parents in one household', () => {
    const mother = parent('An Den', { ...street, email: 'an@den.be' });
    const father = parent('Bo Abeel', { ...nowhere, street: 'Elders 5', postalCode: '8000', email: 'bo@abeel.be' });
    const proposals = proposeHouseholds([pupil('Noor Abeel', [mother, father]), pupil('Tibo Abeel', [father])], []);
    expect([...proposals.values()].map(({ sentence }) => sentence)).toEqual([
      'nieuw gezin Abeel–Den',
      'bij nieuw gezin Abeel–Den (zelfde ouder als Noor)',
    ]);
  });

  it('joins three rows through the one in the middle', () => {
    const first = parent('An Den', { email: 'an@den.be' });
    const second = parent('Bo Abeel', { phone: '0470 12 34 56' });
    expect(
      families([pupil('Noor Den', [first]), pupil('Tibo Abeel', [second]), pupil('Lou Abeel', [first, second])]),
    ).toEqual(['Noor+Tibo+Lou']);
  });

  it('does not make one family of everyone with the address of the office', () => {
    const office = { email: 'secretariaat@school.be' };
    const pupils = ['Abeel', 'Berk', 'Ceder', 'Den', 'Eik', 'Fluweelboom'].map((name) =>
      pupil(`Kind${name} ${name}`, [parent(`Ouder ${name}`, office)]),
    );
    expect(families(pupils)).toHaveLength(6);
  });

  it('goes to the household that exists, and names the other one that fits', () => {
    const household = (id: number, name: string, payer: PayerRow): KnownHousehold => ({
      id,
      name,
      pupils: [],
      payers: [payer],
    });
    const mother = parent('An Den', { email: 'an@den.be' });
    const father = parent('Bo Abeel', { email: 'bo@abeel.be' });
    const [proposal] = proposeHouseholds(
      [pupil('Noor Abeel', [mother, father])],
      [household(7, 'Den', mother), household(9, 'Abeel', father)],
    ).values();
    expect(proposal).toMatchObject({
      householdId: 7,
      sentence: 'bij gezin Den (zelfde e-mailadres)',
      alsoFits: ['Abeel'],
    });
  });

  it('finds the same child in another school of the board', () => {
    const known: KnownHousehold = {
      id: 3,
      name: 'Abeel',
      pupils: [{ firstName: 'Noor', lastName: 'Abeel', birthDate: '2014-02-03' }],
      payers: [],
    };
    const [proposal] = proposeHouseholds([pupil('Noor Abeel', [], { birthDate: '2014-02-03' })], [known]).values();
    expect(proposal).toMatchObject({ householdId: 3, sentence: 'bij gezin Abeel (zelfde leerling als Noor)' });
  });

  it('names a household after pupil and parents', () => {
    expect(householdName([pupil('Noor Abeel', [parent('An Den'), parent('Bo Abeel'), parent('Cas Eik')])])).toBe(
      'Abeel–Den',
    );
  });
});
