import { formatIban } from '#shared/bank/iban.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { formatEnterpriseNumber } from '#shared/correspondence/inline-values.ts';
import type { SenderFacts } from '#shared/correspondence/message-facts.ts';
import { phrasesFor } from '#shared/correspondence/phrases-for.ts';
import { addressLines } from '#shared/correspondence/recipient.ts';
import type { GateBill } from '#shared/hand-over/bill-conditions.ts';
import type { Bundle, BundleBill, BundleEvent, BundleParty } from '#shared/hand-over/bundle.ts';
import type { CollectionPartner } from '#shared/hand-over/contract.ts';
import { partnerKindNames } from '#shared/hand-over/partner-rules.ts';
import { limitationOf } from '#shared/law/limitation.ts';
import { sumCents } from '#shared/money/cents.ts';
import type { Context } from '#main/api/context.ts';
import { schoolsById } from '#main/correspondence/facts-queries.ts';
import { costSettingsOf } from '#main/costs/settings.ts';
import { factsOfBill } from '#main/limitation/facts.ts';
import type { PayerRow } from '#main/people/payer-rows.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { bundleEvents, bundleReminders } from './bundle-events.ts';
import type { Gathered } from './gather.ts';
import type { CostRow } from './queries.ts';
import { type SharePosting, sharePostings } from './share-postings.ts';

/** What goes along, of what the gate looked at. */
export type Going = {
  readonly schoolId: number;
  readonly partner: CollectionPartner;
  readonly bills: readonly GateBill[];
  readonly reference: string;
  readonly handedOn: PlainDate;
};

/** Everything that will stand in the bundle, of this payer only. */
export function bundleFacts({ store, clock }: Context, { payer, reminders, costs }: Gathered, going: Going): Bundle {
  const { schoolId, partner, reference, handedOn } = going;
  const invoiceIds = going.bills.map(({ invoiceId }) => invoiceId);
  const bills = billFacts(store, payer.id, going.bills, costs);
  const events = bundleEvents(store, { payerId: payer.id, schoolId, invoiceIds });
  const first = new Set(reminders.flatMap((one) => (invoiceIds.includes(one.invoiceId) ? [one.messageId] : [])));
  const [school] = schoolsById(store, [schoolId]);
  if (!school) throw new RangeError(`No school ${schoolId}`);
  return {
    madeOn: clock.today(),
    handedOn,
    reference,
    school: schoolParty(school),
    debtor: debtorParty(payer),
    partner: { ...partnerParty(partner), kind: partner.kind },
    bills,
    totalCents: sumCents(bills.map(({ openCents }) => openCents)),
    events,
    clause: bills.some(({ cost }) => cost !== null) ? clauseOf(store, schoolId) : null,
    reminders: bundleReminders(
      store,
      payer,
      events.filter((event) => isMessage(event) && first.has(event.messageId)).filter(isMessage),
      bills.map(({ pupilName }) => pupilName),
    ),
  };
}

function isMessage(event: BundleEvent): event is Extract<BundleEvent, { kind: 'message' }> {
  return event.kind === 'message';
}

function billFacts(store: Store, payerId: number, bills: readonly GateBill[], costs: readonly CostRow[]): BundleBill[] {
  const row = statement(
    store,
    `SELECT trim(u.first_name || ' ' || u.last_name) AS pupilName, g.name AS billingGroup, i.issue_date AS issueDate
     FROM invoices i JOIN pupils u ON u.id = i.pupil_id JOIN billing_groups g ON g.id = i.billing_group_id WHERE i.id = ?`,
  );
  const postings = Map.groupBy(
    sharePostings(
      store,
      payerId,
      bills.map(({ invoiceId }) => invoiceId),
    ),
    ({ invoiceId }) => invoiceId,
  );
  return bills.map(({ invoiceId, number, dueDate, cents }) => {
    const cost = costs.find(({ claimId }) => claimId === invoiceId);
    const own = postings.get(invoiceId) ?? [];
    return {
      invoiceId,
      number,
      cost: cost ? { kind: cost.kind, billNumber: cost.billNumber, basis: cost.basis } : null,
      ...(row.get(invoiceId) as Pick<BundleBill, 'pupilName' | 'billingGroup' | 'issueDate'>),
      dueDate,
      chargedCents: chargedOf(own),
      openCents: cents,
      limitation: limitationFacts(store, cost?.billId ?? invoiceId, payerId),
      postings: own.map(({ date, label, amountCents }) => ({ date, label, amountCents })),
    };
  });
}

function chargedOf(postings: readonly SharePosting[]): number {
  return sumCents(postings.flatMap(({ isCharge, amountCents }) => (isCharge ? [amountCents] : [])));
}

/**
 * A cost runs with its bill: that is what is asked in court. Who owes an own share has an own clock, and what somebody else
 * did for another share does not stand here.
 */
function limitationFacts(store: Store, invoiceId: number, payerId: number): BundleBill['limitation'] {
  const facts = factsOfBill(store, invoiceId);
  if (!facts) throw new RangeError(`No bill ${invoiceId}`);
  const own = facts.debtors?.filter((debtor) => debtor.payerId === payerId && debtor.isSplit) ?? [];
  const { clock, safeClock, isSuspended, acts } = limitationOf(
    own.length > 0 ? { ...facts, debtors: own } : facts,
    facts.years,
  );
  return {
    lastDay: clock.lastDay,
    safeLastDay: safeClock.lastDay,
    isSuspended,
    acts: acts.flatMap(({ kind, date, counted }) => (counted ? [{ kind, date }] : [])),
  };
}

const dutch = phrasesFor('nl');

function filled(lines: readonly (string | null)[]): string[] {
  return lines.flatMap((line) => (line === null || line.trim() === '' ? [] : [line.trim()]));
}

function schoolParty(school: SenderFacts): Bundle['school'] {
  const { name, boardName, enterpriseNumber, iban, bic, accountHolder } = school;
  const contact = filled([
    school.contactName ?? dutch.office,
    school.contactPhone ?? school.phone,
    school.contactEmail ?? school.email,
  ]);
  return {
    name,
    lines: filled([
      boardName === name ? null : boardName,
      ...addressLines(school, dutch),
      enterpriseNumber === null ? null : `${dutch.enterpriseNumber} ${formatEnterpriseNumber(enterpriseNumber)}`,
    ]),
    contact,
    account: filled([iban === null ? null : `${formatIban(iban)}${bic ? ` (${bic})` : ''}`, accountHolder ?? name]),
  };
}

function debtorParty(payer: PayerRow): BundleParty {
  return {
    name: `${payer.firstName} ${payer.lastName}`.trim(),
    lines: filled([...addressLines(payer, dutch), payer.email, payer.phone]),
  };
}

function partnerParty({ name, kind, registrationNumber, street, postalCode, city }: CollectionPartner): BundleParty {
  return {
    name,
    lines: filled([
      partnerKindNames[kind],
      registrationNumber === null ? null : `Inschrijving FOD Economie: ${registrationNumber}`,
      street,
      `${postalCode} ${city}`,
    ]),
  };
}

function clauseOf(store: Store, schoolId: number): Bundle['clause'] {
  const { clause, clauseReference, clauseDate } = costSettingsOf(store, schoolId);
  return { text: clause, reference: clauseReference, date: clauseDate };
}
