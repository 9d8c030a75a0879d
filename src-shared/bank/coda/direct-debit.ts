import type { Returned } from '../statement.ts';
import { words, wordsOrNull } from './fields.ts';

/** What the structured communication 127 tells of a SEPA direct debit. */
export type CodaDirectDebit = {
  readonly mandateId: string | null;
  readonly communication: string;
  /** In words, when it was not paid. */
  readonly outcome: string | null;
  readonly returned: Returned | null;
  readonly reasonCode: string | null;
};

const outcomes: Readonly<Record<string, string>> = {
  '1': 'niet betaald: technisch probleem',
  '2': 'niet betaald: reden niet opgegeven',
  '3': 'niet betaald: de betaler gaat niet akkoord',
  '4': 'niet betaald: probleem met de rekening van de betaler',
};

/**
 * Reads the 146 characters: settlement date 6, type 1, scheme 1, result 1, creditor 35, mandate 35, communication 62,
 * R-type 1, reason 4. They run on over records 2.1, 2.2 and 2.3. Source: facts/bank.md section 1.8.
 */
export function directDebitOf(content: string): CodaDirectDebit {
  return {
    mandateId: wordsOrNull(content.slice(44, 79)),
    communication: words(content.slice(79, 141)),
    outcome: outcomes[content.charAt(8)] ?? null,
    returned: returnedOf(content.charAt(141)),
    reasonCode: wordsOrNull(content.slice(142, 146)),
  };
}

/** The R-transaction by its digit; null for a blank or anything else. Source: facts/bank.md section 1.4. */
export function returnedOf(digit: string): Returned | null {
  const kinds: Readonly<Record<string, Returned>> = {
    '1': 'reject',
    '2': 'return',
    '3': 'refund',
    '4': 'reversal',
    '5': 'cancellation',
  };
  return kinds[digit] ?? null;
}
