import { field, words, wordsOrNull } from './fields.ts';
import type { CodaInformation } from './statement-records.ts';

/** What records 3.1 to 3.3 tell about a movement. */
export type CodaDetails = {
  /** 001: the name in full, longer than record 2.3 has room for. */
  readonly counterpartyName: string | null;
  /** 008 and 009: for whom the money is, and on whose behalf it was sent. */
  readonly ultimateReceiver: string | null;
  readonly ultimateSender: string | null;
  /** Free text of the bank or the payer, not structured. */
  readonly freeText: string;
  /** The other kinds, in words. */
  readonly notes: readonly string[];
};

const labels: Readonly<Record<string, string>> = {
  '004': 'Bank van de tegenpartij',
  '005': 'Correspondent',
  '007': 'Contant',
};

/**
 * Reads the information records of a movement. Of 001 the address is left out: nothing here is sent to it. Amounts in them
 * are told in words and never count. Source: facts/bank.md section 1.6.
 */
export function detailsOf(information: readonly CodaInformation[]): CodaDetails {
  let counterpartyName: string | null = null;
  let ultimateReceiver: string | null = null;
  let ultimateSender: string | null = null;
  const free: string[] = [];
  const notes: string[] = [];
  for (const one of information) {
    const content = contentOf(one);
    const type = content.slice(0, 3);
    const name = wordsOrNull(content.slice(3, 73));
    if (field(one.first, 40, 40) !== '1') free.push(content);
    else if (type === '001') counterpartyName ??= name;
    else if (type === '008') ultimateReceiver ??= name;
    else if (type === '009') ultimateSender ??= name;
    else notes.push(noteOf(type, content.slice(3)));
  }
  return {
    counterpartyName,
    ultimateReceiver,
    ultimateSender,
    freeText: words(free.join(' ')),
    notes: notes.filter((note) => note !== ''),
  };
}

function contentOf({ first, second, third }: CodaInformation): string {
  return (
    field(first, 41, 113) + (second ? field(second, 11, 115) : ' '.repeat(105)) + (third ? field(third, 11, 100) : '')
  );
}

function noteOf(type: string, content: string): string {
  if (type === '006') return amountNote(content);
  const text = words(content);
  const label = labels[type];
  return text === '' || label === undefined ? text : `${label}: ${text}`;
}

/** Text 30, currency 3, amount 15 in thousandths, sign. */
function amountNote(content: string): string {
  const digits = content.slice(33, 48);
  if (!/^\d{15}$/.test(digits)) return words(content);
  const amount = (Number(digits) / 1000).toFixed(2).replace('.', ',');
  const sign = content.charAt(48) === '1' ? '-' : '';
  return words(`${content.slice(0, 30)} ${content.slice(30, 33)} ${sign}${amount}`);
}
