import { type Cents, parseAmount } from '../money/cents.ts';

/** How the decimals of one column are written. */
export type DecimalStyle = 'comma' | 'dot';

export type ReadAmount =
  | { readonly ok: true; readonly cents: Cents }
  /** `reason` is Dutch and quotes the cell. */
  | { readonly ok: false; readonly reason: string };

/** No school invoice is larger; a larger figure is a date, a reference or a slip of the pen. */
const largestCents = 100_000_000;

function styleOf(text: string): DecimalStyle | undefined {
  const match = /([.,])\d{1,2}\)?-?(?:\s*(?:€|EUR))?$/i.exec(text.trim());
  return match ? (match[1] === ',' ? 'comma' : 'dot') : undefined;
}

/**
 * How one amount column writes its decimals: the style of most of its cells; comma when they are equal or no cell has
 * decimals, because the files are Belgian.
 */
export function decimalStyle(cells: Iterable<string>): DecimalStyle {
  const counts = { comma: 0, dot: 0 };
  for (const cell of cells) {
    const style = styleOf(cell);
    if (style) counts[style] += 1;
  }
  return counts.dot > counts.comma ? 'dot' : 'comma';
}

/**
 * Reads one cell of an amount column. A cell that writes its decimals differently from its column is refused, and so is
 * everything that can be read in two ways (`1,234.56`; `1.234` between dot decimals) or has three decimals (`12,345`):
 * an amount is asked about, never guessed. Source: acceptance money-and-bank.
 */
export function readAmount(text: string, style: DecimalStyle): ReadAmount {
  const parsed = parseAmount(text);
  const quoted = `“${text}”`;
  if (!parsed.ok) {
    switch (parsed.problem) {
      case 'empty':
        return { ok: false, reason: 'het bedrag ontbreekt' };
      case 'ambiguous':
        return {
          ok: false,
          reason: `het bedrag ${quoted} kan op twee manieren gelezen worden; schrijf het als 1.234,56`,
        };
      case 'tooManyDecimals':
        return { ok: false, reason: `het bedrag ${quoted} heeft meer dan twee decimalen` };
      default:
        return { ok: false, reason: `${quoted} is geen bedrag` };
    }
  }
  const own = styleOf(text);
  if (own !== undefined && own !== style) {
    const [cell, column] = style === 'comma' ? ['een punt', 'een komma'] : ['een komma', 'een punt'];
    return {
      ok: false,
      reason: `het bedrag ${quoted} heeft ${cell} voor de decimalen, de andere bedragen in deze kolom ${column}`,
    };
  }
  if (own === undefined && style === 'dot' && /\d\.\d{3}/.test(text)) {
    return { ok: false, reason: `het bedrag ${quoted} kan op twee manieren gelezen worden; schrijf het als 1234.56` };
  }
  if (Math.abs(parsed.cents) > largestCents) {
    return { ok: false, reason: `het bedrag ${quoted} is te groot voor een schoolfactuur` };
  }
  return { ok: true, cents: parsed.cents };
}
