import type { Language } from '../api/schemas.ts';
import type { PostingKind } from '../ledger/posting-kinds.ts';

/** The fixed words of the last statement of a pupil in one language. */
export type FinalStatementWords = {
  readonly subject: string;
  /** With the variables that a text of the school has too. */
  readonly opening: (pupil: string, leftOn: string | null) => string;
  readonly nothingBilled: string;
  readonly headings: {
    readonly what: string;
    readonly date: string;
    readonly description: string;
    readonly amount: string;
  };
  readonly bill: (number: string) => string;
  readonly left: string;
  readonly givenBack: (amount: string) => string;
  readonly closing: string;
  readonly movements: Readonly<
    Record<'asked' | 'paid' | 'credited' | 'remitted' | 'returned' | 'moved' | 'reversed', string>
  >;
};

/** What a movement is for a payer; who else paid is nobody's business. */
export const movementOf: Readonly<Record<PostingKind, keyof FinalStatementWords['movements']>> = {
  charge: 'asked',
  interestCharge: 'asked',
  otherCharge: 'asked',
  periodicCharge: 'asked',
  receipt: 'paid',
  interestReceipt: 'paid',
  otherReceipt: 'paid',
  receiptViaThirdParty: 'paid',
  writeOff: 'remitted',
  remission: 'remitted',
  refund: 'returned',
  interestRefund: 'returned',
  transferIn: 'moved',
  transferOut: 'moved',
  credit: 'credited',
  settledElsewhere: 'moved',
  reversal: 'reversed',
};

export const finalStatementWords: Readonly<Record<Language, FinalStatementWords>> = {
  nl: {
    subject: 'Afrekening van de schooladministratie',
    opening: (pupil, leftOn) =>
      `$$AANSPREKING$$,\n\n${leftOn === null ? `Hieronder vindt u alle rekeningen en betalingen voor ${pupil} tot en met $$DATUM$$.` : `${pupil} is sinds ${leftOn} niet meer ingeschreven. Hieronder vindt u alle rekeningen en betalingen tot en met $$DATUM$$.`}`,
    nothingBilled: 'Er zijn geen rekeningen.',
    headings: { what: 'Wat', date: 'Datum', description: 'Omschrijving', amount: 'Bedrag' },
    bill: (number) => `Rekening ${number}`,
    left: 'Blijft te betalen',
    givenBack: (amount) =>
      `Er is een tegoed van ${amount}. De school geeft het één keer terug, op de rekening waarmee betaald werd. Wilt u een andere rekening? Laat het ons weten.`,
    closing:
      '$$BETAALBLOK$$\n\nKlopt dit niet met uw eigen gegevens? $$ZIN_CONTACT$$ $$ZIN_GESPREID_BETALEN$$\n\nMet vriendelijke groeten\n$$CONTACTPERSOON$$\n$$SCHOOL$$',
    movements: {
      asked: 'Rekening',
      paid: 'Betaling',
      credited: 'Vermindering',
      remitted: 'Niet meer gevraagd',
      returned: 'Terugbetaald',
      moved: 'Verrekend',
      reversed: 'Rechtgezet',
    },
  },
  fr: {
    subject: 'Décompte de l’administration de l’école',
    opening: (pupil, leftOn) =>
      `$$AANSPREKING$$,\n\n${leftOn === null ? `Vous trouverez ci-dessous toutes les factures et tous les paiements pour ${pupil} jusqu’au $$DATUM$$.` : `${pupil} n’est plus inscrit(e) depuis le ${leftOn}. Vous trouverez ci-dessous toutes les factures et tous les paiements jusqu’au $$DATUM$$.`}`,
    nothingBilled: 'Il n’y a pas de factures.',
    headings: { what: 'Quoi', date: 'Date', description: 'Description', amount: 'Montant' },
    bill: (number) => `Facture ${number}`,
    left: 'Reste à payer',
    givenBack: (amount) =>
      `Il y a un avoir de ${amount}. L’école le rembourse une seule fois, sur le compte utilisé pour le paiement. Vous préférez un autre compte ? Dites-le-nous.`,
    closing:
      '$$BETAALBLOK$$\n\nCela ne correspond pas à vos propres données ? $$ZIN_CONTACT$$ $$ZIN_GESPREID_BETALEN$$\n\nBien à vous\n$$CONTACTPERSOON$$\n$$SCHOOL$$',
    movements: {
      asked: 'Facture',
      paid: 'Paiement',
      credited: 'Réduction',
      remitted: 'N’est plus demandé',
      returned: 'Remboursé',
      moved: 'Compensé',
      reversed: 'Rectifié',
    },
  },
  en: {
    subject: 'Final statement from the school office',
    opening: (pupil, leftOn) =>
      `$$AANSPREKING$$,\n\n${leftOn === null ? `Below you find all bills and payments for ${pupil} up to $$DATUM$$.` : `${pupil} left our school on ${leftOn}. Below you find all bills and payments up to $$DATUM$$.`}`,
    nothingBilled: 'There are no bills.',
    headings: { what: 'What', date: 'Date', description: 'Description', amount: 'Amount' },
    bill: (number) => `Bill ${number}`,
    left: 'Left to pay',
    givenBack: (amount) =>
      `There is a credit of ${amount}. The school gives it back once, to the account that was used to pay. Would you prefer another account? Let us know.`,
    closing:
      '$$BETAALBLOK$$\n\nDoes this differ from your own records? $$ZIN_CONTACT$$ $$ZIN_GESPREID_BETALEN$$\n\nKind regards\n$$CONTACTPERSOON$$\n$$SCHOOL$$',
    movements: {
      asked: 'Bill',
      paid: 'Payment',
      credited: 'Reduction',
      remitted: 'No longer asked',
      returned: 'Given back',
      moved: 'Set off',
      reversed: 'Put right',
    },
  },
};
