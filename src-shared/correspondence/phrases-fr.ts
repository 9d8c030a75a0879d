import type { Phrases } from './phrases.ts';
import { frenchPlan } from './plan-phrases-fr.ts';

/** French as it is written in Belgium. */
export const french: Phrases = {
  and: 'et',
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  date: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
  greeting: (people) =>
    people.length === 1 && people[0]?.salutation === 'neutral'
      ? 'Madame, Monsieur'
      : people
          .map((person) => {
            if (person.salutation === 'madam') return `Madame ${person.lastName}`;
            if (person.salutation === 'sir') return `Monsieur ${person.lastName}`;
            return `${person.firstName} ${person.lastName}`.trim();
          })
          .join(', '),
  greetingUnknown: 'Madame, Monsieur',
  office: 'le secrétariat de l’école',
  contact: ({ name, phone, email }) => {
    const ways = [phone ? `par téléphone au ${phone}` : '', email ? `par e-mail à ${email}` : ''].filter(
      (way) => way !== '',
    );
    const person = name ? `${name}, notre personne de contact` : 'le secrétariat de l’école';
    return `Vous pouvez contacter ${person}${ways.length > 0 ? `, ${ways.join(' ou ')}` : ''}.`;
  },
  contactShort: ({ name, phone, email }) =>
    `Une question ? Contactez ${[name ?? 'le secrétariat de l’école', phone, email].filter(Boolean).join(', ')}.`,
  spreadPayment:
    'Un paiement échelonné est possible : nous chercherons avec vous une solution adaptée à votre situation.',
  costs: (lumpSum, payBefore) =>
    lumpSum === null
      ? 'Ce rappel est gratuit et aucun frais ne s’y ajoute.'
      : `Si vous ne payez pas au plus tard le ${payBefore}, l’école peut vous réclamer une indemnité de ${lumpSum}.`,
  messageFrom: (school) => `Ceci est un message de ${school}.`,
  attention: (name) => `À l’attention de ${name}`,
  ourReference: (number) => `Notre référence : ${number}`,
  concerning: (payers, pupils) => `Dossier : ${payers}. Élève : ${pupils}.`,
  enterpriseNumber: 'Numéro d’entreprise (BCE)',
  phone: 'Tél.',
  countries: { NL: 'PAYS-BAS', FR: 'FRANCE', DE: 'ALLEMAGNE', LU: 'LUXEMBOURG', GB: 'ROYAUME-UNI' },
  pageLabel: 'Page {page} sur {pages}',
  table: {
    number: 'Facture',
    issueDate: 'Date',
    dueDate: 'Échéance',
    billingGroup: 'Description',
    open: 'Solde',
    ownShare: 'Votre part',
    subtotal: 'Sous-total',
    total: 'Total à payer',
    upcoming: 'À titre d’information : pas encore échu',
    pupil: 'Élève',
    credit: 'Avoir',
  },
  nothingDue: 'Aucune facture n’est échue.',
  nothingToPay: 'Vous n’avez rien à payer pour le moment.',
  payment: {
    title: 'Paiement',
    amount: 'Montant',
    beneficiary: 'Bénéficiaire',
    iban: 'Compte (IBAN)',
    reference: 'Communication',
    scan: 'Scannez ce code avec votre application bancaire',
  },
  invoiceCommunication: (number) => `Facture ${number}`,
  pupilCommunication: (pupils) => `Frais scolaires ${pupils}`,
  plan: frenchPlan,
};
