import * as fc from 'fast-check';
import { addDays } from '#shared/calendar/plain-date.ts';
import { schoolYearOf } from '#shared/calendar/school-year.ts';
import { holdKinds } from '#shared/holds/contract.ts';
import type { Store } from '#main/store/store.ts';
import { insert } from '#test/support/family.ts';

/** The day on which the random ledgers are looked at. */
export const today = '2026-11-20';
const createdAt = '2026-09-01T08:00:00.000Z';

const lastName = fc.constantFrom('Abeel', 'Beuk', 'Çelik', 'de Wilg', 'Öztürk', 'Els');
const firstName = fc.constantFrom('Noor', 'Émile', 'Jef', 'Amina');
const daysFromToday = fc.integer({ min: -60, max: 20 });

const hold = fc.record({
  from: fc.integer({ min: -20, max: 2 }),
  days: fc.option(fc.integer({ min: 0, max: 30 })),
  lifted: fc.boolean(),
  kind: fc.constantFrom(...holdKinds),
});

const invoice = fc.record({
  group: fc.integer({ min: 0, max: 1 }),
  issued: fc.integer({ min: -400, max: 0 }),
  due: daysFromToday,
  cents: fc.oneof(fc.integer({ min: 1, max: 20_001 }), fc.integer({ min: -3000, max: -1 })),
  paidPercent: fc.constantFrom(0, 0, 0, 50, 100, 110),
  /** Which payer paid it, where shares are split; null: nobody in particular. Of a credit: whose money it is. */
  byPayer: fc.option(fc.nat(2)),
  hold: fc.option(hold, { freq: 1 }),
  withdrawn: fc.nat(9).map((chance) => chance === 0),
});

const pupil = fc.record({
  school: fc.integer({ min: 0, max: 1 }),
  site: fc.option(fc.integer({ min: 0, max: 1 })),
  className: fc.constantFrom('3A', '3B', '10A'),
  firstName,
  lastName,
  /** Of each payer; null: jointly liable. */
  shares: fc.option(fc.array(fc.constantFrom(0, 3333, 5000, 6667), { minLength: 3, maxLength: 3 })),
  /** The payers change places on this day. */
  changedOn: fc.option(fc.integer({ min: -300, max: -10 }), { freq: 3 }),
  infoNote: fc.boolean(),
  invoices: fc.array(invoice, { maxLength: 5 }),
});

const payer = fc.record({
  firstName,
  lastName,
  email: fc.boolean(),
  bounced: fc.boolean(),
  hold: fc.option(hold, { freq: 1 }),
});

const household = fc.record({
  lastContact: fc.option(fc.integer({ min: -40, max: 0 })),
  payers: fc.array(payer, { minLength: 1, maxLength: 3 }),
  pupils: fc.array(pupil, { minLength: 1, maxLength: 3 }),
  hold: fc.option(hold, { freq: 1 }),
  /** Of the first school; rare, because it holds everything there. */
  schoolHold: fc.nat(14).chain((chance) => (chance === 0 ? hold : fc.constant(null))),
});

export const randomLedger = fc.array(household, { minLength: 1, maxLength: 5 });
export type RandomLedger = typeof randomLedger extends fc.Arbitrary<infer Ledger> ? Ledger : never;
type RandomHousehold = RandomLedger[number];
type RandomPupil = RandomHousehold['pupils'][number];
type RandomInvoice = RandomPupil['invoices'][number];

/** Writes the ledger in the store, with two schools of two sites and two billing groups each. */
export function fillLedger(store: Store, ledger: RandomLedger): void {
  store.transaction(() => {
    for (const name of ['De Wilg', 'De Linde']) {
      const schoolId = insert(store, 'schools', { name, level: 'primary', created_at: createdAt });
      for (const site of ['Dorp', 'Berg']) insert(store, 'sites', { school_id: schoolId, name: site });
      for (const group of ['opvang', 'boeken']) insert(store, 'billing_groups', { school_id: schoolId, name: group });
    }
    ledger.forEach((household) => fillHousehold(store, household));
  });
}

function fillHousehold(store: Store, household: RandomHousehold): void {
  const householdId = insert(store, 'households', {
    name: `Gezin ${household.pupils[0]?.lastName ?? ''}`,
    last_contact_at: household.lastContact === null ? null : `${addDays(today, household.lastContact)}T10:00:00.000Z`,
    created_at: createdAt,
  });
  const payerIds = household.payers.map((payer, index) =>
    insert(store, 'payers', {
      household_id: householdId,
      relation: 'parent',
      first_name: payer.firstName,
      last_name: payer.lastName,
      email: payer.email ? `ouder${householdId}.${index}@example.be` : null,
      email_bounced_at: payer.bounced ? createdAt : null,
      created_at: createdAt,
    }),
  );
  payerIds.forEach((payerId, index) =>
    fillHold(store, household.payers[index]?.hold ?? null, { scope: 'payer', payer_id: payerId }),
  );
  fillHold(store, household.hold, { scope: 'household', household_id: householdId });
  fillHold(store, household.schoolHold, { scope: 'school', school_id: 1 });
  household.pupils.forEach((pupil) => fillPupil(store, householdId, payerIds, pupil));
}

