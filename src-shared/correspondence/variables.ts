import type { VariableDescription } from './contract.ts';
import { nearestKey } from './nearest.ts';

const inline = [
  // pupil
  {
    name: 'LEERLING',
    group: 'pupil',
    description: 'Naam van de leerling; bij meer kinderen alle namen.',
    example: 'Noor Abeel',
    aliases: ['NAAM_LEERLING', 'LEERLINGNAAM', 'KIND', 'ELEVE', 'PUPIL', 'STUDENT'],
  },
  {
    name: 'LEERLINGEN',
    group: 'pupil',
    description: 'Namen van alle kinderen met een openstaande factuur.',
    example: 'Noor en Lou Abeel',
    aliases: ['NAMEN_LEERLINGEN', 'KINDEREN', 'ELEVES', 'PUPILS'],
  },
  {
    name: 'VOORNAAM_LEERLING',
    group: 'pupil',
    description: 'Voornaam van de leerling; bij meer kinderen alle voornamen.',
    example: 'Noor',
    aliases: ['LEERLING_VOORNAAM', 'VOORNAAM', 'VOORNAMEN', 'VOORNAAM_KIND', 'PRENOM_ELEVE'],
  },
  {
    name: 'KLAS',
    group: 'pupil',
    description: 'Klas van de leerling; bij meer kinderen alle klassen.',
    example: '3A',
    aliases: ['KLASSEN', 'KLAS_LEERLING', 'CLASSE', 'CLASS'],
  },
  // school
  {
    name: 'SCHOOL',
    group: 'school',
    description: 'Naam van de school.',
    example: 'Basisschool De Wilg',
    aliases: ['NAAM_SCHOOL', 'SCHOOLNAAM', 'ECOLE'],
  },
  {
    name: 'SCHOOLBESTUUR',
    group: 'school',
    description: 'Naam van het schoolbestuur; zonder bestuur de naam van de school.',
    example: 'Scholengroep De Wilg vzw',
    aliases: ['BESTUUR', 'INRICHTENDE_MACHT', 'POUVOIR_ORGANISATEUR', 'BOARD'],
  },
  {
    name: 'ADRES_SCHOOL',
    group: 'school',
    description: 'Straat en gemeente van de school.',
    example: 'Wilgenlaan 1, 9000 Gent',
    aliases: ['SCHOOLADRES', 'ADRESSE_ECOLE', 'SCHOOL_ADDRESS'],
  },
  {
    name: 'ONDERNEMINGSNUMMER',
    group: 'school',
    description: 'KBO-nummer van de school; verplicht in een eerste herinnering.',
    example: '0123.456.749',
    aliases: ['KBO', 'KBO_NUMMER', 'NUMERO_BCE', 'BCE', 'ENTERPRISE_NUMBER'],
  },
  {
    name: 'CONTACTPERSOON',
    group: 'school',
    description: 'Wie ouders kunnen aanspreken; zonder naam het secretariaat.',
    example: 'Els Maes',
    aliases: ['CONTACT', 'CONTACT_PERSOON', 'NAAM_CONTACT', 'PERSONNE_DE_CONTACT', 'CONTACT_PERSON'],
  },
  {
    name: 'TELEFOON_CONTACT',
    group: 'school',
    description: 'Telefoon van de contactpersoon, anders die van de school.',
    example: '09 123 45 67',
    aliases: ['TELEFOON', 'CONTACT_TELEFOON', 'TEL', 'TELEFOONNUMMER', 'TELEPHONE', 'PHONE'],
  },
  {
    name: 'EMAIL_CONTACT',
    group: 'school',
    description: 'E-mailadres van de contactpersoon, anders dat van de school.',
    example: 'els.maes@dewilg.example',
    aliases: ['EMAIL', 'E_MAIL', 'CONTACT_EMAIL', 'MAIL', 'MAIL_CONTACT', 'MAILADRES', 'COURRIEL'],
  },
  {
    name: 'ZIN_CONTACT',
    group: 'school',
    description: 'Volledige zin met contactpersoon, telefoon en e-mail; laat weg wat de school niet invulde.',
    example: 'U kunt terecht bij Els Maes: 09 123 45 67 of els.maes@dewilg.example.',
    aliases: ['CONTACTZIN', 'CONTACT_ZIN', 'CONTACTGEGEVENS', 'PHRASE_CONTACT'],
  },
  {
    name: 'ZIN_GESPREID_BETALEN',
    group: 'school',
    description: 'De zin dat gespreid betalen kan; staat ook onder elk bericht.',
    example: 'Gespreid betalen is mogelijk.',
    aliases: ['GESPREID_BETALEN', 'SPREIDING', 'GESPREIDE_BETALING', 'PAIEMENT_ETALE', 'SPREAD_PAYMENT'],
  },
  {
    name: 'DATUM',
    group: 'school',
    description: 'Datum van het bericht.',
    example: '24 november 2026',
    aliases: ['VANDAAG', 'DATUM_VANDAAG', 'DATE'],
  },
  // payer
  {
    name: 'AANSPREKING',
    group: 'payer',
    description: 'Beleefde aanhef zonder komma; bij twee betalers beide namen.',
    example: 'Beste mevrouw Abeel',
    aliases: ['AANHEF', 'AANSPREEKTITEL', 'BRIEFAANHEF', 'SALUTATION', 'APPEL'],
  },
  {
    name: 'BETALER',
    group: 'payer',
    description: 'Naam van de betaler; bij twee betalers beide namen.',
    example: 'Sofie Abeel',
    aliases: ['NAAM_BETALER', 'OUDER', 'OUDERS', 'NAAM_OUDER', 'NAAM_OUDERS', 'DEBITEUR', 'PAYEUR', 'PAYER'],
  },
  // amounts
  {
    name: 'TOTAAL',
    group: 'amounts',
    description: 'Wat nu te betalen is: vervallen facturen min tegoed.',
    example: '€ 125,40',
    aliases: [
      'TOTAALBEDRAG',
      'TOTAAL_BEDRAG',
      'BEDRAG',
      'SALDO',
      'OPENSTAAND_BEDRAG',
      'TE_BETALEN',
      'TOTAL',
      'MONTANT',
    ],
  },
  {
    name: 'VERVALLEN_BEDRAG',
    group: 'amounts',
    description: 'Som van de vervallen facturen, voor het tegoed eraf gaat.',
    example: '€ 137,90',
    aliases: ['BEDRAG_VERVALLEN', 'ACHTERSTAND', 'VERVALLEN', 'MONTANT_ECHU'],
  },
  {
    name: 'AANTAL_FACTUREN',
    group: 'amounts',
    description: 'Hoeveel facturen vervallen zijn.',
    example: '3',
    aliases: ['AANTAL', 'NOMBRE_DE_FACTURES'],
  },
  {
    name: 'OUDSTE_VERVALDATUM',
    group: 'amounts',
    description: 'Vervaldatum van de oudste factuur die nog openstaat.',
    example: '30/09/2026',
    aliases: ['VERVALDATUM', 'EERSTE_VERVALDATUM', 'OUDSTE_VERVALDAG', 'VERVALDAG', 'PLUS_ANCIENNE_ECHEANCE'],
  },
  // payment
  {
    name: 'BETAAL_VOOR',
    group: 'payment',
    description: 'Uiterste datum om te betalen: vandaag plus de termijn van de school.',
    example: '8 december 2026',
    aliases: ['BETALEN_VOOR', 'BETAALDATUM', 'UITERSTE_DATUM', 'UITERSTE_BETAALDATUM', 'DATE_LIMITE', 'PAY_BEFORE'],
  },
  {
    name: 'TERMIJN_DAGEN',
    group: 'payment',
    description: 'Termijn van de school in dagen.',
    example: '14',
    aliases: ['TERMIJN', 'BETAALTERMIJN', 'DAGEN', 'DELAI', 'TERM_DAYS'],
  },
  {
    name: 'IBAN',
    group: 'payment',
    description: 'Rekeningnummer van de school.',
    example: 'BE49 9990 0000 0171',
    aliases: ['REKENING', 'REKENINGNUMMER', 'REKENING_SCHOOL', 'COMPTE', 'ACCOUNT'],
  },
  {
    name: 'BEGUNSTIGDE',
    group: 'payment',
    description: 'Naam van de rekeninghouder.',
    example: 'Scholengroep De Wilg vzw',
    aliases: ['REKENINGHOUDER', 'BENEFICIAIRE', 'BENEFICIARY'],
  },
  {
    name: 'OGM',
    group: 'payment',
    description: 'Gestructureerde mededeling; zonder OGM de vrije mededeling uit het betaalblok.',
    example: '+++123/4567/89002+++',
    aliases: ['MEDEDELING', 'GESTRUCTUREERDE_MEDEDELING', 'VCS', 'COMMUNICATION', 'REFERENTIE', 'REFERENCE'],
  },
] as const satisfies readonly Omit<VariableDescription, 'kind'>[];

