import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { PostingRow } from '#shared/ledger/booking-shapes.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** A posting in a list: the amount that counts there, and what the list comes to after it. */
export type ListedPosting = { readonly postingId: number; readonly amountCents: number; readonly balanceCents: number };

type Row = Omit<PostingRow, 'amountCents' | 'balanceCents' | 'source' | 'sourceText' | 'isReversed'> & {
  readonly fileName: string | null;
  readonly sequence: number | null;
  readonly closingDate: string | null;
  readonly isReversed: number;
};

const rowsSql = `
  SELECT p.id AS postingId, p.entry_id AS entryId, p.invoice_id AS invoiceId, i.number AS invoiceNumber,
    trim(u.first_name || ' ' || u.last_name) AS pupilName, p.kind, o.kind AS reversedKind,
    p.booking_date AS bookingDate, p.value_date AS valueDate, p.description,
    (SELECT trim(y.first_name || ' ' || y.last_name) FROM payers y WHERE y.id = p.payer_id) AS payerName,
    (SELECT m.file_name FROM imports m WHERE m.id = p.import_id) AS fileName,
    s.sequence_number AS sequence, s.closing_date AS closingDate, e.bank_transaction_id AS bankTransactionId,
    EXISTS (SELECT 1 FROM postings r WHERE r.reverses_id = p.id) AS isReversed, p.author, p.created_at AS at
  FROM json_each(?) k CROSS JOIN postings p ON p.id = k.value
    CROSS JOIN invoices i ON i.id = p.invoice_id CROSS JOIN pupils u ON u.id = i.pupil_id
    LEFT JOIN postings o ON o.id = p.reverses_id LEFT JOIN journal_entries e ON e.id = p.entry_id
    LEFT JOIN bank_transactions t ON t.id = e.bank_transaction_id
    LEFT JOIN bank_statements s ON s.id = t.bank_statement_id
  ORDER BY k.key`;

/** Everything a screen shows of these postings, in the same order. */
export function postingRows(store: Store, listed: readonly ListedPosting[]): PostingRow[] {
  const rows = statement(store, rowsSql).all(JSON.stringify(listed.map(({ postingId }) => postingId))) as Row[];
  return rows.map(({ fileName, sequence, closingDate, isReversed, ...row }, index) => ({
    ...row,
    amountCents: listed[index]?.amountCents ?? 0,
    balanceCents: listed[index]?.balanceCents ?? 0,
    isReversed: isReversed === 1,
    ...sourceOf(row.author, fileName, closingDate, sequence),
  }));
}

/** Where a posting comes from, in words that somebody can look up: a file, a statement of the bank, a person. */
function sourceOf(
  author: string,
  fileName: string | null,
  closingDate: string | null,
  sequence: number | null,
): Pick<PostingRow, 'source' | 'sourceText'> {
  if (closingDate !== null) {
    const number = sequence === null ? '' : ` ${sequence}`;
    return { source: 'bank', sourceText: `uittreksel${number} van ${formatPlainDate(closingDate)}` };
  }
  if (fileName !== null) return { source: 'import', sourceText: fileName };
  return { source: 'hand', sourceText: `ingevoerd door ${author}` };
}
