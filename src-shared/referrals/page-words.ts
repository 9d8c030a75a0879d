import type { Language } from '../api/schemas.ts';

type Words = {
  readonly title: string;
  readonly intro: readonly string[];
  readonly offers: string;
  readonly needs: string;
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly address: string;
  readonly free: string;
  readonly permission: {
    readonly title: string;
    readonly who: string;
    readonly to: string;
    readonly what: string;
    readonly why: (partner: string) => string;
    readonly rules: readonly string[];
    readonly sign: string;
  };
};

/** Words of the page for a parent and of the form for permission: plain, and without any reproach. */
export const referralWords: Readonly<Record<Language, Words>> = {
  nl: {
    title: 'Wie kan helpen?',
    intro: [
      'Deze organisaties luisteren en zoeken mee. U kiest zelf of u contact opneemt. De school geeft niets over u door zonder uw schriftelijke toestemming.',
    ],
    offers: 'Wat ze doen',
    needs: 'Neem mee',
    contact: 'Contactpersoon',
    phone: 'Telefoon',
    email: 'E-mail',
    website: 'Website',
    address: 'Adres',
    free: 'Vragen over deze lijst? Bel of mail de school; we helpen graag met een afspraak.',
    permission: {
      title: 'Toestemming om gegevens door te geven',
      who: 'Naam',
      to: 'Aan',
      what: 'De school mag dit doorgeven:',
      why: (partner) => `Alleen om samen met ${partner} een oplossing te zoeken, en voor niets anders.`,
      rules: [
        'Deze toestemming geldt zes maanden. U kunt ze op elk moment intrekken, zonder reden: een telefoontje of e-mail aan de school is genoeg.',
        'U krijgt een kopie van dit blad. De school bewaart het in uw dossier.',
      ],
      sign: 'Datum en handtekening:',
    },
  },
  fr: {
    title: 'Qui peut aider ?',
    intro: [
      'Ces organisations écoutent et cherchent avec vous. Vous choisissez vous-même si vous prenez contact. L’école ne transmet rien à votre sujet sans votre autorisation écrite.',
    ],
    offers: 'Ce qu’elles font',
    needs: 'À apporter',
    contact: 'Personne de contact',
    phone: 'Téléphone',
    email: 'E-mail',
    website: 'Site web',
    address: 'Adresse',
    free: 'Des questions sur cette liste ? Appelez l’école ou envoyez un e-mail ; nous vous aidons volontiers à prendre rendez-vous.',
    permission: {
      title: 'Autorisation de transmettre des données',
      who: 'Nom',
      to: 'À',
      what: 'L’école peut transmettre :',
      why: (partner) => `Uniquement pour chercher une solution avec ${partner}, et pour rien d’autre.`,
      rules: [
        'Cette autorisation vaut six mois. Vous pouvez la retirer à tout moment, sans raison : un appel ou un e-mail à l’école suffit.',
        'Vous recevez une copie de cette feuille. L’école la conserve dans votre dossier.',
      ],
      sign: 'Date et signature :',
    },
  },
  en: {
    title: 'Who can help?',
    intro: [
      'These organisations listen and look for a way with you. You decide whether to contact them. The school passes nothing on about you without your written permission.',
    ],
    offers: 'What they do',
    needs: 'Bring along',
    contact: 'Contact',
    phone: 'Telephone',
    email: 'E-mail',
    website: 'Website',
    address: 'Address',
    free: 'Questions about this list? Call or e-mail the school; we gladly help to make an appointment.',
    permission: {
      title: 'Permission to pass on data',
      who: 'Name',
      to: 'To',
      what: 'The school may pass on:',
      why: (partner) => `Only to look for a solution together with ${partner}, and for nothing else.`,
      rules: [
        'This permission is valid for six months. You can take it back at any time, without a reason: a call or an e-mail to the school is enough.',
        'You get a copy of this sheet. The school keeps it in your file.',
      ],
      sign: 'Date and signature:',
    },
  },
};
