import type { Language } from '../api/schemas.ts';
import type { Shareable } from './contract.ts';

/** What may be given with permission, as it stands on the form and in the dossier. */
export const shareableWords: Readonly<Record<Language, Readonly<Record<Shareable, string>>>> = {
  nl: {
    name: 'mijn naam',
    phone: 'mijn telefoonnummer',
    email: 'mijn e-mailadres',
    address: 'mijn adres',
    openAmount: 'het bedrag dat op school openstaat',
    plan: 'de afspraken over gespreid betalen',
  },
  fr: {
    name: 'mon nom',
    phone: 'mon numéro de téléphone',
    email: 'mon adresse e-mail',
    address: 'mon adresse',
    openAmount: 'le montant qui reste à payer à l’école',
    plan: 'les accords sur le paiement échelonné',
  },
  en: {
    name: 'my name',
    phone: 'my telephone number',
    email: 'my e-mail address',
    address: 'my address',
    openAmount: 'the amount that is still to pay at school',
    plan: 'the arrangement to pay in parts',
  },
};
