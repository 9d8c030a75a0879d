import { makeStructuredReference } from '../bank/structured-reference.ts';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { type Bill, drawCents, makeBills } from './bills.ts';
import type { DemoInvoice, DemoPayment, DemoPupil, DemoSchool, PayingHabit } from './group.ts';
import { type DatedAmount, drawPart, drawPayments } from './payments.ts';
import { makeRandom, type Random } from './random.ts';
import { makeTimeline } from './timeline.ts';

export type InvoicePlan = {
  readonly schools: readonly DemoSchool[];
  readonly pupils: readonly DemoPupil[];
  readonly habitOf: (pupil: DemoPupil) => PayingHabit;
  readonly asOf: PlainDate;
  readonly seed: number;
  readonly schoolYears: number;
  /** Exactly this many, all still open; undefined: the whole history with what was paid. */
  readonly openInvoices: number | undefined;
};

/** Share of the monthly bills that are corrected by a credit note. */
const creditedShare = 0.015;
const creditedAfterDays = 12;

/** Every invoice and credit note of the group, per school in the order in which they were issued. */
export function makeInvoices(plan: InvoicePlan): DemoInvoice[] {
  const random = makeRandom(plan.seed, 'invoices');
  const timeline = makeTimeline('2000-01-01');
  const asOfDay = timeline.dayOf(plan.asOf);
  const invoices: DemoInvoice[] = [];
  let references = 0;
  let position = 0;

  const payment = (amount: DatedAmount, description: string): DemoPayment => ({
    date: timeline.dateOf(amount.day),
    amountCents: amount.cents,
    description,
  });

  for (const school of plan.schools) {
    const pupils = plan.pupils.filter(({ schoolId }) => schoolId === school.id);
    const bills = makeBills(school, plan.asOf, plan.schoolYears);
    const number = numbering();
    const billsOf =
      plan.openInvoices === undefined ? null : quota(plan.openInvoices, plan.pupils.length, bills.length, position);
    position += pupils.length;

    bills.forEach((bill, billIndex) => {
      const issueDay = timeline.dayOf(bill.issueDate);
      const dueDay = timeline.dayOf(bill.dueDate);
      pupils.forEach((pupil, pupilIndex) => {
        const included = billsOf ? billsOf(pupilIndex, billIndex) : wasBilled(bill, pupil);
        if (!included) return;
        references += 1;
        const cents = drawCents(random, bill);
        const base: DemoInvoice = {
          id: invoices.length + 1,
          schoolId: school.id,
          pupilId: pupil.id,
          billingGroup: bill.billingGroup,
          kind: 'invoice',
          ...number(bill.issueDate, 'invoice'),
          structuredReference: reference(bill.issueDate, references),
          description: bill.description,
          schoolYear: bill.schoolYear,
          issueDate: bill.issueDate,
          dueDate: bill.dueDate,
          amountCents: cents,
          payments: [],
        };
        if (billsOf) {
          const part = random.chance(0.1) ? [drawPart(random, cents, dueDay)] : [];
          invoices.push({ ...base, payments: upTo(asOfDay, part).map((amount) => payment(amount, transfer)) });
          return;
        }
        const drawn = drawPayments(random, plan.habitOf(pupil), { issueDay, dueDay, cents });
        const credit = bill.billingGroup === 'maandrekening' ? drawCredit(random, cents, issueDay) : null;
        if (!credit || credit.day > asOfDay) {
          invoices.push({ ...base, payments: upTo(asOfDay, drawn).map((amount) => payment(amount, transfer)) });
          return;
        }
        invoices.push(...credited(base, drawn, credit));
      });
    });

    /** The invoice with its credit note: used on it when nothing was paid yet, else paid back or still a credit. */
    function credited(invoice: DemoInvoice, drawn: readonly DatedAmount[], credit: DatedAmount): DemoInvoice[] {
      const creditDate = timeline.dateOf(credit.day);
      const names = number(creditDate, 'creditNote');
      const used = drawn.every(({ day }) => day > credit.day);
      const paysAll = drawn.reduce((sum, { cents }) => sum + cents, 0) === invoice.amountCents;
      const received = drawn.map((amount, index) =>
        used && paysAll && index === drawn.length - 1 ? { ...amount, cents: amount.cents - credit.cents } : amount,
      );
      const payments = upTo(asOfDay, received).map((amount) => payment(amount, transfer));
      const paidBack = !used && credit.day + 60 < asOfDay && random.chance(0.85);
      const settlement = used
        ? [payment({ day: credit.day, cents: -credit.cents }, `Verrekend met ${invoice.number}`)]
        : paidBack
          ? [payment({ day: credit.day + 30, cents: -credit.cents }, 'Terugbetaald')]
          : [];
      return [
        {
          ...invoice,
          payments: used ? [payment(credit, `Verrekend met creditnota ${names.number}`), ...payments] : payments,
        },
        {
          ...invoice,
          id: invoice.id + 1,
          kind: 'creditNote',
          ...names,
          structuredReference: null,
          description: `Creditnota bij ${invoice.number}`,
          issueDate: creditDate,
          dueDate: addDays(creditDate, 30),
          amountCents: -credit.cents,
          payments: settlement,
        },
      ];
    }
  }
  return invoices;
}

const transfer = 'Overschrijving';

function upTo(lastDay: number, amounts: readonly DatedAmount[]): DatedAmount[] {
  return amounts.filter(({ day }) => day <= lastDay);
}

function drawCredit(random: Random, cents: number, issueDay: number): DatedAmount | null {
  if (!random.chance(creditedShare)) return null;
  return { day: issueDay + creditedAfterDays, cents: 5 * Math.ceil((cents * random.between(10, 40)) / 500) };
}

function wasBilled(bill: Bill, pupil: DemoPupil): boolean {
  if (bill.startYear > pupil.lastYear || bill.issueDate < pupil.enteredOn) return false;
  return bill.isFor(pupil, pupil.grade - (pupil.lastYear - bill.startYear));
}

/** Spreads a number of invoices evenly over the pupils; each gets the most recent rounds of billing. */
function quota(wanted: number, pupils: number, bills: number, firstPupil: number) {
  const each = Math.floor(wanted / pupils);
  const more = wanted % pupils;
  if (each + (more > 0 ? 1 : 0) > bills) {
    throw new RangeError(`At most ${bills} open invoices per pupil: ask for more pupils`);
  }
  return (pupilIndex: number, billIndex: number): boolean =>
    billIndex >= bills - each - (firstPupil + pupilIndex < more ? 1 : 0);
}

/** Numbers like `2026-10001` and `C2026-10001`, counted per school and calendar year, with the accounting package's own. */
function numbering() {
  const counters = new Map<string, number>();
  return (date: PlainDate, kind: DemoInvoice['kind']): Pick<DemoInvoice, 'number' | 'externalNumber'> => {
    const series = `${kind === 'creditNote' ? 'C' : ''}${date.slice(0, 4)}`;
    const counter = (counters.get(series) ?? 10_000) + 1;
    counters.set(series, counter);
    return {
      number: `${series}-${counter}`,
      externalNumber: `${kind === 'creditNote' ? 'VCN' : 'VKF'}${date.slice(2, 4)}${String(counter).padStart(6, '0')}`,
    };
  };
}

/** Two digits of the year, a running number of seven, and a 1. Source: facts/bank.md section 3. */
function reference(date: PlainDate, running: number): string {
  return makeStructuredReference(`${date.slice(2, 4)}${String(running).padStart(7, '0')}1`);
}
