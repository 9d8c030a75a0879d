import type { Language } from '../api/schemas.ts';
import { formatCents } from '../money/cents.ts';

/** What the words to say depend on. */
export type Spoken = {
  readonly schoolName: string;
  readonly paidCents: number;
  readonly creditCents: number;
  readonly feasibleCents: number | null;
};

export type SpokenWords = {
  readonly opening: string[];
  readonly questions: string[];
  readonly offers: string[];
};

type Phrases = {
  readonly greet: (school: string) => string;
  readonly thank: (amount: string) => string;
  readonly why: string;
  readonly questions: readonly string[];
  readonly spread: string;
  readonly monthly: (amount: string) => string;
  readonly wait: string;
  readonly help: string;
  readonly credit: (amount: string) => string;
};

const phrases: Readonly<Record<Language, Phrases>> = {
  nl: {
    greet: (school) => `Goedendag, u spreekt met ${school}. Komt het even gelegen?`,
    thank: (amount) => `Eerst bedankt: het voorbije jaar kwam er ${amount} binnen.`,
    why: 'We willen graag horen hoe het gaat, en samen bekijken wat voor u haalbaar is.',
    questions: [
      'Klopt de rekening volgens u, of is er iets dat we moeten nakijken?',
      'Is er iets veranderd waardoor betalen nu moeilijker is?',
      'Welk bedrag per maand zou voor u haalbaar zijn, en op welke dag van de maand?',
      'Helpt er al iemand, of zou u daar graag iemand voor leren kennen?',
    ],
    spread: 'Spreiden over enkele maanden, zonder kosten.',
    monthly: (amount) => `Spreiden zonder kosten, bijvoorbeeld ${amount} per maand.`,
    wait: 'Even wachten tot een dag die u beter past.',
    help: 'Samen bekijken of het sociaal fonds of een dienst kan helpen. Dat gebeurt alleen als u dat wilt.',
    credit: (amount) => `Er staat nog ${amount} tegoed; dat trekken we er eerst van af.`,
  },
  fr: {
    greet: (school) => `Bonjour, c’est ${school}. Est-ce que je vous dérange ?`,
    thank: (amount) => `D’abord merci : ces douze derniers mois, nous avons bien reçu ${amount}.`,
    why: 'Nous aimerions savoir comment vous allez et voir ensemble ce qui est faisable pour vous.',
    questions: [
      'La facture est-elle correcte selon vous, ou devons-nous vérifier quelque chose ?',
      'Quelque chose a-t-il changé qui rend le paiement plus difficile ?',
      'Quel montant par mois serait faisable pour vous, et quel jour du mois ?',
      'Quelqu’un vous aide-t-il déjà, ou souhaitez-vous que nous cherchions quelqu’un ?',
    ],
    spread: 'Étaler sur quelques mois, sans frais.',
    monthly: (amount) => `Étaler sans frais, par exemple ${amount} par mois.`,
    wait: 'Attendre un jour qui vous convient mieux.',
    help: 'Voir ensemble si le fonds social ou un service peut aider. Uniquement si vous le souhaitez.',
    credit: (amount) => `Vous avez encore ${amount} en votre faveur ; nous les déduisons d’abord.`,
  },
  en: {
    greet: (school) => `Hello, this is ${school}. Is this a good moment?`,
    thank: (amount) => `First of all, thank you: over the past year we received ${amount}.`,
    why: 'We would like to hear how things are, and to see together what is manageable for you.',
    questions: [
      'Is the bill right as you see it, or is there something we should check?',
      'Has anything changed that makes paying harder at the moment?',
      'Which amount a month would be manageable for you, and on which day of the month?',
      'Is somebody helping you already, or would you like us to look for somebody?',
    ],
    spread: 'Spreading it over a few months, at no cost.',
    monthly: (amount) => `Spreading it at no cost, for example ${amount} a month.`,
    wait: 'Waiting for a day that suits you better.',
    help: 'Seeing together whether the social fund or a service can help. Only if you wish so.',
    credit: (amount) => `There is still ${amount} in your favour; we take that off first.`,
  },
};

/**
 * Sentences to begin with, questions and offers, in the language of who is spoken to: no reproach, no threat, nothing about a
 * pupil, and it begins with what was paid. A feasible amount is offered only when it is known and above zero. Amounts in cents.
 */
export function spokenWords(
  language: Language,
  { schoolName, paidCents, creditCents, feasibleCents }: Spoken,
): SpokenWords {
  const words = phrases[language];
  return {
    opening: [words.greet(schoolName), ...(paidCents > 0 ? [words.thank(formatCents(paidCents))] : []), words.why],
    questions: [...words.questions],
    offers: [
      ...(creditCents > 0 ? [words.credit(formatCents(creditCents))] : []),
      feasibleCents !== null && feasibleCents > 0 ? words.monthly(formatCents(feasibleCents)) : words.spread,
      words.wait,
      words.help,
    ],
  };
}