type RandomHold = RandomInvoice['hold'];

function fillHold(store: Store, given: RandomHold, held: Readonly<Record<string, string | number>>): void {
  if (given === null) return;
  insert(store, 'holds', {
    ...held,
    kind: given.kind,
    reason: 'Betwist',
    from_date: addDays(today, given.from),
    until_date: given.days === null ? null : addDays(today, given.from + given.days),
    author: 'test',
    created_at: createdAt,
    lifted_at: given.lifted ? createdAt : null,
  });
}

function fillPupil(store: Store, householdId: number, payerIds: readonly number[], pupil: RandomPupil): void {
  const schoolId = pupil.school + 1;
  const pupilId = insert(store, 'pupils', {
    school_id: schoolId,
    household_id: householdId,
    site_id: pupil.site === null ? null : pupil.school * 2 + pupil.site + 1,
    first_name: pupil.firstName,
    last_name: pupil.lastName,
    class_name: pupil.className,
    created_at: createdAt,
  });
  const liable = (ids: readonly number[], from: string, until: string | null): void =>
    ids.forEach((payerId, index) => {
      insert(store, 'liabilities', {
        school_id: schoolId,
        pupil_id: pupilId,
        payer_id: payerId,
        kind: pupil.shares ? 'split' : 'joint',
        share_bp: pupil.shares?.[index] ?? 10_000,
        from_date: from,
        until_date: until,
      });
    });
  if (pupil.changedOn === null) liable(payerIds, '0001-01-01', null);
  else {
    const changed = addDays(today, pupil.changedOn);
    liable(payerIds.slice(0, 1), '0001-01-01', addDays(changed, -1));
    liable(payerIds.toReversed(), changed, null);
  }
  if (pupil.infoNote) {
    const note = { pupil_id: pupilId, school_id: schoolId, body: 'Bel eerst', author: 'test', updated_at: createdAt };
    insert(store, 'info_notes', note);
  }
  pupil.invoices.forEach((invoice) => {
    const payerId = invoice.byPayer === null || !pupil.shares ? null : (payerIds[invoice.byPayer] ?? null);
    fillInvoice(store, schoolId, pupilId, invoice, payerId);
  });
}

function fillInvoice(
  store: Store,
  schoolId: number,
  pupilId: number,
  invoice: RandomInvoice,
  payerId: number | null,
): void {
  const isCredit = invoice.cents < 0 && payerId !== null;
  const issueDate = addDays(today, invoice.issued);
  const count = store.sql.prepare('SELECT count(*) FROM invoices').pluck().get() as number;
  const invoiceId = insert(store, 'invoices', {
    school_id: schoolId,
    pupil_id: pupilId,
    billing_group_id: (schoolId - 1) * 2 + invoice.group + 1,
    kind: isCredit ? 'credit' : invoice.cents < 0 ? 'creditNote' : 'invoice',
    payer_id: isCredit ? payerId : null,
    number: `F${String((count * 7) % 101).padStart(3, '0')}${count}`,
    school_year: schoolYearOf(issueDate),
    issue_date: issueDate,
    due_date: addDays(today, invoice.due),
    withdrawn_at: null,
    created_at: createdAt,
  });
  const post = (kind: string, cents: number, other: { reverses_id?: number; payer_id?: number | null } = {}): number =>
    insert(store, 'postings', {
      school_id: schoolId,
      invoice_id: invoiceId,
      kind,
      amount_cents: cents,
      booking_date: issueDate,
      value_date: issueDate,
      author: 'test',
      created_at: createdAt,
      ...other,
    });
  const charged = post(isCredit ? 'receipt' : invoice.cents < 0 ? 'credit' : 'charge', invoice.cents);
  const paid = Math.trunc((invoice.cents * invoice.paidPercent) / 100);
  if (paid !== 0) post('receipt', -paid, { payer_id: isCredit ? null : payerId });
  if (invoice.withdrawn) {
    post('reversal', -invoice.cents, { reverses_id: charged });
    store.sql.prepare('UPDATE invoices SET withdrawn_at = ? WHERE id = ?').run(createdAt, invoiceId);
  }
  fillHold(store, invoice.hold, { scope: 'invoice', school_id: schoolId, invoice_id: invoiceId });
}
