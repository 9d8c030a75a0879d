const inForce = `o.pupil_id = i.pupil_id AND o.from_date <= i.issue_date
  AND (o.until_date IS NULL OR o.until_date >= i.issue_date)`;
const splitInForce = `${inForce} AND o.kind = 'split'`;

/**
 * What the payer of liability `l` owes of invoice `i` now. What nobody paid on an own share (nearly everything) is divided
 * in SQL; the rest asks the domain itself. A credit that is one payer's money is that payer's only.
 */
export const payerOpenShare = `CASE
  WHEN i.payer_id IS NOT NULL THEN iif(l.payer_id = i.payer_id, i.balance_cents, 0)
  WHEN l.kind = 'joint' OR i.attributed_cents = 0 THEN ${payerShare('i.balance_cents')}
  ELSE ${attributedShare()} END`;

/** The payer of liability `l` has part in invoice `i`: not when it is another's credit, nor when the own share was paid. */
export const hasPart = `(i.payer_id IS NULL OR i.payer_id = l.payer_id)
  AND (i.attributed_cents = 0 OR l.kind = 'joint' OR ${attributedShare()} <> 0)`;

function attributedShare(): string {
  return `owed_share(i.balance_cents, l.payer_id,
    (SELECT json_group_array(json_array(o.payer_id, o.kind, o.share_bp)) FROM liabilities o WHERE ${inForce}),
    (SELECT json_group_array(json_array(a.payer_id, a.amount_cents)) FROM postings a
      WHERE a.invoice_id = i.id AND a.payer_id IS NOT NULL))`;
}

/**
 * What the payer of liability `l` bears of an amount of invoice `i`, in SQL and exact: the same decision as `owedShares`
 * of src-shared/people without own payments, of which a test proves it the twin. Joint: the whole. Split: floored shares of all split payers
 * in force, the cents left over one by one to the largest remainders, then to the lowest payer. All shares zero:
 * everything to the lowest payer. SQLite's integers are 64 bits and a share is at most 10000, so nothing overflows.
 */
export function payerShare(amount: string): string {
  return `CASE WHEN l.kind = 'joint' THEN ${amount} ELSE (
    SELECT sign(t.amount) * CASE
      WHEN t.weight = 0 THEN abs(t.amount) * (l.payer_id = t.first_payer)
      ELSE abs(t.amount) * l.share_bp / t.weight + (
        SELECT sum(${remainder('o')} > ${remainder('l')} OR (${remainder('o')} = ${remainder('l')} AND o.payer_id < l.payer_id))
          < sum(${remainder('o')}) / t.weight
        FROM liabilities o WHERE ${splitInForce})
      END
    FROM (
      SELECT ${amount} AS amount, sum(o.share_bp) AS weight, min(o.payer_id) AS first_payer
      FROM liabilities o WHERE ${splitInForce}
    ) t) END`;
}

/** What is left of a share after flooring, in parts of a cent over the sum of the weights. */
function remainder(liability: 'l' | 'o'): string {
  return `(abs(t.amount) * ${liability}.share_bp % t.weight)`;
}
