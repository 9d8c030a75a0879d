import { formatCents } from '#shared/money/cents.ts';
import type { Store } from '#main/store/store.ts';

export type WrongEntry = { readonly entryId: number; readonly sentence: string };

type Sums = { readonly entryId: number; readonly kind: string; readonly expected: number; readonly booked: number };

/**
 * What the postings of an entry come to, by its kind: money that came in and what was credited lowers by its amount, money that went out or was
 * asked raises by it, what only moved comes to nothing, and moved exactly that much.
 */
const wrongSums = `
  SELECT entryId, kind, expected, booked FROM (
    SELECT e.id AS entryId, e.kind,
      CASE WHEN e.kind IN ('receipt', 'writeOff', 'remission', 'correction') THEN -e.amount_cents
        WHEN e.kind IN ('transfer', 'compensation') THEN 0 ELSE e.amount_cents END AS expected,
      coalesce(sum(p.amount_cents), 0) AS booked,
      CASE WHEN e.kind IN ('transfer', 'compensation') THEN e.amount_cents END AS moved,
      coalesce(sum(max(p.amount_cents, 0)), 0) AS raised
    FROM journal_entries e LEFT JOIN postings p ON p.entry_id = e.id WHERE e.kind <> 'reversal' GROUP BY e.id)
  WHERE booked <> expected OR moved <> raised ORDER BY entryId`;

/** A reversal has for each posting of what it takes back the exact opposite, and nothing else. */
const wrongReversals = `
  SELECT e.id FROM journal_entries e WHERE e.kind = 'reversal' AND (
    EXISTS (
      SELECT 1 FROM postings o LEFT JOIN postings r ON r.reverses_id = o.id
      WHERE o.entry_id = e.reverses_id AND (r.id IS NULL OR r.entry_id IS NOT e.id OR r.amount_cents <> -o.amount_cents
        OR r.invoice_id <> o.invoice_id OR r.payer_id IS NOT o.payer_id))
    OR (SELECT count(*) FROM postings WHERE entry_id = e.id) <> (SELECT count(*) FROM postings WHERE entry_id = e.reverses_id))
  ORDER BY e.id`;

/** Entries of which the postings are not what the entry says. */
export function wrongEntries(store: Store): WrongEntry[] {
  const sums = store.sql.prepare<[], Sums>(wrongSums).all();
  const reversals = store.sql.prepare(wrongReversals).pluck().all() as number[];
  return [
    ...sums.map(({ entryId, expected, booked }) => ({
      entryId,
      sentence: `De boekingen zijn samen ${formatCents(booked)} en moeten samen ${formatCents(expected)} zijn.`,
    })),
    ...reversals.map((entryId) => ({
      entryId,
      sentence: 'De storno is niet het exacte tegendeel van wat ze terugdraait.',
    })),
  ];
}
