import { addDays, daysBetween } from '../../calendar/plain-date.ts';
import { type DemoGroup, type DemoInvoice, type DemoPayer, openCents } from '../group.ts';
import type { CodaMovement, CodaStatement } from './coda-lines.ts';

/** Nobody in the demo pays a bill this old by himself, so a statement made today still fits a school made next month. */
const longOpenDays = 180;
/** How many payers do exactly what was asked. */
const exactPayments = 12;

/**
 * The statement of yesterday of the first school, as its bank would send it: most pay what was asked, and there is one of
 * everything that an office has to look at. Made of the open invoices of the group, so the same group gives the same lines.
 */
export function demoStatement(group: DemoGroup): CodaStatement {
  const [school] = group.schools;
  if (!school?.details.iban) throw new Error('A group without an account has no statement');
  const open = group.invoices.filter(
    (invoice) =>
      invoice.schoolId === school.id &&
      openCents(invoice) > 0 &&
      invoice.structuredReference !== null &&
      daysBetween(invoice.dueDate, group.asOf) > longOpenDays,
  );
  const payerOf = payerFinder(group);
  const paid: CodaMovement[] = [];
  const step = Math.max(1, Math.floor(open.length / (exactPayments + 4)));
  const picked = open.filter((_, index) => index % step === 0);
  for (const invoice of picked.slice(0, exactPayments))
    paid.push(payment(payerOf(invoice), invoice, openCents(invoice)));
  const [part, tooMuch, viaThird, unpaid] = picked.slice(exactPayments);
  return {
    iban: school.details.iban,
    holder: school.details.name.toUpperCase(),
    sequence: 218,
    openingCents: 1_245_310,
    date: addDays(group.asOf, -1),
    movements: [
      ...paid,
      ...(part ? [payment(payerOf(part), part, Math.ceil(openCents(part) / 2))] : []),
      ...(tooMuch ? [payment(payerOf(tooMuch), tooMuch, openCents(tooMuch) + 1000)] : []),
      ...(viaThird ? [throughThird(group, payerOf(viaThird), viaThird)] : []),
      ...siblings(group, open, new Set(picked), payerOf),
      ...alreadyPaid(group, school.id, payerOf),
      ...(unpaid ? [returnedDebit(payerOf(unpaid), unpaid)] : []),
      { amountCents: 2500, name: 'JANSSENS EN ZONEN', account: account(901), text: 'bedankt voor de mooie schooldag' },
      { amountCents: -350, code: '08037000', text: 'KOSTEN REKENINGBEHEER' },
    ],
    freeText: ['DIT UITTREKSEL IS VERZONNEN EN HOORT BIJ DE DEMOSCHOOL'],
  };
}

function payerFinder(group: DemoGroup): (invoice: DemoInvoice) => DemoPayer | undefined {
  const payers = new Map(group.payers.map((payer) => [payer.id, payer]));
  const byPupil = new Map(group.liabilities.map(({ pupilId, payerId }) => [pupilId, payerId]));
  return (invoice) => payers.get(byPupil.get(invoice.pupilId) ?? 0);
}

function payment(payer: DemoPayer | undefined, invoice: DemoInvoice, amountCents: number): CodaMovement {
  return { amountCents, ...whoPays(payer), reference: invoice.structuredReference ?? '' };
}

function whoPays(payer: DemoPayer | undefined): Pick<CodaMovement, 'name' | 'account'> {
  return { name: capitals(`${payer?.lastName ?? ''} ${payer?.firstName ?? ''}`), account: account(payer?.id ?? 0) };
}

/** A body pays in the payer's place and says for whom. */
function throughThird(group: DemoGroup, payer: DemoPayer | undefined, invoice: DemoInvoice): CodaMovement {
  return {
    amountCents: openCents(invoice),
    name: capitals(group.thirdPartyPayers[0]?.name ?? 'OCMW'),
    account: account(950),
    reference: invoice.structuredReference ?? '',
    ultimateName: whoPays(payer).name ?? '',
  };
}

/** One amount for the bills of two children of a household, without any reference. */
function siblings(
  group: DemoGroup,
  open: readonly DemoInvoice[],
  used: ReadonlySet<DemoInvoice>,
  payerOf: (invoice: DemoInvoice) => DemoPayer | undefined,
): CodaMovement[] {
  const households = new Map(group.pupils.map((pupil) => [pupil.id, pupil.householdId]));
  for (const { id } of group.households) {
    const bills = open.filter((invoice) => households.get(invoice.pupilId) === id && !used.has(invoice));
    const [first] = bills;
    const second = bills.find(({ pupilId }) => pupilId !== first?.pupilId);
    if (!first || !second) continue;
    const payer = payerOf(first);
    return [
      {
        amountCents: openCents(first) + openCents(second),
        ...whoPays(payer),
        text: `SCHOOLREKENINGEN KINDEREN ${capitals(payer?.lastName ?? '')}`,
      },
    ];
  }
  return [];
}

/** Somebody pays a bill a second time. */
function alreadyPaid(
  group: DemoGroup,
  schoolId: number,
  payerOf: (invoice: DemoInvoice) => DemoPayer | undefined,
): CodaMovement[] {
  const closed = group.invoices.findLast(
    (invoice) => invoice.schoolId === schoolId && invoice.kind === 'invoice' && openCents(invoice) === 0,
  );
  return closed ? [payment(payerOf(closed), closed, closed.amountCents)] : [];
}

function returnedDebit(payer: DemoPayer | undefined, invoice: DemoInvoice): CodaMovement {
  return {
    amountCents: -openCents(invoice),
    code: '00503000',
    ...whoPays(payer),
    endToEndId: `DEMO-${invoice.number}`,
    returned: { type: '2', reason: 'AM04' },
  };
}

/** An invented account number whose check digits hold. */
function account(number: number): string {
  const base = `539${String(7_540_000 + number)}`;
  const control = Number(BigInt(base) % 97n) || 97;
  const national = base + String(control).padStart(2, '0');
  const check = 98n - (BigInt(`${national}111400`) % 97n);
  return `BE${String(check).padStart(2, '0')}${national}`;
}

/** As banks print names: capitals, and only what their code page has. */
function capitals(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, ' ')
    .trim()
    .toUpperCase();
}
