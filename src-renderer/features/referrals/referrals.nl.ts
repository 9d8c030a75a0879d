import type { Language } from '#shared/api/schemas.ts';
import type { Referral, ReferralPartnerKind, Shareable } from '#shared/referrals/contract.ts';

type Outcome = NonNullable<Referral['outcome']>;

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  helped: 'Geholpen',
  notHelped: 'Niet geholpen',
  notReached: 'Niet bereikt',
  withdrawn: 'Ouder wil niet meer',
};

export const kindWords: Readonly<Record<ReferralPartnerKind, string>> = {
  ocmw: 'OCMW',
  homeVisits: 'Huisbezoeken',
  mediator: 'Schuldbemiddeling',
  foundation: 'Stichting',
  association: 'Vereniging',
  other: 'Andere',
};

export const shareableNames: Readonly<Record<Shareable, string>> = {
  name: 'naam',
  phone: 'telefoonnummer',
  email: 'e-mailadres',
  address: 'adres',
  openAmount: 'bedrag dat openstaat',
  plan: 'afspraken over gespreid betalen',
};

export const languageNames: Readonly<Record<Language, string>> = { nl: 'Nederlands', fr: 'Frans', en: 'Engels' };

export const referralsTexts = {
  intro:
    'Naar wie u ouders kunt doorverwijzen, en bij wie u nog zou vragen hoe het ging. Zonder ondertekende toestemming verlaat niets over een gezin de school.',

  followUps: 'Opvolgen',
  noFollowUps: 'Er is niets op te volgen. Doorverwijzen doet u vanuit het dossier van een gezin.',
  withClosed: 'Ook afgesloten tonen',
  columns: {
    family: 'Gezin',
    partner: 'Partner',
    on: 'Navragen op',
    outcome: 'Hoe ging het?',
    kind: 'Soort',
    offers: 'Wat ze doen',
    contact: 'Contact',
    actions: 'Acties',
  },
  due: 'vandaag of vroeger',
  outcome: 'Hoe ging het?',
  outcomeOf: (payer: string, partner: string) => `Hoe ging het met ${payer} bij ${partner}?`,
  closeAs: (outcome: string) => `${outcome}: afsluiten`,
  later: 'Met een nota, of later opnieuw vragen …',
  laterChoice: 'Nog bezig, later opnieuw vragen',
  closes: 'De doorverwijzing wordt afgesloten; er kan dan niets meer doorgegeven worden.',
  again: 'Opnieuw vragen op',
  note: 'Nota',
  save: 'Bewaren',
  closed: (outcome: string) => `Genoteerd: ${outcome.toLowerCase()}. De doorverwijzing is afgesloten.`,
  putOff: 'U krijgt dit op die dag opnieuw te zien.',
  closedOn: 'Afgesloten op',
  reopen: 'Heropenen',
  reopenOf: (payer: string, partner: string) => `Doorverwijzing van ${payer} naar ${partner} heropenen`,
  reopened: 'De doorverwijzing loopt opnieuw; ze staat terug bij Opvolgen.',

  partners: 'Partners',
  noPartners:
    'Er zijn nog geen partners. Zet hier het OCMW, de brugfiguur of de vereniging bij wie ouders terechtkunnen.',
  example: 'voorbeeld: vul aan',
  addPartner: 'Partner toevoegen',
  changePartner: 'Partner wijzigen',
  change: 'Wijzigen',
  changeOf: (name: string) => `${name}: wijzigen`,
  remove: 'Verwijderen',
  removeOf: (name: string) => `${name}: verwijderen`,
  removed: (name: string) => `${name} staat niet meer in de lijst. Doorverwijzingen blijven in de dossiers.`,
  withRemoved: 'Ook verwijderde tonen',
  isRemoved: 'verwijderd',
  restore: 'Terugzetten',
  restoreOf: (name: string) => `${name}: terugzetten`,
  restored: (name: string) => `${name} staat terug in de lijst.`,
  partnerSaved: 'De partner is bewaard.',
  name: 'Naam',
  kind: 'Soort',
  offers: 'Wat ze doen',
  offersHint: 'In woorden voor een ouder; dit komt op het blad.',
  needs: 'Wat de ouder meebrengt',
  contactName: 'Contactpersoon',
  phone: 'Telefoon',
  email: 'E-mail',
  website: 'Website',
  address: 'Adres',
  fillIn: 'Vul dit in.',

  sheet: 'Blad voor de ouder',
  sheetText: 'Wie kan helpen, waarmee, en wat de ouder meebrengt. Zonder namen van het gezin en zonder bedragen.',
  sheetPartners: 'Wie komt erop?',
  sheetLanguage: 'Taal',
  sheetMake: 'Blad maken (PDF)',
  school: 'School',

  card: 'Doorverwijzingen',
  refer: 'Doorverwijzen',
  referText: 'U vertelt de ouder waar hulp is. Er vertrekt niets naar de partner.',
  whom: 'Welke ouder?',
  partner: 'Partner',
  followUpOn: 'Navragen op',
  followUpHint: 'Die dag staat het op de lijst van Vandaag.',
  opened: 'De doorverwijzing is genoteerd.',
  openOf: (payer: string, partner: string) => `Doorverwijzing van ${payer} naar ${partner} openen`,
  drawerTitle: 'Doorverwijzing',

  permission: 'Toestemming',
  permissionNone: 'Er is geen toestemming. Er mag niets doorgegeven worden.',
  permissionEnded: 'De toestemming is ingetrokken of ouder dan zes maanden. Er mag niets meer doorgegeven worden.',
  permissionOn: 'Toestemming van',
  what: 'Wat mag doorgegeven worden?',
  form: 'Formulier maken (PDF)',
  record: 'Getekende toestemming',
  recordText: 'Vink aan wat op het getekende formulier staat.',
  signedOn: 'Getekend op',
  recordButton: 'Toestemming bewaren',
  recorded: 'De toestemming is bewaard in het dossier.',
  share: 'Gegevens doorgeven (bestand)',
  shareText: 'U krijgt een bestand met alleen wat de toestemming dekt; dat en wanneer het gebeurde, blijft bewaard.',
  shared: 'Het bestand voor de partner is gemaakt en genoteerd.',
  sharedWhat: 'Doorgegeven',
  sharedOn: 'Doorgegeven op',
  withdraw: 'Toestemming intrekken',
  withdrawText: 'Vanaf nu wordt niets meer doorgegeven. Wat al doorgegeven is, blijft genoteerd.',
  withdrawn: 'De toestemming is ingetrokken.',
};
