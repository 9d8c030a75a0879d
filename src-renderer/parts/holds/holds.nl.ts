import { formatPlainDate, isPlainDate } from '#shared/calendar/plain-date.ts';
import type { HoldKind, HoldRow } from '#shared/holds/contract.ts';
import { holdKindRules } from '#shared/holds/kinds.ts';

const whole = new Intl.NumberFormat('nl-BE');

function invoices(count: number): string {
  return `${whole.format(count)} ${count === 1 ? 'factuur' : 'facturen'}`;
}

/** Words of holding back and letting go, wherever that is done. */
export const holdTexts = {
  action: 'Opschorten …',
  title: 'Opschorten',
  confirm: 'Opschorten',
  kind: 'Soort',
  scope: 'Wat wordt opgeschort?',
  scopeInvoices: (count: number) => (count === 1 ? 'Alleen deze factuur' : `Alleen deze ${invoices(count)}`),
  scopeHousehold: 'Heel het gezin',
  scopePayer: (name: string) => `Alleen ${name}`,
  explained: {
    invoice: (count: number) =>
      `${invoices(count)}: blijven openstaan en zichtbaar, maar komen in geen enkel bericht tot de einddatum, of tot je ze weer laat verwerken.`,
    household:
      'Niemand van dit gezin krijgt een herinnering, in geen enkele school van het bestuur, ook niet over facturen die nog komen.',
    payer: 'Alleen deze betaler krijgt niets meer. Wie mee betaalt, wordt gewoon verder aangeschreven.',
    school:
      'Zolang dit geldt vertrekt er voor deze school geen enkele herinnering, e-mail of brief over facturen. Facturen blijven openstaan en betalingen worden gewoon geboekt; daarna gaat alles verder waar het was.',
  },
  reason: 'Reden',
  reasonHint: 'Blijft zichtbaar in het dossier; ouders zien ze niet.',
  fillIn: 'Vul dit in.',
  from: 'Vanaf',
  until: 'Tot en met',
  untilHint: (kind: HoldKind): string => {
    const { asksUntil, days } = holdKindRules[kind];
    if (asksUntil) return 'Bij een belofte hoort een laatste dag.';
    if (days === 'law') return 'Zonder laatste dag: zolang de wet zegt, 45 dagen.';
    return `Zonder laatste dag: ${days === null ? 'tot iemand het opheft' : `${days} dagen`}.`;
  },
  review: 'Opnieuw bekijken op',
  reviewHint: 'Wat je opnieuw wilt bekijken, komt die dag op Vandaag.',
  freezes: 'Geen kosten of intrest zolang dit geldt',
  freezesAlways: 'Geen kosten of intrest: zo wil het de wet',
  doneInvoices: (count: number, already: number) =>
    already > 0
      ? `${invoices(count)} niet te verwerken; ${already} stonden al zo.`
      : `${invoices(count)} niet te verwerken.`,
  doneWide: 'Opgeschort.',
  allAlready: 'Dit stond al zo. Er is niets veranderd.',
  lift: 'Opheffen',
  liftOf: (what: string) => `Opheffen: ${what}`,
  liftedInvoices: (count: number) => `${invoices(count)} weer te verwerken.`,
  lifted: 'Niet meer opgeschort.',
  undone: 'Ongedaan gemaakt.',
  change: 'Wijzigen',
  changeOf: (what: string) => `Wijzigen: ${what}`,
  changeTitle: (kind: string) => `${kind} wijzigen`,
  changed: 'De opschorting is aangepast.',
  save: 'Bewaren',
  school: 'Hele school',
  notice: 'Opgeschort',
} as const;

/** "van 01/12/2026 tot en met 15/12/2026", "tot iemand het opheft"; the first day only when it has yet to come. */
export function holdDays({ fromDate, untilDate }: Pick<HoldRow, 'fromDate' | 'untilDate'>, today: string): string {
  const from = fromDate > today && isPlainDate(fromDate) ? `vanaf ${formatPlainDate(fromDate)} ` : '';
  if (untilDate === null) return `${from}tot iemand het opheft`;
  // What cannot be read holds until somebody looks at it.
  return isPlainDate(untilDate)
    ? `${from}tot en met ${formatPlainDate(untilDate)}`
    : `${from}zonder leesbare einddatum`;
}
