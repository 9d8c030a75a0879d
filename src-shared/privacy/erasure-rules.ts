import { formatPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { retention } from '../law/retention.ts';
import type { Erasure } from './contract.ts';

/** One bill that a person owes or that is about them, as far as keeping it goes. */
export type KeptBill = {
  readonly number: string;
  readonly issueDate: PlainDate;
  /** Cents; not zero: somebody still has to pay or gets money back. */
  readonly balanceCents: number;
  /** Last day on which money came in on it; null: nothing did. */
  readonly paidOn: PlainDate | null;
  readonly writtenOffOn: PlainDate | null;
};

export type ErasureFacts = {
  readonly personName: string;
  readonly bills: readonly KeptBill[];
  /** Dutch: what still runs (a plan, a settlement, a hold because of a dispute, a hand-over, a message that has not left). */
  readonly running: readonly string[];
};

/**
 * Whether a person may be erased on a day, and if not what keeps it and until when. Accounting is kept to the end of the year,
 * ten years (seven up to 2021) after the latest of the years of the bill, its payment and its giving up; what is open or runs is kept until
 * it ends. Source: GDPR art. 17.3 b and e, law.md 7 (7a, 7b).
 */
export function erasureOn({ personName, bills, running }: ErasureFacts, today: PlainDate): Erasure {
  const open = bills.filter(({ balanceCents }) => balanceCents !== 0);
  const kept = bills.map((bill) => ({
    bill,
    until: retention({
      kind: 'accounting',
      documentDate: bill.issueDate,
      paidOn: bill.paidOn,
      writtenOffOn: bill.writtenOffOn,
    }).keepUntil,
  }));
  const last = kept.reduce<PlainDate | null>(
    (latest, { until }) => (latest !== null && latest >= until ? latest : until),
    null,
  );
  const accounting = last !== null && last >= today ? last : null;
  const keptBy = [
    ...open.map(({ number }) => ({
      what: `Factuur ${number}`,
      until: null,
      why: 'Er is nog iets te betalen of terug te geven.',
    })),
    ...running.map((what) => ({ what, until: null, why: 'Dit loopt nog.' })),
    ...(accounting === null
      ? []
      : [
          {
            what: bills.length === 1 ? '1 factuur in de boekhouding' : `${bills.length} facturen in de boekhouding`,
            until: accounting,
            why: 'De wet vraagt dat boekhoudstukken bewaard blijven.',
          },
        ]),
  ];
  const isOpen = open.length > 0 || running.length > 0;
  return {
    personName,
    canErase: keptBy.length === 0,
    keptBy,
    erasableFrom: isOpen ? null : accounting === null ? today : nextDay(accounting),
    erases: [
      'Naam, adres, telefoon, e-mail en taal',
      'De inhoud van brieven en e-mails, met de bewijzen',
      'Rekeningnummers en wie wat ondertekende',
      'Nota’s, documenten en inventarissen, als er in het gezin niemand anders meer is',
    ],
    stays: [
      'De bedragen in het grootboek, zonder naam',
      'Het controlespoor: wat er gebeurde en wanneer',
      'De bestanden van de bank, zoals de bank ze gaf',
    ],
  };
}

/** The day after 31 December, the only day on which keeping ends. */
function nextDay(lastDay: PlainDate): PlainDate {
  return `${Number(lastDay.slice(0, 4)) + 1}-01-01`;
}

/** Dutch: one line of what keeps a person, for the screen and for the answer to the parent. */
export function keptSentence({ what, until, why }: Erasure['keptBy'][number]): string {
  return until === null ? `${what}. ${why}` : `${what}, tot en met ${formatPlainDate(until)}. ${why}`;
}