const blocks = [
  {
    name: 'OPENSTAANDE_FACTUREN',
    group: 'amounts',
    description: 'Tabel met alle vervallen facturen, per kind, met totaal; wat nog niet vervallen is, staat apart.',
    example: 'Tabel: factuur, datum, vervaldatum, omschrijving, openstaand bedrag, totaal',
    aliases: [
      'OPENSTAANDE_FACTUUR',
      'OPEN_FACTUREN',
      'FACTUREN',
      'OVERZICHT_FACTUREN',
      'OPENSTAANDE_REKENINGEN',
      'OPENSTAANDE_SCHOOLREKENINGEN',
      'FACTURES_OUVERTES',
      'FACTURES_IMPAYEES',
      'OPEN_INVOICES',
      'OUTSTANDING_INVOICES',
    ],
  },
  {
    name: 'BETAALBLOK',
    group: 'payment',
    description: 'Kader met bedrag, begunstigde, IBAN, mededeling en QR-code om te betalen.',
    example: 'Kader met bedrag, IBAN, OGM en QR-code',
    aliases: ['BETAALKADER', 'BETAALGEGEVENS', 'BETAALINFO', 'OVERSCHRIJVING', 'BLOC_DE_PAIEMENT', 'PAYMENT_BOX'],
  },
  {
    name: 'QR',
    group: 'payment',
    description: 'Alleen de QR-code om te betalen, zonder kader.',
    example: 'QR-code',
    aliases: ['QR_CODE', 'QRCODE', 'BETAAL_QR', 'QR_BETALING'],
  },
] as const satisfies readonly Omit<VariableDescription, 'kind'>[];

