/**
 * What the payer of liability `l` owes of an amount of invoice `i`, in SQL and exact: the same decision as `owedShares`
 * of src-shared/people, of which a test proves it the twin. Joint: the whole. Split: floored shares of all split payers
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

const splitInForce = `o.pupil_id = i.pupil_id AND o.kind = 'split' AND o.from_date <= i.issue_date
  AND (o.until_date IS NULL OR o.until_date >= i.issue_date)`;

/** What is left of a share after flooring, in parts of a cent over the sum of the weights. */
function remainder(liability: 'l' | 'o'): string {
  return `(abs(t.amount) * ${liability}.share_bp % t.weight)`;
}
