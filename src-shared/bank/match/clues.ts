import { findCreditorReferences, findStructuredReferences } from '../find-references.ts';
import { normaliseIban } from '../iban.ts';
import type { BankMovement } from '../statement.ts';
import { possibleLastNames } from './names.ts';

/** What a bank writes when nobody gave an end-to-end identification. */
const noEndToEndId = /^(NOT ?PROVIDED|NONREF|)$/i;
const mostNumbers = 10;

/** Every different reference that a movement names, the structured one first. OGM bare, RF in capitals. */
export function referencesOf(movement: BankMovement): string[] {
  const { structuredReference, creditorReference, communication } = movement;
  const named = [structuredReference, creditorReference].filter((reference) => reference !== null);
  const inText = [...findStructuredReferences(communication), ...findCreditorReferences(communication)];
  // Behind an RF reference stands what the school itself numbers with: its OGM, or the number of the invoice.
  return [...new Set([...named, ...inText])];
}

/** Words of the communication that can be the number of an invoice: at least four characters, with a digit, in capitals. */
export function numbersOf(movement: BankMovement): string[] {
  const words = movement.communication.toUpperCase().match(/[A-Z0-9][A-Z0-9./_-]{2,28}[A-Z0-9]/g) ?? [];
  const behindRf = movement.creditorReference === null ? [] : [movement.creditorReference.slice(4)];
  return [...new Set([...words.filter((word) => /\d/.test(word)), ...behindRf])].slice(0, mostNumbers);
}

/** The account of the other side as it is kept, or null. */
export function accountOf(movement: BankMovement): string | null {
  const account = normaliseIban(movement.counterpartyAccount ?? '');
  return account === '' ? null : account;
}

/** The end-to-end identification, null when it says nothing. */
export function endToEndIdOf(movement: BankMovement): string | null {
  const { endToEndId } = movement;
  return endToEndId === null || noEndToEndId.test(endToEndId.trim()) ? null : endToEndId;
}

/** Last names that the movement may name: of who paid, on whose behalf, and in the communication. */
export function lastNamesOf(movement: BankMovement): string[] {
  const texts = [movement.counterpartyName, movement.ultimateName, movement.communication];
  return [...new Set(texts.flatMap((text) => (text === null ? [] : possibleLastNames(text))))];
}