export type InlineVariable = (typeof inline)[number]['name'];
export type BlockVariable = (typeof blocks)[number]['name'];
export type Variable =
  | { readonly kind: 'inline'; readonly name: InlineVariable }
  | { readonly kind: 'block'; readonly name: BlockVariable };

/** Everything a text can say about a payer, in the order of the editor's menu. Examples are invented. */
export const variableCatalogue: readonly VariableDescription[] = [
  ...inline.map((variable) => ({ ...variable, kind: 'inline' as const, aliases: [...variable.aliases] })),
  ...blocks.map((variable) => ({ ...variable, kind: 'block' as const, aliases: [...variable.aliases] })),
];

/** Variables that would bring an amount or a debt into the subject of a mail, which is readable on a locked screen. */
export const refusedInSubject: ReadonlySet<string> = new Set(
  variableCatalogue
    .filter((variable) => variable.kind === 'block' || variable.group === 'amounts' || variable.group === 'payment')
    .map((variable) => variable.name),
);

function normalise(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

const byKey: ReadonlyMap<string, Variable> = new Map(
  [
    ...inline.map((variable) => ({ kind: 'inline', ...variable }) as const),
    ...blocks.map((variable) => ({ kind: 'block', ...variable }) as const),
  ].flatMap((variable) => {
    const found = { kind: variable.kind, name: variable.name } as Variable;
    return [variable.name, ...variable.aliases].map((spelling): [string, Variable] => [normalise(spelling), found]);
  }),
);

/**
 * The variable a user means. Case, spaces, underscores, hyphens and accents do not count, and old and foreign spellings
 * are known; anything else is undefined, so a typing error never becomes a guess.
 */
export function resolveVariable(name: string): Variable | undefined {
  return byKey.get(normalise(name));
}

/** The known variable (without dollars) nearest to an unknown name, or null when nothing is near. */
export function nearestVariable(name: string): string | null {
  const key = nearestKey(normalise(name), byKey.keys());
  return (key === undefined ? undefined : byKey.get(key)?.name) ?? null;
}
