import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import type { Store } from '#main/store/store.ts';
import { addFamily, addSchool, insert } from '#test/support/family.ts';
import { assistanceThings } from './assistance-things.ts';
import { reminderThings } from './reminder-things.ts';

const at = '2026-11-01T08:00:00.000Z';
const date = '2026-11-01';

/** One of everything that an id can name, at one school. */
export type Things = Readonly<Record<string, number>>;

/** A school with a family, and around it one of everything that belongs to a school. */
export function schoolWithThings(store: Store, name: string): Things {
  const school = addSchool(store, name);
  const key = `${name}-${school}`;
  const family = addFamily(store, school, {
    name: `Gezin ${name}`,
    payers: [{ firstName: 'Sofie', lastName: name, email: `${school}@ouders.example` }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: name,
        invoices: [
          { number: `${school}01`, amountCents: 100_00 },
          { number: `${school}02`, amountCents: 50_00, paidCents: 80_00 },
        ],
      },
    ],
  });
  const [invoice = 0, paidInvoice = 0] = family.invoiceIds;
  const [pupil = 0] = family.pupilIds;
  const [payer = 0] = family.payerIds;
  const household = family.householdId;
  const text = insert(store, 'texts', { name: `Tekst ${name}`, tone: 'friendly', school_id: school, created_at: at });
  const textVersion = insert(store, 'text_versions', {
    text_id: text,
    language: 'nl',
    version: 1,
    subject: 'Onderwerp',
    body: JSON.stringify(richTextFromPlain('Dag')),
    author: 'test',
    created_at: at,
  });
  const batch = insert(store, 'batches', {
    text_id: text,
    request_key: key,
    request_sha256: key,
    as_of: date,
    author: 'test',
    created_at: at,
  });
  const message = insert(store, 'messages', {
    batch_id: batch,
    school_id: school,
    household_id: household,
    payer_id: payer,
    channel: 'email',
    text_version_id: textVersion,
    language: 'nl',
    recipient_name: 'Sofie',
    recipient_address: 'ouder@voorbeeld.example',
    subject: 'Onderwerp',
    model: '{}',
    total_cents: 0,
    reserved_at: at,
  });
  const bankAccount = insert(store, 'bank_accounts', { school_id: school, iban: `BE00${school}` });
  const bankFile = Number(
    store.sql
      .prepare(
        "INSERT INTO bank_files (file_name, sha256, format, bytes, author, created_at) VALUES ('x', ?, 'coda', x'00', 'test', ?)",
      )
      .run(key, at).lastInsertRowid,
  );
  const statement = insert(store, 'bank_statements', {
    school_id: school,
    bank_account_id: bankAccount,
    bank_file_id: bankFile,
    closing_date: date,
    author: 'test',
    created_at: at,
  });
  const transaction = insert(store, 'bank_transactions', {
    school_id: school,
    bank_account_id: bankAccount,
    bank_statement_id: statement,
    line: 1,
    movement_key: '1',
    amount_cents: 10_00,
    booking_date: date,
    value_date: date,
    kind: 'payment',
  });
  const entry = insert(store, 'journal_entries', {
    school_id: school,
    household_id: household,
    kind: 'refund',
    method: 'bank',
    amount_cents: 10_00,
    booking_date: date,
    value_date: date,
    author: 'test',
    created_at: at,
  });
  insert(store, 'postings', {
    school_id: school,
    invoice_id: paidInvoice,
    kind: 'refund',
    amount_cents: 10_00,
    booking_date: date,
    value_date: date,
    entry_id: entry,
    author: 'test',
    created_at: at,
  });
  const paymentFile = insert(store, 'payment_files', {
    school_id: school,
    bank_account_id: bankAccount,
    message_id: key,
    content: '<x/>',
    total_cents: 10_00,
    author: 'test',
    created_at: at,
  });
  const billingGroup = store.sql.prepare('SELECT id FROM billing_groups WHERE school_id = ?').pluck().get(school);
  const dated = { author: 'test', created_at: at };
  const hold = insert(store, 'holds', {
    scope: 'invoice',
    kind: 'doNotProcess',
    school_id: school,
    invoice_id: invoice,
    reason: 'x',
    from_date: date,
    ...dated,
  });
  const document = insert(store, 'documents', {
    household_id: household,
    file_name: 'x.txt',
    media_type: 'text/plain',
    byte_count: 1,
    sha256: 'a'.repeat(64),
    ...dated,
  });
  return {
    ...assistanceThings(store, key, { school, household, pupil, payer, invoice, document }),
    ...reminderThings(store, key, { school, household, payer, invoice, claim: paidInvoice, document, hold }),
    billingGroup: Number(billingGroup),
    school,
    household,
    pupil,
    payer,
    invoice,
    entry,
    text,
    batch,
    message,
    bankAccount,
    statement,
    transaction,
    paymentFile,
    site: insert(store, 'sites', { school_id: school, name: 'Dorp' }),
    hold,
    document,
    nextStep: insert(store, 'next_steps', { household_id: household, what: 'Bellen', due_date: date, ...dated }),
    import: insert(store, 'imports', {
      school_id: school,
      kind: 'pupils',
      file_name: 'x.csv',
      file_sha256: key,
      counts: JSON.stringify({ new: 0, changed: 0, unchanged: 0, rejected: 0, settledElsewhere: 0 }),
      ...dated,
    }),
    relatedClaim: insert(store, 'related_claims', {
      school_id: school,
      invoice_id: Math.min(invoice, paidInvoice),
      related_invoice_id: Math.max(invoice, paidInvoice),
      ...dated,
    }),
    periodicCharge: insert(store, 'periodic_charges', {
      school_id: school,
      pupil_id: pupil,
      billing_group_id: Number(billingGroup),
      description: 'Opvang',
      amount_cents: 10_00,
      from_period: '2026-10',
      ...dated,
    }),
    paymentOrder: insert(store, 'payment_orders', {
      school_id: school,
      entry_id: entry,
      beneficiary_name: 'Sofie',
      iban: 'BE71096123456769',
      amount_cents: 10_00,
      communication: 'x',
      end_to_end_id: key,
    }),
    payerAccount: insert(store, 'payer_accounts', {
      payer_id: payer,
      iban: 'BE71096123456769',
      origin: 'hand',
      ...dated,
    }),
    approval: insert(store, 'approvals', {
      school_id: school,
      household_id: household,
      kind: 'refund',
      amount_cents: 10_00,
      request: '{}',
      summary: 'x',
      difference: '[]',
      state_sha256: 'x',
      maker: 'iemand',
      created_at: at,
    }),
  };
}
