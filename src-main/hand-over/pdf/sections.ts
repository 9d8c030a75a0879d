import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { Bundle } from '#shared/hand-over/bundle.ts';
import { billWords, eventWords, lastDayWords } from '#shared/hand-over/bundle-words.ts';
import { actWords } from '#shared/limitation/act-words.ts';
import { formatCents } from '#shared/money/cents.ts';
import { colour, size } from '#main/correspondence/letter/geometry.ts';
import type { Sheet } from '#main/correspondence/letter/sheet.ts';
import { type Column, columns, openTable, rowCells } from '#main/correspondence/letter/table.ts';
import { fact, heading, paragraph } from '#main/reports/parts.ts';

const small = { size: size.small };

function titles(widths: readonly Column[], texts: readonly string[]) {
  return rowCells(widths, texts, { ...small, bold: true });
}

const billColumns = columns([0.14, 0.27, 0.16, 0.13, 0.15, 0.15], [4, 5]);
const sumColumns = columns([0.85, 0.15]);

/** What was asked and what is open. */
export function drawBills(sheet: Sheet, { bills, totalCents }: Bundle): void {
  heading(sheet, '1. Facturen');
  const head = ['Factuur', 'Waarvoor', 'Factuurdatum', 'Vervaldag', 'Gevraagd', 'Openstaand'];
  const table = openTable(sheet, titles(billColumns, head));
  for (const bill of bills) {
    const { number, issueDate, dueDate, chargedCents, openCents } = bill;
    const texts = [
      number,
      billWords(bill),
      formatPlainDate(issueDate),
      formatPlainDate(dueDate),
      formatCents(chargedCents),
      formatCents(openCents),
    ];
    table.row('TD', rowCells(billColumns, texts, small), small);
  }
  const total = rowCells(sumColumns, ['Overgedragen', formatCents(totalCents)], { bold: true });
  table.row('TD', total, { rule: colour.accent });
}

const clockColumns = columns([0.16, 0.24, 0.24, 0.36], []);

/** Until when each bill can be asked in court, on both clocks. */
export function drawLimitation(sheet: Sheet, { bills }: Bundle): void {
  heading(sheet, '2. Verjaring');
  const head = ['Factuur', 'Laatste dag vanaf vervaldag', 'Laatste dag vanaf factuurdatum', 'Gestuit door'];
  const table = openTable(sheet, titles(clockColumns, head));
  for (const { number, limitation } of bills) {
    const { lastDay, safeLastDay, isSuspended, acts } = limitation;
    const texts = [
      number,
      lastDayWords(lastDay, isSuspended),
      lastDayWords(safeLastDay, isSuspended),
      acts.length === 0 ? 'Niets' : acts.map(actWords).join('; '),
    ];
    table.row('TD', rowCells(clockColumns, texts, small), small);
  }
  sheet.y += 4;
  paragraph(
    sheet,
    'Ga veiligheidshalve uit van de eerste van beide dagen. Brieven van de school zelf hebben de verjaring niet gestuit.',
    { soft: true },
  );
}

const postingColumns = columns([0.16, 0.64, 0.2]);

/** Everything that moved what this payer owes, per bill and in date order. */
export function drawPostings(sheet: Sheet, { bills }: Bundle): void {
  heading(sheet, '3. Betalingen en andere boekingen');
  const table = openTable(sheet, titles(postingColumns, ['Datum', 'Boeking', 'Bedrag']));
  for (const { number, openCents, postings } of bills) {
    const label = rowCells(sumColumns, [`Factuur ${number}, nog open`, formatCents(openCents)], { bold: true });
    table.row('TH', label, { keepWith: 1, fill: colour.wash });
    for (const { date, label: what, amountCents } of postings) {
      table.row('TD', rowCells(postingColumns, [formatPlainDate(date), what, formatCents(amountCents)], small), small);
    }
  }
}

const eventColumns = columns([0.13, 0.34, 0.17, 0.36], []);

/** Messages as they were sent, with the fingerprint of the exact bytes; of calls and talks only the day. */
export function drawEvents(sheet: Sheet, { events }: Bundle): void {
  heading(sheet, '4. Wat verstuurd en gedaan is');
  if (events.length === 0) {
    paragraph(sheet, 'Er is niets verstuurd.');
    return;
  }
  const table = openTable(sheet, titles(eventColumns, ['Datum', 'Wat', 'Facturen', 'SHA-256 van het bericht']));
  for (const event of events) {
    const isMessage = event.kind === 'message';
    const texts = [
      formatPlainDate(event.date),
      eventWords(event),
      isMessage ? event.invoiceNumbers.join(', ') : '',
      isMessage ? (event.sha256 ?? '') : '',
    ];
    table.row('TD', rowCells(eventColumns, texts, small), small);
  }
  sheet.y += 4;
  paragraph(
    sheet,
    'De school bewaart elk bericht zoals het vertrok. Met de SHA-256 is na te gaan dat er niets aan veranderd is.',
    {
      soft: true,
    },
  );
}

/** On what the costs stand; nothing without costs. */
export function drawClause(sheet: Sheet, { bills, clause }: Bundle): void {
  if (clause === null) return;
  heading(sheet, '5. Kosten en clausule');
  for (const bill of bills) if (bill.cost !== null) fact(sheet, bill.number, [billWords(bill), bill.cost.basis]);
  fact(sheet, 'Schoolreglement', [
    clause.reference,
    ...(clause.date === null ? [] : [`Meegedeeld op ${formatPlainDate(clause.date)}`]),
  ]);
  paragraph(sheet, clause.text);
}
