import { parseCreditorReference } from '../creditor-reference.ts';
import { findCreditorReferences, findStructuredReferences } from '../find-references.ts';
import type { ReferenceSource } from '../statement.ts';
import { parseStructuredReference, type StructuredReference } from '../structured-reference.ts';
import { type CodaDirectDebit, directDebitOf } from './direct-debit.ts';
import { field, words } from './fields.ts';
import type { CodaMovementRecords } from './statement-records.ts';

/** What records 2.1 to 2.3 say to the receiver. */
export type CodaCommunication = {
  readonly text: string;
  readonly structuredReference: StructuredReference | null;
  readonly creditorReference: string | null;
  readonly source: ReferenceSource | null;
  /** Of communication 127. */
  readonly directDebit: CodaDirectDebit | null;
  /** A structured communication that says it is a reference, but fails its check. */
  readonly refused: string | null;
};

const nothing: CodaCommunication = {
  text: '',
  structuredReference: null,
  creditorReference: null,
  source: null,
  directDebit: null,
  refused: null,
};

/** What other structured communications are about; their digits are never a reference. */
const labels: Readonly<Record<string, string>> = {
  '103': 'Nummer van cheque of kaart',
  '106': 'Btw, voorheffing of commissie',
  '108': 'Afsluiting van de rekening',
  '111': 'Kaartbetalingen, totaal van een terminal',
  '113': 'Kaartverrichting',
  '114': 'Kaartbetaling aan een terminal',
  '115': 'Storting aan een terminal',
  '121': 'Handelspapier',
  '122': 'Afrekening van handelspapier',
  '123': 'Kosten en commissie',
  '124': 'Kredietkaart',
  '125': 'Krediet',
  '126': 'Termijnbelegging',
};

/**
 * Reads the communication of a movement. Structured ones run on over the three records without a break (50, 53 and 43
 * characters), so they are put together before they are read. Source: facts/bank.md section 1.8.
 */
export function communicationOf({ first, second, third }: CodaMovementRecords): CodaCommunication {
  const parts = [
    field(first, 63, 115),
    second ? field(second, 11, 63) : ' '.repeat(53),
    third ? field(third, 83, 125) : '',
  ];
  const whole = parts.join('');
  return field(first, 62, 62) === '1' ? structuredCommunication(whole.slice(0, 3), whole.slice(3)) : freeText(parts);
}

/** A free text, with the first reference in it. A bank may break a line inside a reference or between two words: both are tried. */
export function freeText(parts: readonly string[]): CodaCommunication {
  const text = words(parts.join(''));
  if (!/\d/.test(text)) return { ...nothing, text };
  const apart = words(parts.join(' '));
  const [structuredReference = null] = [...findStructuredReferences(text), ...findStructuredReferences(apart)];
  const [creditorReference = null] = [...findCreditorReferences(text), ...findCreditorReferences(apart)];
  const source = structuredReference || creditorReference ? 'text' : null;
  return { ...nothing, text, structuredReference, creditorReference, source };
}

function structuredCommunication(type: string, content: string): CodaCommunication {
  switch (type) {
    case '100':
      return creditor(content);
    case '101':
      return reference(content, 0, 'structured');
    case '102':
      return reference(content, 0, 'reconstituted');
    case '105':
      return originalAmount(content);
    case '107':
      return oldDirectDebit(content);
    case '127': {
      const directDebit = directDebitOf(content);
      return { ...freeText([directDebit.communication]), directDebit };
    }
    default:
      return { ...nothing, text: labelled(labels[type] ?? `Mededeling ${type}`, content) };
  }
}

function labelled(label: string, content: string): string {
  const text = words(content);
  return text === '' ? label : `${label}: ${text}`;
}

function creditor(content: string): CodaCommunication {
  const candidate = content.slice(0, 25);
  const creditorReference = parseCreditorReference(candidate) ?? null;
  if (creditorReference) return { ...nothing, creditorReference, source: 'structured', text: words(content.slice(25)) };
  return { ...nothing, text: words(content), refused: words(candidate) || null };
}

function reference(content: string, at: number, source: ReferenceSource): CodaCommunication {
  const candidate = content.slice(at, at + 12);
  const structuredReference = parseStructuredReference(candidate) ?? null;
  if (structuredReference && /^\d{12}$/.test(candidate))
    return { ...nothing, structuredReference, source, text: words(content.slice(at + 12)) };
  const empty = /^[0 ]*$/.test(candidate);
  return {
    ...nothing,
    text: words(empty ? content.slice(at + 12) : content),
    refused: empty ? null : words(candidate),
  };
}

/** Amounts of 15, rate of 12 with eight decimals, currency of 3, then the reference that the payer gave. */
function originalAmount(content: string): CodaCommunication {
  const original = /^\d{15}$/.test(content.slice(15, 30)) ? Number(content.slice(15, 30)) / 1000 : null;
  const currency = content.slice(42, 45).trim();
  const amount = original === null ? '' : original.toFixed(2).replace('.', ',');
  const text = words(`Oorspronkelijk bedrag: ${amount} ${currency}`);
  const found = reference(content.slice(45, 57), 0, 'structured');
  return { ...found, text: found.refused ? `${text}, mededeling ${found.refused}` : text };
}

/** DOM80, until 2014: number 12, date 6, text 30, result 1, creditor 11. */
function oldDirectDebit(content: string): CodaCommunication {
  const label = `Domiciliëring ${words(content.slice(0, 12))}`;
  return { ...freeText([content.slice(18, 48)]), text: labelled(label, content.slice(18, 48)) };
}
