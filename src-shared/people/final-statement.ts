import type { Language } from '../api/schemas.ts';
import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { cleanText } from '../correspondence/clean-text.ts';
import { composeBody } from '../correspondence/compose-body.ts';
import { composeLetter } from '../correspondence/compose.ts';
import { inlineValues } from '../correspondence/inline-values.ts';
import type { LetterBlock, LetterModel } from '../correspondence/letter-model.ts';
import type { MessageFacts } from '../correspondence/message-facts.ts';
import { phrasesFor } from '../correspondence/phrases-for.ts';
import { writtenDate } from '../correspondence/phrases.ts';
import { richTextFromPlain } from '../correspondence/rich-text.ts';
import type { PostingKind } from '../ledger/posting-kinds.ts';
import { formatCents, sumCents } from '../money/cents.ts';
import { finalStatementWords, type FinalStatementWords, movementOf } from './final-statement-words.ts';

/** One movement as it counts for the payer: of a claim with shares the difference it made to the own share. Signed cents. */
export type StatementMovement = {
  readonly kind: PostingKind;
  readonly date: PlainDate;
  readonly amountCents: number;
};

export type StatementBill = {
  readonly number: string;
  readonly billingGroup: string;
  readonly movements: readonly StatementMovement[];
};

export type FinalStatement = {
  /** Sender, payer and, as items, what is left per bill for this payer; a credit is negative. */
  readonly facts: MessageFacts;
  readonly language: Language;
  readonly pupilName: string;
  readonly leftOn: PlainDate | null;
  readonly bills: readonly StatementBill[];
};

/**
 * The last statement of a pupil for one payer, as a letter: every bill with every movement as it counts for this payer, what
 * is left of it, and what is to be paid or given back. Who paid is not told: one parent never sees what is the other's.
 */
export function finalStatementLetter({ facts, language, pupilName, leftOn, bills }: FinalStatement): LetterModel {
  const words = finalStatementWords[language];
  const phrases = phrasesFor(language);
  const values = inlineValues(facts, phrases);
  const body = (text: string): LetterBlock[] => composeBody(richTextFromPlain(text), facts, values, phrases);
  const day = leftOn === null ? null : writtenDate(leftOn, phrases);
  const { model } = composeLetter(facts, { language, subject: words.subject, body: richTextFromPlain('') });
  const totalCents = sumCents(bills.map(leftOf));
  return {
    ...model,
    blocks: [
      ...model.blocks,
      ...body(words.opening(cleanText(pupilName), day)),
      bills.length === 0 ? paragraph(words.nothingBilled) : billsBlock(bills, words, totalCents),
      ...(totalCents < 0 ? [paragraph(words.givenBack(formatCents(-totalCents)))] : []),
      ...body(words.closing),
    ],
  };
}

/** What is left of a bill for this payer: the sum of its movements, in signed cents. */
export function leftOf({ movements }: StatementBill): number {
  return sumCents(movements.map(({ amountCents }) => amountCents));
}

function billsBlock(bills: readonly StatementBill[], words: FinalStatementWords, totalCents: number): LetterBlock {
  const { headings } = words;
  return {
    kind: 'openInvoices',
    headings: {
      number: headings.what,
      issueDate: headings.date,
      dueDate: '',
      billingGroup: headings.description,
      open: headings.amount,
    },
    groups: bills.map((bill) => ({
      heading: cleanText(words.bill(bill.number)),
      rows: bill.movements.map(({ kind, date, amountCents }) => ({
        number: words.movements[movementOf[kind]],
        issueDate: formatPlainDate(date),
        dueDate: '',
        billingGroup: cleanText(bill.billingGroup),
        open: formatCents(amountCents),
      })),
      subtotal: formatCents(leftOf(bill)),
    })),
    totalLabel: words.left,
    total: formatCents(Math.max(0, totalCents)),
    upcoming: null,
    credit: null,
  };
}

function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', lines: [[{ text }]] };
}
