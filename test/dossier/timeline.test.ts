import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '#main/api/router.ts';
import type { PayerDetails } from '#shared/people/contract.ts';
import { addFamily, addSchool, type FamilyIds, insert, post } from '#test/support/family.ts';
import { type TestApplication, testApplication } from '#test/support/application.ts';

let application: TestApplication;
let api: TestApplication['api'];
let schoolId: number;
let abeel: FamilyIds;

beforeEach(async () => {
  application = await testApplication('2026-11-20');
  // Every moment a second after the one before, so that the order is sure.
  let moment = Date.parse('2026-11-20T10:00:00.000Z');
  const clock = {
    today: () => '2026-11-20',
    now: () => {
      moment += 1000;
      return new Date(moment).toISOString();
    },
  };
  api = createRouterClient(router, { context: { ...application.context, clock } });
  schoolId = addSchool(application.context.store);
  abeel = addFamily(application.context.store, schoolId, {
    name: 'Gezin Abeel–Den',
    payers: [
      { firstName: 'Anke', lastName: 'Abeel', email: 'anke@voorbeeld.example' },
      { firstName: 'Bram', lastName: 'Den', email: 'bram@voorbeeld.example' },
    ],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [
          { number: '2026-1', amountCents: 8450 },
          { number: '2026-2', amountCents: 1000 },
        ],
      },
    ],
  });
});
afterEach(() => application.close());

async function summaries(householdId = abeel.householdId): Promise<string[]> {
  const { entries } = await api.dossier.timeline({ householdId });
  return entries.map(({ kind, summary, status }) => [kind, summary, status].filter(Boolean).join(' | '));
}

/** A message that left, as the outbox keeps it. */
function addMessage(householdId: number, payerId: number, channel: string, status: string, at: string): number {
  const { store } = application.context;
  const textId = insert(store, 'texts', { name: 'Herinnering', tone: 'friendly', created_at: at });
  const versionId = insert(store, 'text_versions', {
    text_id: textId,
    language: 'nl',
    version: 1,
    subject: 'Bericht van de school',
    body: '{}',
    author: 'test',
    created_at: at,
  });
  const batchId = insert(store, 'batches', {
    text_id: textId,
    request_key: `${payerId}-${at}`,
    request_sha256: '',
    as_of: '2026-11-20',
    author: 'els',
    created_at: at,
  });
  const messageId = insert(store, 'messages', {
    batch_id: batchId,
    school_id: schoolId,
    household_id: householdId,
    payer_id: payerId,
    channel,
    text_version_id: versionId,
    language: 'nl',
    recipient_name: 'Anke Abeel',
    recipient_address: 'anke@voorbeeld.example',
    subject: 'Bericht van de school',
    model: '{}',
    total_cents: 8450,
    status: 'reserved',
    reserved_at: at,
  });
  insert(store, 'message_payers', {
    message_id: messageId,
    payer_id: payerId,
    batch_id: batchId,
    school_id: schoolId,
  });
  store.sql.prepare('UPDATE messages SET status = ?, finished_at = ? WHERE id = ?').run(status, at, messageId);
  return messageId;
}

