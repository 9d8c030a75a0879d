import type { LetterBlock, LetterLine, LetterModel } from '#shared/correspondence/letter-model.ts';
import { phrasesFor } from '#shared/correspondence/phrases-for.ts';

/** The plain text part of a mail, saying the same as the HTML part. */
export function mailText(model: LetterModel): string {
  const body = model.blocks.map(blockText).filter((text) => text !== '');
  const from = phrasesFor(model.language).messageFrom(model.sender.name);
  return `${[...body, ['-- ', ...model.footer, from, ...model.sender.lines].join('\n')].join('\n\n')}\n`;
}

function lineText(line: LetterLine): string {
  return line.map((inline) => inline.text).join('');
}

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map(lineText).join('\n');
    case 'heading':
      return lineText(block.line);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item.map(lineText).join('\n  ')}`)
        .join('\n');
    case 'openInvoices':
      return invoicesText(block);
    case 'payment': {
      const { payment } = block;
      const { labels } = payment;
      const rows = [
        [labels.amount, payment.amount],
        [labels.beneficiary, payment.beneficiary],
        [labels.iban, payment.iban],
        [labels.reference, payment.reference],
      ];
      return [labels.title, ...rows.filter(([, value]) => value !== '').map((row) => row.join(': '))].join('\n');
    }
    case 'qr':
      // A code cannot be read in plain text; the account and the communication stand in the text itself.
      return '';
    case 'instalments':
      return [
        ...block.payTo.map(({ label, value }) => `${label}: ${value}`),
        '',
        ...block.rows.map(({ title, due, amount }) => `- ${title}, ${due}: ${amount}`),
      ].join('\n');
    case 'signatures':
      return `${block.statement}\n\n${block.attached}`;
    default:
      return block satisfies never;
  }
}

function invoicesText(block: Extract<LetterBlock, { kind: 'openInvoices' }>): string {
  const { headings, upcoming, credit } = block;
  const lines: string[] = [];
  for (const group of block.groups) {
    if (group.heading !== '') lines.push(`${group.heading}: ${group.subtotal}`);
    for (const row of group.rows) {
      lines.push(
        `- ${headings.number} ${row.number} (${row.issueDate}), ${row.billingGroup}, ${headings.dueDate} ${row.dueDate}: ${row.open}`,
      );
    }
  }
  if (credit) lines.push(`${credit.label}: ${credit.amount}`);
  if (lines.length > 0) lines.push(`${block.totalLabel}: ${block.total}`);
  if (upcoming) {
    lines.push('', upcoming.title);
    for (const row of upcoming.rows) {
      lines.push(`- ${row.number}, ${row.pupil}, ${row.billingGroup}, ${headings.dueDate} ${row.dueDate}: ${row.open}`);
    }
  }
  return lines.join('\n').trim();
}
