import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { Bundle } from '#shared/hand-over/bundle.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Sheet } from '#main/correspondence/letter/sheet.ts';
import { fact, heading, paragraph } from '#main/reports/parts.ts';
import { appendixName } from './appendix.ts';

/** Who hands what to whom, and who answers questions. */
export function drawTitlePage(sheet: Sheet, bundle: Bundle): void {
  const { school, debtor, partner, reference, handedOn, madeOn, bills, totalCents, reminders } = bundle;
  heading(sheet, 'Overdracht van onbetaalde schoolrekeningen', 1);
  sheet.y += 10;
  fact(sheet, 'Referentie', reference === '' ? [] : [reference], { boldFirst: true });
  fact(sheet, 'Overgedragen op', [formatPlainDate(handedOn)]);
  fact(sheet, 'Opgemaakt op', madeOn === handedOn ? [] : [formatPlainDate(madeOn)]);
  heading(sheet, 'Partijen');
  fact(sheet, 'Schuldeiser', [school.name, ...school.lines], { boldFirst: true });
  fact(sheet, 'Betaler', [debtor.name, ...debtor.lines], { boldFirst: true });
  fact(sheet, 'Overgedragen aan', [partner.name, ...partner.lines], { boldFirst: true });
  heading(sheet, 'Te innen');
  const count = bills.length === 1 ? '1 post' : `${bills.length} posten`;
  fact(sheet, 'Bedrag', [`${formatCents(totalCents)} (${count})`], { boldFirst: true });
  fact(sheet, 'Rekening', school.account);
  heading(sheet, 'Vragen');
  fact(sheet, 'Contact bij de school', school.contact);
  heading(sheet, 'Inhoud');
  const contents = [
    '1. Facturen',
    '2. Verjaring',
    '3. Betalingen en andere boekingen',
    '4. Wat verstuurd en gedaan is',
    ...(bundle.clause === null ? [] : ['5. Kosten en clausule']),
    ...reminders.map(
      ({ date }, index) => `${appendixName(reminders.length, index)}: eerste herinnering van ${formatPlainDate(date)}`,
    ),
  ];
  paragraph(sheet, contents.join('\n'));
  paragraph(
    sheet,
    'Dit dossier gaat alleen over deze betaler. Het is alleen bestemd voor wie hierboven staat, om deze rekeningen te innen; het mag niet voor iets anders gebruikt of doorgegeven worden.',
    { soft: true },
  );
}
