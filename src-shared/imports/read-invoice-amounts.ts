import { formatCents } from '../money/cents.ts';
import { normaliseText } from './normalise-text.ts';
import type { RowReader } from './row-reader.ts';
import type { TableRow } from './table.ts';

export type InvoiceKind = 'invoice' | 'creditNote';

export type InvoiceAmounts = {
  readonly kind: InvoiceKind;
  /** What was charged; null when the file only says what is open. Negative for a credit note. */
  readonly totalCents: number | null;
  /** What is still open; negative is money that the school owes. */
  readonly openCents: number;
};

export type ReadInvoiceAmounts =
  | (InvoiceAmounts & { readonly ok: true; readonly notes: readonly string[] })
  | { readonly ok: false; readonly reason: string };

/**
 * What an invoice cost and what is open, from the columns total, paid and open, of which at least one of total and open
 * is filled. Whatever is missing follows from the others; three that contradict each other refuse the row. A negative
 * amount or the credit-note column makes it a credit note. Cents; reasons are Dutch.
 */
export function readInvoiceAmounts(row: TableRow, reader: RowReader): ReadInvoiceAmounts {
  const cells: { total: number | null; paid: number | null; open: number | null } = {
    total: null,
    paid: null,
    open: null,
  };
  for (const field of ['total', 'paid', 'open'] as const) {
    const amount = reader.amount(row, field);
    if (amount === null) continue;
    if (!amount.ok) return amount;
    cells[field] = amount.cents;
  }
  const { paid } = cells;
  let { total, open } = cells;
  if (total === null && open === null) return { ok: false, reason: 'het bedrag ontbreekt' };
  const flagged = isYes(reader.text(row, 'creditNote'));
  if (flagged) {
    // Packages write the amount of a credit note with or without its sign.
    total = total === null ? null : -Math.abs(total);
    open = open === null ? null : -Math.abs(open);
  }
  if (paid !== null && total !== null && open !== null && Math.abs(total - open) !== Math.abs(paid)) {
    return {
      ok: false,
      reason: `de bedragen spreken elkaar tegen: ${formatCents(total)} min ${formatCents(paid)} betaald is niet ${formatCents(open)}`,
    };
  }
  if (paid !== null && paid !== 0) {
    const towardsZero = Math.sign(total ?? open ?? 1) * Math.abs(paid);
    if (open === null && total !== null) open = total - towardsZero;
    else if (total === null && open !== null) total = open + towardsZero;
  }
  open ??= total ?? 0;
  const kind: InvoiceKind = flagged || (total ?? open) < 0 ? 'creditNote' : 'invoice';
  if (total !== null && kind === 'invoice' && open > total) {
    return { ok: false, reason: `er staat meer open (${formatCents(open)}) dan het totaal (${formatCents(total)})` };
  }
  if (total !== null && kind === 'creditNote' && (open < total || open > 0)) {
    return {
      ok: false,
      reason: `een creditnota van ${formatCents(total)} kan niet voor ${formatCents(open)} openstaan`,
    };
  }
  const overpaid = kind === 'invoice' && open < 0;
  return {
    ok: true,
    kind,
    totalCents: total,
    openCents: open,
    notes: overpaid ? ['er is meer betaald dan gevraagd: een tegoed'] : [],
  };
}

/** A credit-note column says yes, X, 1, CN, creditnota … */
function isYes(text: string): boolean {
  return /^(?:ja|j|yes|y|oui|o|waar|true|x|1|cn|cr|credit.*|krediet.*|note de credit)$/.test(normaliseText(text));
}
