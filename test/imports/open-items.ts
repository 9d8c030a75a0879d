import { csv, type GivenFile } from './importing.ts';

const headings = [
  'Factuurnr',
  'Stamnr',
  'Naam',
  'Klas',
  'School',
  'Notagroep',
  'Factuurdatum',
  'Vervaldatum',
  'OGM',
  'Bedrag',
  'Openstaand',
];
export const ogm = '+++010/8068/17183+++';

/** An export of open items: number, student number, name, class, total, open, and what differs from the ordinary. */
export function openItems(...invoices: readonly (readonly string[])[]): GivenFile {
  const rows = invoices.map(
    ([
      number = '',
      student = '',
      name = '',
      className = '',
      total = '',
      open = '',
      due = '31/10/2026',
      group = 'maandrekening',
      reference = '',
    ]) => [number, student, name, className, 'basisschool  de WILG', group, '30/09/2026', due, reference, total, open],
  );
  return { name: 'openstaand.csv', content: csv(headings, ...rows) };
}

/** Three pupils, two of whom have the same name. */
export const threePupils: GivenFile = {
  name: 'leerlingen.csv',
  content: csv(
    ['Stamnr', 'Naam', 'Voornaam', 'Geboortedatum', 'Klas', 'School', 'Moeder naam', 'Moeder voornaam'],
    ['0101', 'Abeel', 'Noor', '3/2/2016', '3A', 'Basisschool De Wilg', 'Den', 'An'],
    ['0102', 'Berk', 'Sam', '4/5/2016', '3A', 'Basisschool De Wilg', 'Berk', 'Els'],
    ['0103', 'Berk', 'Sam', '6/7/2014', '5B', 'Basisschool De Wilg', 'Eik', 'Ria'],
  ),
};

/** The list of September: open, partly paid, and a credit note. */
export const september = openItems(
  ['2026-1', '101', '', '', '69,25', '69,25', '31/10/2026', 'maandrekening', ogm],
  ['2026-2', '', 'Berk Sam', '3A', '40,00', '25,00'],
  ['2026-3', '0103', '', '', '-10,00', '-10,00'],
);