describe('the timeline of a household', () => {
  it('tells everything, newest first', async () => {
    const { store } = application.context;
    const [invoiceId = 0, secondInvoiceId = 0] = abeel.invoiceIds;
    const importId = insert(store, 'imports', {
      kind: 'invoices',
      file_name: 'oktober.xlsx',
      file_sha256: 'x',
      counts: '{}',
      author: 'els',
      created_at: '2026-10-05T08:00:00.000Z',
    });
    for (const id of [invoiceId, secondInvoiceId]) {
      insert(store, 'import_rows', { import_id: importId, row_number: id, outcome: 'new', invoice_id: id });
    }
    addMessage(abeel.householdId, abeel.payerIds[0] ?? 0, 'email', 'sent', '2026-10-12T09:00:00.000Z');
    for (const id of [invoiceId, secondInvoiceId]) {
      insert(store, 'holds', {
        scope: 'invoice',
        kind: 'doNotProcess',
        school_id: schoolId,
        invoice_id: id,
        reason: 'Overleg',
        from_date: '2026-10-14',
        until_date: '2026-11-01',
        author: 'els',
        created_at: '2026-10-14T09:00:00.000Z',
        lifted_at: '2026-10-16T09:00:00.000Z',
        lifted_by: 'els',
      });
    }
    // Booked on 18 October, came in with a file on 1 November.
    store.sql
      .prepare(
        `INSERT INTO postings (school_id, invoice_id, kind, amount_cents, booking_date, value_date, author, created_at)
         VALUES (?, ?, 'receipt', -2000, '2026-10-18', '2026-10-18', 'els', '2026-11-01T08:00:00.000Z')`,
      )
      .run(schoolId, invoiceId);
    await api.dossier.addNote({
      householdId: abeel.householdId,
      kind: 'call',
      body: 'Moeder belt: wisselt van werk.',
    });
    expect(await summaries()).toEqual([
      'call | Moeder belt: wisselt van werk.',
      'payment | €\u00a020,00 ontvangen voor factuur 2026-1',
      'lift | Facturen 2026-1, 2026-2 opnieuw verwerken (was: Overleg)',
      'hold | Facturen 2026-1, 2026-2 niet verwerken tot en met 01/11/2026: Overleg',
      'email | Aan Anke Abeel: Bericht van de school | verzonden',
      'import | 2 facturen uit “oktober.xlsx”',
    ]);
  });

  it('names the changed fields of a payer, and leaves what stands in them to the trail', async () => {
    const payerId = abeel.payerIds[1] ?? 0;
    const details: PayerDetails = {
      relation: 'father',
      firstName: 'Bram',
      lastName: 'Den',
      language: 'fr',
      salutation: 'neutral',
      email: 'nieuw@voorbeeld.example',
      phone: null,
      channel: 'email',
      street: 'Dorpsstraat 9',
      postalCode: '9000',
      city: 'Gent',
      country: 'BE',
      thirdPartyPayerId: null,
    };
    await api.people.updatePayer({ payerId, details });
    expect(await summaries()).toEqual([
      'change | Contactgegevens gewijzigd van Bram Den: band met de leerling, taal, e-mailadres, adres',
    ]);
    const [line] = (await api.audit.list({ householdId: abeel.householdId })).entries;
    expect(JSON.stringify(line?.detail)).not.toMatch(/nieuw@|Dorpsstraat/);
    // Only who may see the trail sees the address that stood there and the one that came.
    expect(line?.changes).toContainEqual(
      expect.objectContaining({ field: 'e-mailadres', after: 'nieuw@voorbeeld.example' }),
    );
  });

  it('follows a next step from plan to done', async () => {
    const step = await api.dossier.setNextStep({
      householdId: abeel.householdId,
      what: 'Bellen',
      dueDate: '2026-11-24',
    });
    expect(await summaries()).toEqual(['nextStep | Bellen (tegen 24/11/2026) | open']);
    await api.dossier.finishNextStep({ nextStepId: step.nextStepId });
    await api.dossier.finishNextStep({ nextStepId: step.nextStepId });
    expect(await summaries()).toEqual([
      'nextStep | Afgewerkt: Bellen',
      'nextStep | Bellen (tegen 24/11/2026) | afgewerkt',
    ]);
    expect((await api.dossier.page({ householdId: abeel.householdId })).nextSteps).toEqual([]);
  });

  it('still tells of messages and changes from before a merge', async () => {
    const other = addFamily(application.context.store, schoolId, {
      name: 'Gezin Den',
      payers: [{ firstName: 'Bram', lastName: 'Den' }],
      pupils: [{ firstName: 'Jef', lastName: 'Den' }],
    });
    addMessage(other.householdId, other.payerIds[0] ?? 0, 'letter', 'uncertain', '2026-10-12T09:00:00.000Z');
    await api.dossier.addNote({ householdId: other.householdId, kind: 'note', body: 'Verhuisd.' });
    await api.people.renameHousehold({ householdId: other.householdId, name: 'Gezin Den-Maes' });
    await api.people.mergeHouseholds({
      fromHouseholdId: other.householdId,
      intoHouseholdId: abeel.householdId,
    });
    const expected = [
      'change | Twee gezinnen samengevoegd',
      'change | Het gezin kreeg een andere naam',
      'note | Verhuisd.',
      'letter | Aan Anke Abeel: Bericht van de school | onzeker',
    ];
    expect(await summaries()).toEqual(expected);
    expect(await summaries(other.householdId)).toEqual(expected);
  });

  it('lets the messages of a payer go along when the household is split', async () => {
    const den = addFamily(application.context.store, schoolId, {
      name: 'Gezin Twee',
      payers: [
        { firstName: 'Ann', lastName: 'Een' },
        { firstName: 'Bert', lastName: 'Twee' },
      ],
      pupils: [
        { firstName: 'Noor', lastName: 'Een' },
        { firstName: 'Jef', lastName: 'Twee' },
      ],
    });
    const [ann = 0, bert = 0] = den.payerIds;
    const [noor = 0, jef = 0] = den.pupilIds;
    await api.people.setLiabilities({
      pupilId: noor,
      liabilities: [{ payerId: ann, kind: 'joint', shareBp: 10_000 }],
    });
    await api.people.setLiabilities({
      pupilId: jef,
      liabilities: [{ payerId: bert, kind: 'joint', shareBp: 10_000 }],
    });
    addMessage(den.householdId, bert, 'email', 'sent', '2026-10-12T09:00:00.000Z');
    addMessage(den.householdId, ann, 'email', 'sent', '2026-10-13T09:00:00.000Z');
    const { householdId } = await api.people.splitHousehold({
      householdId: den.householdId,
      pupilIds: [jef],
      payerIds: [bert],
      name: 'Gezin Twee',
    });
    expect(await summaries(householdId)).toEqual([
      'change | Gezin gesplitst',
      'email | Aan Anke Abeel: Bericht van de school | verzonden',
    ]);
    const page = await api.dossier.page({ householdId });
    expect(page.lastContact).toEqual({ at: '2026-10-12T09:00:00.000Z', channel: 'email' });
  });

  it('tells what was taken back of a payment', async () => {
    const [invoiceId = 0] = abeel.invoiceIds;
    const receipt = post(application.context.store, invoiceId, 'settledElsewhere', -8450, '2026-11-02');
    insert(application.context.store, 'postings', {
      school_id: schoolId,
      invoice_id: invoiceId,
      kind: 'reversal',
      amount_cents: 8450,
      reverses_id: receipt,
      booking_date: '2026-11-03',
      value_date: '2026-11-03',
      author: 'test',
      created_at: '2026-11-03T09:00:00.000Z',
    });
    expect(await summaries()).toEqual([
      'payment | Teruggedraaid: €\u00a084,50 elders vereffend voor factuur 2026-1',
      'payment | €\u00a084,50 elders vereffend voor factuur 2026-1',
    ]);
  });

  it('comes in pages that together are the whole', async () => {
    for (let index = 1; index <= 7; index += 1) {
      await api.dossier.addNote({ householdId: abeel.householdId, kind: 'note', body: `Nota ${index}` });
    }
    const pages = await Promise.all(
      [0, 3, 6, 9].map((offset) => api.dossier.timeline({ householdId: abeel.householdId, offset, limit: 3 })),
    );
    expect(pages.map(({ entries }) => entries.length)).toEqual([3, 3, 1, 0]);
    expect(pages.map(({ total }) => total)).toEqual([7, 7, 7, 7]);
    expect(new Set(pages.flatMap(({ entries }) => entries.map(({ key }) => key))).size).toBe(7);
  });
});
