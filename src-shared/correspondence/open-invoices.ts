import { formatPlainDate } from '../calendar/plain-date.ts';
import { formatCents, sumCents } from '../money/cents.ts';
import { cleanText } from './clean-text.ts';
import { pupilName } from './inline-values.ts';
import type { LetterBlock, LetterTableGroup, LetterTableRow } from './letter-model.ts';
import type { ItemFacts, MessageFacts, PupilFacts } from './message-facts.ts';
import type { Phrases } from './phrases.ts';
import { isCredit, isDue, isUpcoming, messageTotals } from './totals.ts';

type OpenInvoicesBlock = Extract<LetterBlock, { kind: 'openInvoices' }>;

/**
 * The table of open invoices: what is due, per child when there are several, oldest first; credits on a line of their
 * own and taken off the total; what is not yet due apart, as information. Amounts are this payer's own part. Null when
 * there is nothing at all to show.
 */
export function openInvoicesBlock(facts: MessageFacts, phrases: Phrases): OpenInvoicesBlock | null {
  const items = [...facts.items].sort(byDueDate);
  const groups = dueGroups(facts.pupils, items.filter(isDue));
  const upcoming = items.filter(isUpcoming);
  const credits = items.filter(isCredit);
  if (groups.length === 0 && upcoming.length === 0 && credits.length === 0) return null;
  const totals = messageTotals(items);
  const partly = items.some((item) => item.amountCents !== item.openCents);
  const pupils = new Map(facts.pupils.map((pupil) => [pupil.pupilId, pupil]));
  return {
    kind: 'openInvoices',
    headings: {
      number: phrases.table.number,
      issueDate: phrases.table.issueDate,
      dueDate: phrases.table.dueDate,
      billingGroup: phrases.table.billingGroup,
      open: partly ? phrases.table.ownShare : phrases.table.open,
    },
    groups,
    totalLabel: phrases.table.total,
    total: formatCents(totals.totalCents),
    upcoming:
      upcoming.length === 0
        ? null
        : {
            title: phrases.table.upcoming,
            rows: upcoming.map((item) => {
              const pupil = pupils.get(item.pupilId);
              return { ...tableRow(item), pupil: pupil ? pupilName(pupil) : '' };
            }),
          },
    credit:
      credits.length === 0 ? null : { label: creditLabel(credits, phrases), amount: formatCents(-totals.creditCents) },
  };
}

function byDueDate(a: ItemFacts, b: ItemFacts): number {
  if (a.dueDate !== b.dueDate) return a.dueDate < b.dueDate ? -1 : 1;
  if (a.number !== b.number) return a.number < b.number ? -1 : 1;
  return a.invoiceId - b.invoiceId;
}

function dueGroups(pupils: readonly PupilFacts[], due: readonly ItemFacts[]): LetterTableGroup[] {
  const known = new Set(pupils.map((pupil) => pupil.pupilId));
  const groups = [
    ...pupils.map((pupil) => ({
      heading: pupilHeading(pupil),
      items: due.filter((item) => item.pupilId === pupil.pupilId),
    })),
    { heading: '', items: due.filter((item) => !known.has(item.pupilId)) },
  ].filter((group) => group.items.length > 0);
  return groups.map(({ heading, items }) => ({
    heading: pupils.length > 1 ? heading : '',
    rows: items.map(tableRow),
    subtotal: formatCents(sumCents(items.map((item) => item.amountCents))),
  }));
}

function pupilHeading(pupil: PupilFacts): string {
  const name = pupilName(pupil);
  return pupil.className === '' ? name : `${name} (${cleanText(pupil.className)})`;
}

function tableRow(item: ItemFacts): LetterTableRow {
  return {
    number: cleanText(item.number),
    issueDate: formatPlainDate(item.issueDate),
    dueDate: formatPlainDate(item.dueDate),
    billingGroup: cleanText(item.billingGroup),
    open: formatCents(item.amountCents),
  };
}

/** Names the credit notes when they are few enough to read. */
function creditLabel(credits: readonly ItemFacts[], phrases: Phrases): string {
  if (credits.length > 4) return phrases.table.credit;
  return `${phrases.table.credit} (${credits.map((item) => cleanText(item.number)).join(', ')})`;
}
