import type { MovementKind, Returned } from '../statement.ts';

/** Categories of what the bank takes for itself: interest, fees, commissions, postage, VAT, charges of others. */
const costCategories = new Set(
  '001 002 003 004 005 006 007 008 011 012 013 014 015 016 017 022 029 031 037 045 049 061'.split(' '),
);

/**
 * What a movement is, by the eight digits of its transaction code, the sign, and the R-transaction when there is one. The
 * sign decides the direction; a code that says the opposite makes it something for a person to look at.
 * Source: facts/bank.md section 1.8.
 */
export function movementKind(code: string, amountCents: number, returned: Returned | null): MovementKind {
  const family = code.slice(1, 3);
  const transaction = code.slice(3, 5);
  const incoming = amountCents >= 0;
  if (transaction === '49' || transaction === '99') return 'correction';
  if (family === '80' || family === '35' || transaction === '37' || transaction === '87') return 'cost';
  if (family === '05') return directDebitKind(transaction, incoming, returned);
  if (!incoming && costCategories.has(code.slice(5, 8))) return 'cost';
  if (family === '01' || family === '02' || family === '41') return transferKind(transaction, incoming, returned);
  if (family === '04' || family === '09') return incoming ? 'cash' : 'outgoing';
  if (family === '03' && !incoming) return 'outgoing';
  return 'other';
}

function directDebitKind(transaction: string, incoming: boolean, returned: Returned | null): MovementKind {
  if (incoming) {
    if (transaction === '50' || transaction === '52') return 'directDebit';
    if (transaction === '54' || transaction === '56') return 'returned';
    return 'correction';
  }
  if (transaction === '03') return 'directDebitUnpaid';
  if (transaction === '05') return 'directDebitRefund';
  if (transaction >= '50' || returned === 'reversal' || returned === 'cancellation') return 'correction';
  if (returned) return returned === 'refund' ? 'directDebitRefund' : 'directDebitUnpaid';
  return 'outgoing';
}

function transferKind(transaction: string, incoming: boolean, returned: Returned | null): MovementKind {
  if (incoming !== transaction >= '50') return 'correction';
  if (!incoming) return 'outgoing';
  if (returned || transaction === '54' || transaction === '60' || transaction === '62') return 'returned';
  // From and to other accounts of the holder.
  return transaction === '64' || transaction === '66' ? 'other' : 'payment';
}
