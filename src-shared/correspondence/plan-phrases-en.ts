import type { PlanPhrases } from './plan-phrases.ts';

/** Everyday English. */
export const englishPlan: PlanPhrases = {
  decimal: '.',
  owedTitle: 'What is still to be paid',
  owed: 'Amount',
  total: 'Together',
  totalWithInterest: 'Together, with the agreed interest',
  noCosts: 'There are no costs and no interest.',
  interest: (percent, per, interest) =>
    `You agreed with the school on an interest of ${percent} a ${per}: ${interest} in all. There are no other costs.`,
  scheduleTitle: 'When you pay',
  scheduleContinued: 'When you pay (continued)',
  summary: (total, count, same) => {
    if (count === 1) return `You pay ${total} in one go.`;
    if (same === null) return `You pay ${total} in ${count} instalments.`;
    if (same.last === null) return `You pay ${total} in ${count} instalments of ${same.amount}.`;
    return `You pay ${total} in ${count} instalments: ${count - 1} times ${same.amount} and ${same.last} the last time.`;
  },
  howToPay:
    'Always use the same reference. Or scan the code of the instalment with your banking app: everything is then filled in.',
  instalment: (number) => `Instalment ${number}`,
  numberOf: (number, count) => `${number} of ${count}`,
  onDay: (date) => `by ${date}`,
  scan: 'Code to scan with your banking app',
  referenceLater: 'you will get it as soon as the plan is saved',
  codeLater: 'The code will be here',
  codeInMail: (date) =>
    `Scan this code with your banking app for the instalment of ${date}. In the attachment every instalment has a code of its own.`,
  alsoAgreed: 'What else we agreed',
  goodToKnow: 'Good to know',
  tolerance: (days) =>
    days === 0
      ? 'Please pay each instalment on the day beside it at the latest.'
      : `Does a payment arrive ${days === 1 ? 'one day' : `up to ${days} days`} later? That is no problem.`,
  noReminders: 'As long as you follow this agreement, you get no reminders for these invoices.',
  difficult: 'Is it getting difficult? Let us know. Another proposal is always possible.',
  sooner: 'You may pay sooner, or more.',
  paidBy: (name) => `${name} pays these instalments for you.`,
  shared: 'This plan was agreed with somebody else as well. What one pays also counts for the other.',
  clock: 'Whoever signs acknowledges that this amount is still to be paid. The legal period then starts again.',
  disagree: 'Do you disagree with an invoice? Then please do not sign and let us know why.',
  signTitle: 'Agreed',
  acknowledgement: (creditor, enterpriseNumber, total, count) =>
    `I acknowledge that I still have to pay ${total} to ${creditor}${enterpriseNumber === null ? '' : ` (enterprise number ${enterpriseNumber})`} for the invoices above. I pay this in ${count === 1 ? 'one go' : `${count} instalments`}, on the days above.`,
  forPayer: 'Agreed',
  forSchool: 'For the school',
  name: 'Name',
  date: 'Date',
  signature: 'Signature',
  signAttachment: 'This sheet is attached for you to sign. Rather not on paper? Reply to this e-mail that you agree.',
  notAPlan: 'The agreements of a payment plan go here.',
};
