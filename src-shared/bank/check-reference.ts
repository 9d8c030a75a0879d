import { formatCreditorReference, parseCreditorReference } from './creditor-reference.ts';
import { findCreditorReferences, findStructuredReferences } from './find-references.ts';
import {
  formatStructuredReference,
  makeStructuredReference,
  parseStructuredReference,
} from './structured-reference.ts';

export type FoundReference = {
  readonly kind: 'structured' | 'creditor';
  /** Bare: 12 digits, or RF… in capitals without spaces. */
  readonly reference: string;
  readonly formatted: string;
};

export type CheckedReference = {
  /** The text is one reference, or a free text that holds at least one. */
  readonly valid: boolean;
  readonly kind: 'structured' | 'creditor' | null;
  /** Null in a free text that holds none or several. */
  readonly reference: string | null;
  readonly formatted: string | null;
  readonly found: FoundReference[];
  /** Dutch: why it is no reference; null when it is. */
  readonly problem: string | null;
};

/**
 * Tells what references a text holds, and when it is none, why not: too few or too many digits, wrong check digits and
 * which they should be, letters, only zeros, a wrong RF reference. Never fails. Source: facts/bank.md section 3.
 */
export function checkReference(text: string): CheckedReference {
  const whole = wholeReference(text);
  if (whole) return { valid: true, ...whole, found: [whole], problem: null };
  const found = [...findStructuredReferences(text).map(structured), ...findCreditorReferences(text).map(creditor)];
  const isFreeText = /\S\s+\S/.test(text) && found.length > 0;
  if (!isFreeText) return { valid: false, ...nothing, found, problem: problemOf(text) };
  const [only] = found;
  return { valid: true, ...(only && found.length === 1 ? only : nothing), found, problem: null };
}

const nothing = { kind: null, reference: null, formatted: null } as const;

function wholeReference(text: string): FoundReference | undefined {
  const digits = parseStructuredReference(text);
  if (digits) return structured(digits);
  const reference = parseCreditorReference(text);
  return reference ? creditor(reference) : undefined;
}

function structured(reference: string): FoundReference {
  return { kind: 'structured', reference, formatted: formatStructuredReference(reference) };
}

function creditor(reference: string): FoundReference {
  return { kind: 'creditor', reference, formatted: formatCreditorReference(reference) };
}

function problemOf(text: string): string {
  const bare = text.replace(/[+*/\s.-]/g, '').toUpperCase();
  if (bare === '') return 'Er staat geen mededeling. Vul 12 cijfers in, of een referentie die met RF begint.';
  if (bare.startsWith('RF')) return creditorProblem(text.replace(/\s/g, '').toUpperCase());
  if (!/^\d+$/.test(bare)) {
    return 'Een gestructureerde mededeling heeft alleen cijfers; hier staan ook letters of andere tekens.';
  }
  if (bare.length !== 12) return `Een gestructureerde mededeling heeft 12 cijfers; hier staan er ${bare.length}.`;
  if (/^0+$/.test(bare)) return 'Twaalf nullen zijn geen mededeling.';
  const right = makeStructuredReference(bare.slice(0, 10)).slice(10);
  return `De controlecijfers kloppen niet: na ${bare.slice(0, 3)}/${bare.slice(3, 7)}/${bare.slice(7, 10)} hoort ${right}, hier staat ${bare.slice(10)}. Er is een cijfer verkeerd getypt of verwisseld.`;
}

function creditorProblem(reference: string): string {
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference)) {
    return 'Een RF-referentie is RF, twee controlecijfers en daarna 1 tot 21 letters of cijfers.';
  }
  const right = creditorCheckDigits(reference.slice(4));
  return `De controlecijfers van deze RF-referentie kloppen niet: na RF hoort ${right}, hier staat ${reference.slice(2, 4)}.`;
}

function creditorCheckDigits(body: string): string {
  const digits = `${body}RF00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
}
