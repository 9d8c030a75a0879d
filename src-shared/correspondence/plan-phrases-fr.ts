import type { PlanPhrases } from './plan-phrases.ts';

/** French of everyday use. */
export const frenchPlan: PlanPhrases = {
  decimal: ',',
  owedTitle: 'Ce qui reste à payer',
  owed: 'Montant',
  total: 'Ensemble',
  totalWithInterest: 'Ensemble, avec l’intérêt convenu',
  noCosts: 'Aucun frais et aucun intérêt ne s’ajoutent.',
  interest: (percent, per, interest) =>
    `Vous avez convenu avec l’école d’un intérêt de ${percent} par ${per === 'month' ? 'mois' : 'an'} : ${interest} au total. Aucun autre frais ne s’ajoute.`,
  scheduleTitle: 'Quand vous payez',
  scheduleContinued: 'Quand vous payez (suite)',
  summary: (total, count, same) => {
    if (count === 1) return `Vous payez ${total} en une fois.`;
    if (same === null) return `Vous payez ${total} en ${count} fois.`;
    if (same.last === null) return `Vous payez ${total} en ${count} fois ${same.amount}.`;
    return `Vous payez ${total} en ${count} fois : ${count - 1} fois ${same.amount} et la dernière fois ${same.last}.`;
  },
  howToPay:
    'Utilisez toujours la même communication. Ou scannez le code de la tranche avec votre application bancaire : tout est alors déjà rempli.',
  instalment: (number) => `Tranche ${number}`,
  numberOf: (number, count) => `${number} sur ${count}`,
  onDay: (date) => `pour le ${date}`,
  scan: 'Code à scanner avec votre application bancaire',
  referenceLater: 'vous la recevrez dès que le plan est enregistré',
  codeLater: 'Le code viendra ici',
  codeInMail: (date) =>
    `Scannez ce code avec votre application bancaire pour la tranche du ${date}. Dans l’annexe, chaque tranche a son propre code.`,
  alsoAgreed: 'Ce que nous avons encore convenu',
  goodToKnow: 'Bon à savoir',
  tolerance: (days) =>
    days === 0
      ? 'Payez chaque tranche au plus tard à la date indiquée.'
      : `Un paiement arrive ${days === 1 ? 'un jour' : `jusqu’à ${days} jours`} plus tard ? Ce n’est pas un problème.`,
  noReminders: 'Tant que vous suivez cet accord, vous ne recevez pas de rappel pour ces factures.',
  difficult: 'Cela devient difficile ? Dites-le-nous. Une autre proposition est toujours possible.',
  sooner: 'Vous pouvez payer plus vite ou davantage.',
  paidBy: (name) => `${name} paie ces tranches à votre place.`,
  shared: 'Ce plan est aussi convenu avec une autre personne. Ce que l’une paie compte aussi pour l’autre.',
  clock: 'En signant, on reconnaît que ce montant reste à payer. Le délai légal recommence alors.',
  disagree: 'Vous n’êtes pas d’accord avec une facture ? Ne signez pas et dites-nous pourquoi.',
  signTitle: 'Accord',
  acknowledgement: (creditor, enterpriseNumber, total, count) =>
    `Je reconnais devoir encore payer ${total} à ${creditor}${enterpriseNumber === null ? '' : ` (numéro d’entreprise ${enterpriseNumber})`} pour les factures ci-dessus. Je paie ce montant en ${count === 1 ? 'une fois' : `${count} tranches`}, aux dates ci-dessus.`,
  forPayer: 'Pour accord',
  forSchool: 'Pour l’école',
  name: 'Nom',
  date: 'Date',
  signature: 'Signature',
  signAttachment:
    'Cette feuille à signer se trouve en annexe. Vous préférez sans papier ? Répondez à cet e-mail que vous êtes d’accord.',
  notAPlan: 'Ici viennent les accords d’un plan de paiement.',
};
