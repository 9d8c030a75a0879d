import type { Phrases } from './phrases.ts';
import { dutchPlan } from './plan-phrases-nl.ts';

/** Dutch as a Flemish school writes it: u-form, short sentences. */
export const dutch: Phrases = {
  and: 'en',
  months: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  date: (day, month, year) => `${day} ${month} ${year}`,
  greeting: (people) =>
    people
      .map((person, index) => {
        const dear = index === 0 ? 'Beste' : 'beste';
        if (person.salutation === 'madam') return `${dear} mevrouw ${person.lastName}`;
        if (person.salutation === 'sir') return `${dear} heer ${person.lastName}`;
        return `${dear} ${person.firstName} ${person.lastName}`.replace(/\s+/g, ' ');
      })
      .join(', '),
  greetingUnknown: 'Geachte mevrouw, geachte heer',
  office: 'het schoolsecretariaat',
  contact: ({ name, phone, email }) => {
    const ways = [phone ? `bel ${phone}` : '', email ? `mail naar ${email}` : ''].filter((way) => way !== '');
    return `U kunt terecht bij ${name ?? 'het schoolsecretariaat'}${ways.length > 0 ? `: ${ways.join(' of ')}` : ''}.`;
  },
  contactShort: ({ name, phone, email }) =>
    `Vragen? Contacteer ${[name ?? 'het schoolsecretariaat', phone, email].filter(Boolean).join(', ')}.`,
  spreadPayment: 'Gespreid betalen is mogelijk: we zoeken samen een regeling die voor u haalbaar is.',
  costs: (lumpSum, payBefore) =>
    lumpSum === null
      ? 'Deze herinnering is gratis en er komen geen kosten bij.'
      : `Betaalt u niet vóór of op ${payBefore}, dan kan de school u een schadevergoeding van ${lumpSum} aanrekenen.`,
  messageFrom: (school) => `Dit is een bericht van ${school}.`,
  attention: (name) => `t.a.v. ${name}`,
  ourReference: (number) => `Ons kenmerk: ${number}`,
  concerning: (payers, pupils) => `Dossier: ${payers}. Leerling: ${pupils}.`,
  enterpriseNumber: 'Ondernemingsnummer (KBO)',
  phone: 'Tel.',
  countries: { NL: 'NEDERLAND', FR: 'FRANKRIJK', DE: 'DUITSLAND', LU: 'LUXEMBURG', GB: 'VERENIGD KONINKRIJK' },
  pageLabel: 'Pagina {page} van {pages}',
  table: {
    number: 'Factuur',
    issueDate: 'Datum',
    dueDate: 'Vervaldatum',
    billingGroup: 'Omschrijving',
    open: 'Openstaand',
    ownShare: 'Uw deel',
    subtotal: 'Subtotaal',
    total: 'Totaal te betalen',
    upcoming: 'Ter informatie: nog niet vervallen',
    pupil: 'Leerling',
    credit: 'Tegoed',
  },
  nothingDue: 'Er zijn geen vervallen facturen.',
  nothingToPay: 'U hoeft op dit moment niets te betalen.',
  payment: {
    title: 'Betalen',
    amount: 'Bedrag',
    beneficiary: 'Begunstigde',
    iban: 'Rekeningnummer (IBAN)',
    reference: 'Mededeling',
    scan: 'Scan deze code met uw bankapp',
  },
  invoiceCommunication: (number) => `Factuur ${number}`,
  pupilCommunication: (pupils) => `Schoolrekening ${pupils}`,
  plan: dutchPlan,
};
