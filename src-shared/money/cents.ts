/** Integer euro cents. Never a float, never a string. */
export type Cents = number & { readonly __unit: 'cents' };

/** Zero cents. */
export const zeroCents = 0 as Cents;

/** Takes a number as cents; throws on anything that is not a safe integer, so that no float ever enters the ledger. */
export function toCents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of cents: ${value}`);
  return value as Cents;
}

/** Sum of amounts in cents; throws when it leaves the safe integers. */
export function sumCents(amounts: Iterable<number>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return toCents(total);
}

export type AmountParseProblem = 'empty' | 'notAnAmount' | 'ambiguous' | 'tooManyDecimals';
export type ParsedAmount =
  | { readonly ok: true; readonly cents: Cents }
  | { readonly ok: false; readonly problem: AmountParseProblem };

const belgian = /^\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?:,\d{1,2})?$/;
const plainComma = /^\d+,\d{1,2}$/;
const plainDot = /^\d+\.\d{1,2}$/;
const whole = /^\d+$/;
const english = /^\d{1,3}(?:,\d{3})+\.\d{1,2}$/;

/**
 * Reads an amount as a Belgian office writes it: `1.234,56`, `1234,56`, `1234.56`, `€ 1.234,56`, `-12,5`, `12,50-`.
 * `1,234.56` is ambiguous in a Belgian file: it is returned as such and never guessed. `12,345` is refused: three
 * decimals are no amount, and a comma is no thousands separator here. Source: acceptance money-and-bank.
 */
export function parseAmount(text: string): ParsedAmount {
  let rest = text.replace(/€|EUR/gi, '').trim();
  if (rest === '') return { ok: false, problem: 'empty' };
  let sign = 1;
  const leading = /^([-+−])\s*/.exec(rest);
  if (leading) {
    if (leading[1] !== '+') sign = -1;
    rest = rest.slice(leading[0].length);
  } else if (rest.endsWith('-')) {
    sign = -1;
    rest = rest.slice(0, -1).trim();
  } else if (/^\(.*\)$/.test(rest)) {
    sign = -1;
    rest = rest.slice(1, -1).trim();
  }
  if (english.test(rest)) return { ok: false, problem: 'ambiguous' };
  let digits: string;
  if (belgian.test(rest)) digits = rest.replace(/[. \u00a0\u202f]/g, '').replace(',', '.');
  else if (plainComma.test(rest)) digits = rest.replace(',', '.');
  else if (plainDot.test(rest) || whole.test(rest)) digits = rest;
  else return { ok: false, problem: /^\d+[.,]\d{3,}$/.test(rest) ? 'tooManyDecimals' : 'notAnAmount' };
  const [euros = '0', decimals = ''] = digits.split('.');
  const cents = sign * (Number(euros) * 100 + Number(decimals.padEnd(2, '0')));
  if (!Number.isSafeInteger(cents)) return { ok: false, problem: 'notAnAmount' };
  return { ok: true, cents: (cents === 0 ? 0 : cents) as Cents };
}

/** Cents as on screen and on paper: `€ 1.234,50`, negative `€ -12,50` (nl-BE). The one formatter for both. */
export function formatCents(cents: number): string {
  return `€\u00a0${formatCentsPlain(cents)}`;
}

/** Cents without the euro sign: `1.234,50`, for tables whose heading names the currency. */
export function formatCentsPlain(cents: number): string {
  const absolute = Math.abs(toCents(cents));
  const euros = Math.floor(absolute / 100).toString();
  const grouped = euros.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${cents < 0 ? '-' : ''}${grouped},${(absolute % 100).toString().padStart(2, '0')}`;
}
