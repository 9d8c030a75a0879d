import { Problem } from '#shared/api/problem.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** What rests on a document: a question that finds it by the id, and why the document stays, with the name it found. */
const proofs: readonly { readonly sql: string; readonly why: (found: string) => string }[] = [
  {
    sql: `SELECT i.number FROM limitation_acts a JOIN invoices i ON i.id = a.invoice_id
      WHERE a.document_id = ? AND a.withdrawn_at IS NULL ORDER BY a.id`,
    why: (number) =>
      `Dit document bewijst dat de verjaring van factuur ${number} gestuit is. Het blijft staan; neem eerst de stuiting terug.`,
  },
  {
    sql: "SELECT '' FROM plan_signatures WHERE document_id = ? AND withdrawn_at IS NULL",
    why: () => 'Met dit document is een afbetaalplan aanvaard. Het blijft staan; neem eerst de aanvaarding terug.',
  },
  {
    sql: "SELECT '' FROM household_changes WHERE document_id = ? AND undone_at IS NULL",
    why: () =>
      'Dit document bewijst wie vanaf welke dag betaalt. Het blijft staan; maak eerst die wijziging ongedaan bij Wijzigingen.',
  },
  {
    sql: `SELECT trim(p.first_name || ' ' || p.last_name) FROM rules_signatures r JOIN payers p ON p.id = r.payer_id
      WHERE r.document_id = ? AND r.removed_at IS NULL ORDER BY r.id`,
    why: (payer) =>
      `Dit document bewijst dat ${payer} het schoolreglement tekende. Het blijft staan; haal eerst die handtekening weg.`,
  },
  {
    sql: "SELECT '' FROM referrals WHERE permission_document_id = ? AND shared_on IS NOT NULL",
    why: () =>
      'Met de toestemming op dit document is aan een partner iets meegedeeld. Het blijft staan: het bewijst dat dit mocht.',
  },
  {
    sql: "SELECT '' FROM referrals WHERE permission_document_id = ? AND permission_withdrawn_at IS NULL AND closed_on IS NULL",
    why: () =>
      'Op dit document staat de toestemming voor een doorverwijzing. Het blijft staan; trek eerst die toestemming in of sluit de doorverwijzing af.',
  },
];

/** What was written down because of a document is worth nothing without it. */
export function refuseWhenProof(store: Store, documentId: number): void {
  for (const { sql, why } of proofs) {
    const found = statement(store, `${sql} LIMIT 1`).pluck().get(documentId) as string | undefined;
    if (found !== undefined) throw new Problem('REFUSED', why(found));
  }
}
