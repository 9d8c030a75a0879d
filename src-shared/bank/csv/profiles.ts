import type { CsvProfile } from './fields.ts';

// Dutch headings of all six, French of ING, BNP Paribas Fortis and Belfius and English of KBC are those of real files
// (facts/imports.md); the other translations follow the screens of the banks. Case, accents and signs do not count.

/**
 * The banks whose CSV is known. A column is found by its heading, never by its place; a heading that is not here is left
 * alone. A new layout of a bank is one more heading.
 */
export const csvProfiles: readonly CsvProfile[] = [
  {
    bank: 'KBC',
    signature: 'Rubrieknaam | Nom de la rubrique | Heading | gestructureerde mededeling | standard-format reference',
    columns: {
      account: 'Rekeningnummer | Numéro de compte | Account number',
      currency: 'Munt | Devise | Currency',
      bookingDate: 'Datum | Date',
      type: 'Omschrijving | Description | Libellé',
      valueDate: 'Valuta | Valutadatum | Valeur | Date valeur | Value date',
      amount: 'Bedrag | Montant | Amount',
      counterpartyAccount:
        'rekeningnummer tegenpartij | Rekening tegenpartij | Numéro de compte contrepartie | ' +
        "Compte contrepartie | counterparty's account number",
      counterpartyName: 'Naam tegenpartij | Nom contrepartie | Counterparty name',
      structured: 'gestructureerde mededeling | Communication structurée | standard-format reference',
      communication: 'Vrije mededeling | Communication libre | Free-format reference',
      ignored:
        'Rubrieknaam | Naam | Afschriftnummer | Saldo | credit | debet | Adres tegenpartij | ' +
        "BIC tegenpartij | BIC code tegenpartij | Nom de la rubrique | Nom | Numéro d'extrait | " +
        'Solde | crédit | débit | BIC contrepartie | Adresse contrepartie | Heading | Name | ' +
        'Statement number | Balance | debit | Counterparty BIC | Counterparty address',
    },
  },
  {
    bank: 'ING',
    signature: 'Omzetnummer | Numéro de mouvement | Movement number | Transaction details',
    columns: {
      account: 'Rekeningnummer | Numéro de compte | Account number',
      counterpartyAccount: 'Rekening tegenpartij | Compte partie adverse | Counterparty account',
      bookingDate: 'Boekingsdatum | Date comptable | Booking date',
      valueDate: 'Valutadatum | Date valeur | Value date',
      amount: 'Bedrag | Montant | Amount',
      currency: 'Munteenheid | Devise | Currency',
      type: 'Omschrijving | Libellés | Libellé | Description',
      description: 'Detail van de omzet | Détails du mouvement | Movement details | Transaction details',
      communication: 'Bericht | Message',
      ignored:
        'Naam van de rekening | Nom du compte | Account name | Omzetnummer | Numéro de mouvement | ' +
        'Movement number',
    },
  },
  {
    bank: 'BNP Paribas Fortis',
    signature: "Uitvoeringsdatum | Date d'exécution | Execution date",
    columns: {
      bookingDate: "Uitvoeringsdatum | Date d'exécution | Execution date",
      valueDate: 'Valutadatum | Date valeur | Value date',
      amount: 'Bedrag | Montant | Amount',
      currency: 'Valuta rekening | Devise du compte | Devise | Currency account | Account currency',
      account: 'Rekeningnummer | Numéro de compte | Account number',
      type: 'Type verrichting | Type de transaction | Transaction type',
      counterpartyAccount:
        'Tegenpartij | Tegenpartij van de verrichting | Contrepartie | ' +
        'Contrepartie de la transaction | Counterparty | Transaction counterparty',
      counterpartyName:
        'Naam van de tegenpartij | Nom de la contrepartie | Name of the counterparty | Counterparty name',
      communication: 'Mededeling | Communication | Message',
      description: 'Details | Détails',
      status: 'Status | Statut',
      ignored:
        'Volgnummer | Reden van weigering | Nº de séquence | Numéro de séquence | Motif du refus | ' +
        'Sequence number | Reason for refusal | Rejection reason',
    },
  },
  {
    bank: 'Belfius',
    signature:
      'Naam tegenpartij bevat | Nom contrepartie contient | Counterparty name contains | ' +
      'Transactienummer | Numéro de transaction | N° de transaction',
    columns: {
      account: 'Rekening | Compte | Account',
      bookingDate: 'Boekingsdatum | Date de comptabilisation | Booking date',
      counterpartyAccount:
        'Rekening tegenpartij | Compte contrepartie | Compte de la contrepartie | Counterparty account',
      counterpartyName:
        'Naam tegenpartij bevat | Naam tegenpartij | Nom contrepartie contient | Nom contrepartie | ' +
        'Nom de la contrepartie | Counterparty name contains | Counterparty name',
      type: 'Transactie | Transaction',
      valueDate: 'Valutadatum | Date valeur | Value date',
      amount: 'Bedrag | Montant | Amount',
      currency: 'Devies | Devise | Currency',
      communication: 'Mededelingen | Mededeling | Communications | Communication',
      ignored:
        'Rekeninguittrekselnummer | Afschriftnummer | Transactienummer | Straat en nummer | ' +
        "Landcode | Postcode en plaats | BIC | Numéro d'extrait | N° d'extrait | " +
        'Numéro de transaction | N° de transaction | Rue et numéro | Code postal et localité | ' +
        'Code pays',
    },
  },
  {
    bank: 'Argenta',
    signature:
      'Ref. v/d verrichting | Bedrag v/d verrichting | Bedrag van de verrichting | ' +
      'Referentie van de verrichting | Verrichtingsdatum',
    columns: {
      account: 'Rekening | Rekeningnummer | Compte',
      bookingDate:
        'Datum v. verrichting | Transactie datum | Boekhdk. datum | Boekdatum | Boekingsdatum | Date comptable',
      valueDate: 'Valutadatum | Valuta datum | Date valeur',
      type: 'Beschrijving | Omschrijving | Description',
      amount: 'Bedrag v/d verrichting | Bedrag van de verrichting | Bedrag | Montant',
      currency: 'Munt | Devise',
      counterpartyAccount:
        'Rekening tegenpartij | Rekening tegenpartij : | Rekeningnummer tegenpartij | Compte contrepartie',
      counterpartyName: 'Naam v/d tegenpartij : | Naam tegenpartij | Nom de la contrepartie | Nom contrepartie',
      communication: 'Mededeling 1 : | Mededeling | Communication | Mededeling 2 : | Mededeling (vervolg)',
      ignored:
        'Ref. v/d verrichting | Referentie van de verrichting | Referentie | Nr v/d verrichting | ' +
        'Nummer van de verrichting | Verrichtingsdatum | Référence',
    },
  },
  {
    bank: 'Crelan',
    signature: "Rekening opdrachtgever | Saldo na verrichting | Compte donneur d'ordre | Solde après opération",
    columns: {
      bookingDate: 'Datum | Date',
      valueDate: 'Valutadatum | Date valeur',
      amount: 'Bedrag | Montant',
      currency: 'Munt | Devise',
      counterpartyName: 'Tegenpartij | Contrepartie',
      counterpartyAccount: 'Rekening tegenpartij | Compte contrepartie',
      type: "Type verrichting | Type d'opération | Type de transaction",
      communication: 'Mededeling | Communication',
      account: "Rekening opdrachtgever | Compte donneur d'ordre",
      ignored: 'Saldo na verrichting | Solde après opération',
    },
  },
];
