import type { Phrases } from './phrases.ts';
import { englishPlan } from './plan-phrases-en.ts';

/** Plain English for readers whose first language it often is not. */
export const english: Phrases = {
  and: 'and',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  date: (day, month, year) => `${day} ${month} ${year}`,
  greeting: (people) =>
    `Dear ${people
      .map((person) => {
        if (person.salutation === 'madam') return `Ms ${person.lastName}`;
        if (person.salutation === 'sir') return `Mr ${person.lastName}`;
        return `${person.firstName} ${person.lastName}`.trim();
      })
      .join(' and ')}`,
  greetingUnknown: 'Dear Sir or Madam',
  office: 'the school office',
  contact: ({ name, phone, email }) => {
    const ways = [phone ? `call ${phone}` : '', email ? `e-mail ${email}` : ''].filter((way) => way !== '');
    return `You can contact ${name ?? 'the school office'}${ways.length > 0 ? `: ${ways.join(' or ')}` : ''}.`;
  },
  contactShort: ({ name, phone, email }) =>
    `Any questions? Contact ${[name ?? 'the school office', phone, email].filter(Boolean).join(', ')}.`,
  spreadPayment: 'You can pay in instalments: we will look for an arrangement that works for you.',
  costs: (lumpSum, payBefore) =>
    lumpSum === null
      ? 'This reminder is free and no costs are added.'
      : `If you have not paid by ${payBefore}, the school may charge you compensation of ${lumpSum}.`,
  messageFrom: (school) => `This is a message from ${school}.`,
  attention: (name) => `Attn. ${name}`,
  ourReference: (number) => `Our reference: ${number}`,
  concerning: (payers, pupils) => `Concerning: ${payers}. Pupil: ${pupils}.`,
  enterpriseNumber: 'Enterprise number (KBO)',
  phone: 'Tel.',
  countries: { NL: 'NETHERLANDS', FR: 'FRANCE', DE: 'GERMANY', LU: 'LUXEMBOURG', GB: 'UNITED KINGDOM' },
  pageLabel: 'Page {page} of {pages}',
  table: {
    number: 'Invoice',
    issueDate: 'Date',
    dueDate: 'Due date',
    billingGroup: 'Description',
    open: 'Open amount',
    ownShare: 'Your share',
    subtotal: 'Subtotal',
    total: 'Total to pay',
    upcoming: 'For your information: not due yet',
    pupil: 'Pupil',
    credit: 'Credit',
  },
  nothingDue: 'There are no invoices past their due date.',
  nothingToPay: 'You do not have to pay anything at this time.',
  payment: {
    title: 'Payment',
    amount: 'Amount',
    beneficiary: 'Beneficiary',
    iban: 'Account (IBAN)',
    reference: 'Reference',
    scan: 'Scan this code with your banking app',
  },
  invoiceCommunication: (number) => `Invoice ${number}`,
  pupilCommunication: (pupils) => `School bill ${pupils}`,
  plan: englishPlan,
};
