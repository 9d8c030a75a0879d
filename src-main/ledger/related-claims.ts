import { Problem } from '#shared/api/problem.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { moneyClaim, moneyClaims } from './money-claims.ts';

type RelateRequest = { readonly invoiceId: number; readonly relatedInvoiceId: number; readonly reason: string };

/** Ties two claims together, seen from both; within one household, or at least within one school. */
export function relateClaims(context: Context, request: RelateRequest): { relatedClaimId: number } {
  const { store, actor, clock } = context;
  return runCommand(context, () => {
    const claim = moneyClaim(store, request.invoiceId);
    const related = moneyClaim(store, request.relatedInvoiceId, 'relatedInvoiceId');
    if (claim.invoiceId === related.invoiceId) {
      throw refused('Een factuur kan niet bij zichzelf horen. Er is niets veranderd; kies een andere.');
    }
    if (claim.householdId !== related.householdId && claim.schoolId !== related.schoolId) {
      throw refused(
        `${claim.number} en ${related.number} zijn van verschillende gezinnen in verschillende scholen. Er is niets veranderd; kies een factuur van hetzelfde gezin of dezelfde school.`,
      );
    }
    const [low = 0, high = 0] = [claim.invoiceId, related.invoiceId].sort((a, b) => a - b);
    const known = store.sql
      .prepare('SELECT 1 FROM related_claims WHERE invoice_id = ? AND related_invoice_id = ? AND removed_at IS NULL')
      .get(low, high);
    if (known) {
      throw new Problem('CONFLICT', `${claim.number} en ${related.number} horen al bij elkaar. Er is niets veranderd.`);
    }
    const { lastInsertRowid } = store.sql
      .prepare(
        `INSERT INTO related_claims (school_id, invoice_id, related_invoice_id, reason, author, created_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(claim.schoolId, low, high, request.reason, actor, clock.now());
    const relatedClaimId = Number(lastInsertRowid);
    const { schoolId, householdId } = claim;
    return {
      result: { relatedClaimId },
      audit: {
        command: 'ledger.relate',
        schoolId,
        householdId,
        detail: { relatedClaimId, invoiceId: claim.invoiceId, relatedInvoiceId: related.invoiceId },
      },
    };
  });
}

/** Lets two claims go their own way again; that they were tied stays known. */
export function unrelateClaims(context: Context, relatedClaimId: number): { relatedClaimId: number } {
  const { store, clock } = context;
  return runCommand(context, () => {
    const row = store.sql
      .prepare(
        `UPDATE related_claims SET removed_at = ? WHERE id = ? AND removed_at IS NULL
         RETURNING school_id AS schoolId, invoice_id AS invoiceId, related_invoice_id AS relatedInvoiceId`,
      )
      .get(clock.now(), relatedClaimId) as
      | { readonly schoolId: number; readonly invoiceId: number; readonly relatedInvoiceId: number }
      | undefined;
    if (!row) throw new Problem('NOT_FOUND', 'Dit verband bestaat niet meer. Er is niets veranderd.');
    const { schoolId, ...detail } = row;
    const householdId = moneyClaims(store, [row.invoiceId]).get(row.invoiceId)?.householdId ?? null;
    return {
      result: { relatedClaimId },
      audit: { command: 'ledger.unrelate', schoolId, householdId, detail: { relatedClaimId, ...detail } },
    };
  });
}

function refused(sentence: string): Problem {
  return new Problem('REFUSED', sentence, 'relatedInvoiceId');
}
