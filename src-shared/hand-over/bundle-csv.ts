import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { channelWord } from '../runs/channel-words.ts';
import { harmlessText } from '../ledger/harmless-text.ts';
import { decimalComma } from '../money/decimal-comma.ts';
import type { Bundle, BundleBill, BundleEvent } from './bundle.ts';
import { billWords, eventWords } from './bundle-words.ts';

const headings = [
  'Soort',
  'Datum',
  'Factuur',
  'Omschrijving',
  'Factuurdatum',
  'Vervaldag',
  'Bedrag',
  'Openstaand',
  'Laatste dag (vervaldag)',
  'Laatste dag (factuurdatum)',
  'Kanaal',
  'Nummer',
  'SHA-256',
] as const;
type Heading = (typeof headings)[number];

/**
 * The bundle as rows for a spreadsheet or the software of whoever collects: one per bill, one per movement on it, one per
 * message, call and talk. Amounts with a decimal comma, dates dd/mm/yyyy; no text is ever read as a formula.
 */
export function bundleRows(bundle: Bundle): string[][] {
  const rows = [...bundle.bills.flatMap(billRows), ...bundle.events.map(eventRow)];
  return [[...headings], ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))];
}

type Row = Partial<Record<Heading, string>>;

function billRows(bill: BundleBill): Row[] {
  const { number, cost, issueDate, dueDate, chargedCents, openCents, limitation, postings } = bill;
  const Factuur = harmlessText(number);
  return [
    {
      Soort: cost === null ? 'factuur' : 'kost',
      Datum: formatPlainDate(issueDate),
      Factuur,
      Omschrijving: harmlessText(billWords(bill)),
      Factuurdatum: formatPlainDate(issueDate),
      Vervaldag: formatPlainDate(dueDate),
      Bedrag: decimalComma(chargedCents),
      Openstaand: decimalComma(openCents),
      'Laatste dag (vervaldag)': lastDay(limitation.lastDay, limitation.isSuspended),
      'Laatste dag (factuurdatum)': lastDay(limitation.safeLastDay, limitation.isSuspended),
    },
    ...postings.map(({ date, label, amountCents }): Row => ({
      Soort: 'boeking',
      Datum: formatPlainDate(date),
      Factuur,
      Omschrijving: harmlessText(label),
      Bedrag: decimalComma(amountCents),
    })),
  ];
}

/** Empty while proceedings run. */
function lastDay(date: PlainDate, isSuspended: boolean): string {
  return isSuspended ? '' : formatPlainDate(date);
}

function eventRow(event: BundleEvent): Row {
  const shared = { Datum: formatPlainDate(event.date), Omschrijving: harmlessText(eventWords(event)) };
  if (event.kind !== 'message') return { ...shared, Soort: event.kind === 'phone' ? 'telefoon' : 'gesprek' };
  return {
    ...shared,
    Soort: 'bericht',
    Factuur: harmlessText(event.invoiceNumbers.join(', ')),
    Kanaal: channelWord(event.channel),
    Nummer: harmlessText(event.stage?.number ?? ''),
    'SHA-256': event.sha256 ?? '',
  };
}
