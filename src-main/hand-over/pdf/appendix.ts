import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { BundleReminder } from '#shared/hand-over/bundle.ts';
import { channelWord } from '#shared/runs/channel-words.ts';
import { drawBlocks } from '#main/correspondence/letter/blocks.ts';
import type { Sheet } from '#main/correspondence/letter/sheet.ts';
import { fact, heading, paragraph } from '#main/reports/parts.ts';

/** The text of a first reminder in full, on pages of its own. */
export function drawReminder(sheet: Sheet, title: string, reminder: BundleReminder): void {
  const { date, channel, sha256, model, isMasked } = reminder;
  sheet.nextPage();
  heading(sheet, `${title}: eerste herinnering van ${formatPlainDate(date)}`, 1);
  const small = { small: true };
  fact(sheet, 'Verstuurd', [`${formatPlainDate(date)}, per ${channelWord(channel)}`], small);
  fact(sheet, 'SHA-256', sha256 === null ? [] : [sha256], small);
  fact(sheet, 'Van', [[model.sender.name, ...model.sender.lines].join(' · ')], small);
  fact(sheet, 'Aan', [[model.recipient.name, ...model.recipient.addressLines].join(' · ')], small);
  fact(sheet, 'Opgemaakt', [model.placeAndDate], small);
  fact(sheet, 'Onderwerp', [model.subject], { ...small, boldFirst: true });
  if (isMasked) {
    paragraph(sheet, 'Dit bericht was ook voor iemand anders bestemd; die naam is hier weggelaten.', { soft: true });
  }
  sheet.y += 6;
  drawBlocks(sheet, model.blocks);
  paragraph(sheet, model.footer.join('\n'), { soft: true });
}

/** The only one has no number. */
export function appendixName(count: number, index: number): string {
  return count === 1 ? 'Bijlage' : `Bijlage ${index + 1}`;
}
