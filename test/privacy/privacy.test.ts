import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '#test/support/application.ts';
import { addFamily, addSchool, type FamilyIds, insert, post } from '#test/support/family.ts';
import { readPdf } from '#test/support/pdf.ts';

// Sofie and Jan have Noor at De Wilg. The bill of 2015 was paid that year; that of 2024 the year after.

let application: TestApplication;
let schoolId: number;
let family: FamilyIds;

const begin = async (asOf: string) => {
  application = await testApplication(asOf);
  const { store } = application.context;
  schoolId = addSchool(store);
  family = addFamily(store, schoolId, {
    name: 'Gezin Abeel',
    payers: [
      { firstName: 'Sofie', lastName: 'Abeel', email: 'sofie@voorbeeld.example', phone: '0475 12 34 56' },
      { firstName: 'Jan', lastName: 'Den', email: 'jan@voorbeeld.example', phone: '0498 99 88 77' },
    ],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [{ number: '7001', amountCents: 100_00, issueDate: '2015-03-01', dueDate: '2015-03-31' }],
      },
    ],
  });
  post(store, family.invoiceIds[0] ?? 0, 'receipt', -100_00, '2015-04-02');
};
beforeEach(() => begin('2026-11-20'));
afterEach(() => application.close());

const sofie = () => ({ payerId: family.payerIds[0] ?? 0 });
const words = ({ contentBase64 }: { readonly contentBase64: string }): string =>
  readPdf(Buffer.from(contentBase64, 'base64'))
    .pages.flatMap(({ texts }) => texts)
    .join(' ');
const everything = (): string => {
  const { sql } = application.context.store;
  const tables = sql
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all() as string[];
  return JSON.stringify(tables.map((table) => sql.prepare(`SELECT * FROM ${table}`).all()));
};

describe('an access report', () => {
  it('holds what is kept about one parent and nothing about the other one, on paper and as JSON', async () => {
    const { api } = application;
    await api.dossier.addNote({ householdId: family.householdId, kind: 'note', body: 'Jan is zijn werk kwijt' });
    for (const format of ['pdf', 'json'] as const) {
      const file = await api.privacy.accessReport({ subject: sofie(), format });
      const text = format === 'pdf' ? words(file) : Buffer.from(file.contentBase64, 'base64').toString('utf8');
      expect(text).toContain('sofie@voorbeeld.example');
      expect(text).toContain('7001');
      expect(text).not.toMatch(/jan@voorbeeld|0498|zijn werk kwijt/);
    }
    const lines = (await api.audit.list({})).entries.filter(({ command }) => command === 'privacy.accessReport');
    expect(lines).toHaveLength(2);
  });

  it('tells the text of notes when there is no other parent', async () => {
    const { api, context } = application;
    const alone = addFamily(context.store, schoolId, {
      name: 'Gezin Den',
      payers: [{ firstName: 'Lou', lastName: 'Den' }],
      pupils: [{ firstName: 'Wolf', lastName: 'Den' }],
    });
    await api.dossier.addNote({ householdId: alone.householdId, kind: 'call', body: 'Betaalt na het loon' });
    const file = await api.privacy.accessReport({ subject: { payerId: alone.payerIds[0] ?? 0 }, format: 'pdf' });
    expect(words(file)).toContain('Betaalt na het loon');
  });

  it('leaves social notes out unless they are asked by who may see them', async () => {
    const { api, context } = application;
    const alone = addFamily(context.store, schoolId, {
      name: 'Gezin Den',
      payers: [{ firstName: 'Lou', lastName: 'Den' }],
      pupils: [{ firstName: 'Wolf', lastName: 'Den' }],
    });
    await api.dossier.addNote({ householdId: alone.householdId, kind: 'note', body: 'Zorgnota', isSocial: true });
    const subject = { payerId: alone.payerIds[0] ?? 0 };
    expect(words(await api.privacy.accessReport({ subject, format: 'pdf' }))).not.toContain('Zorgnota');
    expect(words(await api.privacy.accessReport({ subject, format: 'pdf', withSocialNotes: true }))).toContain(
      'Zorgnota',
    );
  });
});

describe('a question about data', () => {
  it('is to be answered within a month, and stands there until it is', async () => {
    const { api } = application;
    const asked = await api.privacy.recordRequest({ subject: sofie(), kind: 'access', askedOn: '2026-10-31' });
    expect(asked).toMatchObject({ answerBefore: '2026-11-30', daysLeft: 10, personName: 'Sofie Abeel' });
    const { privacyRequestId } = asked;
    await api.privacy.answerRequest({ privacyRequestId, answer: 'Verslag meegegeven', answeredOn: '2026-11-20' });
    expect(await api.privacy.requests({})).toEqual([]);
    await expect(
      api.privacy.answerRequest({ privacyRequestId, answer: 'Nog eens', answeredOn: '2026-11-20' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('erasure', () => {
  it('waits for what is open, and says so', async () => {
    post(application.context.store, family.invoiceIds[0] ?? 0, 'charge', 5_00, '2026-11-01');
    const found = await application.api.privacy.erasure(sofie());
    expect(found).toMatchObject({ canErase: false, erasableFrom: null });
    expect(found.keptBy[0]).toMatchObject({ what: 'Factuur 7001', until: null });
    await expect(application.api.privacy.erase({ subject: sofie(), reason: 'gevraagd' })).rejects.toMatchObject({
      code: 'REFUSED',
    });
  });

  it('7a, 7b: waits to the end of the tenth year after the latest of bill, payment and giving up; the seventh up to 2021', async () => {
    expect(await application.api.privacy.erasure(sofie())).toMatchObject({
      canErase: true,
      erasableFrom: '2026-11-20',
    });
    const later = addFamily(application.context.store, schoolId, {
      name: 'Gezin Den',
      payers: [{ firstName: 'Lou', lastName: 'Den' }],
      pupils: [
        {
          firstName: 'Wolf',
          lastName: 'Den',
          invoices: [{ number: '8001', amountCents: 10_00, issueDate: '2024-12-01', dueDate: '2024-12-31' }],
        },
      ],
    });
    post(application.context.store, later.invoiceIds[0] ?? 0, 'receipt', -10_00, '2025-01-15');
    const found = await application.api.privacy.erasure({ payerId: later.payerIds[0] ?? 0 });
    expect(found).toMatchObject({ canErase: false, erasableFrom: '2036-01-01' });
    expect(found.keptBy).toMatchObject([{ until: '2035-12-31' }]);
  });

  it('takes the name and the contact data of one parent and leaves the other one and the amounts', async () => {
    const { api, context } = application;
    await api.privacy.erase({ subject: sofie(), reason: 'gevraagd' });
    const rest = everything();
    expect(rest).not.toMatch(/Sofie|sofie@voorbeeld|0475 12/);
    expect(rest).toContain('jan@voorbeeld.example');
    expect((await api.ledger.invoice({ invoiceId: family.invoiceIds[0] ?? 0 })).totalCents).toBe(100_00);
    expect(await api.dossier.search({ text: 'Sofie' })).toEqual([]);
    expect(context.store.sql.pragma('foreign_key_check')).toEqual([]);
    await expect(api.privacy.erase({ subject: sofie(), reason: 'nog eens' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });

  it('takes what letters said and their proof, and never that of a letter to both while the other is there', async () => {
    const { store } = application.context;
    const [one = 0, other = 0] = family.payerIds;
    const at = '2015-03-10T09:00:00.000Z';
    const textId = insert(store, 'texts', { name: 'T', tone: 'friendly', created_at: at });
    const version = insert(store, 'text_versions', {
      text_id: textId,
      language: 'nl',
      version: 1,
      subject: 'x',
      body: '{}',
      author: 'test',
      created_at: at,
    });
    const letter = (key: string, payers: readonly number[]): void => {
      store.sql
        .prepare(`INSERT INTO evidence (sha256, media_type, bytes, created_at) VALUES (?, 'application/pdf', x'01', ?)`)
        .run(key, at);
      const batch = insert(store, 'batches', {
        text_id: textId,
        request_key: key,
        request_sha256: key,
        as_of: '2015-03-10',
        author: 'test',
        created_at: at,
      });
      const message = insert(store, 'messages', {
        batch_id: batch,
        school_id: schoolId,
        household_id: family.householdId,
        payer_id: one,
        channel: 'letter',
        text_version_id: version,
        language: 'nl',
        recipient_name: key,
        recipient_address: 'Wilgenlaan 1',
        subject: 'Onderwerp',
        model: '{"said":true}',
        total_cents: 0,
        evidence_sha256: key,
        status: 'sent',
        reserved_at: at,
      });
      for (const payer of payers) {
        store.sql
          .prepare('INSERT INTO message_payers (message_id, payer_id, batch_id, school_id) VALUES (?, ?, ?, ?)')
          .run(message, payer, batch, schoolId);
      }
    };
    letter('only-sofie', [one]);
    letter('to-both', [one, other]);
    expect(() => store.sql.exec("UPDATE messages SET model = '{}'")).toThrow('never changes');
    expect(() => store.sql.exec('DELETE FROM evidence')).toThrow('append-only');
    await application.api.privacy.erase({ subject: sofie(), reason: 'gevraagd' });
    expect(store.sql.prepare('SELECT sha256 FROM evidence').pluck().all()).toEqual(['to-both']);
    expect(store.sql.prepare('SELECT model FROM messages ORDER BY id').pluck().all()).toEqual(['{}', '{"said":true}']);
    await application.api.privacy.erase({ subject: { payerId: other }, reason: 'gevraagd' });
    expect(store.sql.prepare('SELECT count(*) FROM evidence').pluck().get()).toBe(0);
  });

  it('takes what is about the household with its last person', async () => {
    const { api } = application;
    const { documentId } = await api.dossier.addDocument({
      householdId: family.householdId,
      fileName: 'Geheim.txt',
      contentBase64: Buffer.from('geheim').toString('base64'),
    });
    await api.dossier.addNote({ householdId: family.householdId, kind: 'note', body: 'Geheime nota' });
    for (const subject of [sofie(), { payerId: family.payerIds[1] ?? 0 }]) {
      await api.privacy.erase({ subject, reason: 'gevraagd' });
    }
    expect(everything()).toContain('Geheime nota');
    await api.privacy.erase({ subject: { pupilId: family.pupilIds[0] ?? 0 }, reason: 'gevraagd' });
    expect(everything()).not.toMatch(/Geheime nota|Geheim\.txt|Abeel|Noor/);
    await expect(api.dossier.openDocument({ documentId })).rejects.toBeDefined();
  });
});

describe('social notes', () => {
  it('7f: are deleted twelve months after the file closed, and not a day before', async () => {
    const { store } = application.context;
    const note = (created: string): number =>
      insert(store, 'notes', {
        household_id: family.householdId,
        kind: 'note',
        body: 'Zorgnota',
        author: 'test',
        created_at: `${created}T09:00:00.000Z`,
        is_social: 1,
      });
    note('2025-11-20');
    expect(await application.api.privacy.expired()).toMatchObject({ socialNotes: 0 });
    store.sql.exec("UPDATE notes SET created_at = '2025-11-19T09:00:00.000Z'");
    expect(await application.api.privacy.expired()).toMatchObject({ socialNotes: 1, oldestOn: '2025-11-19' });
    post(store, family.invoiceIds[0] ?? 0, 'charge', 5_00, '2025-01-01');
    expect(await application.api.privacy.expired()).toMatchObject({ socialNotes: 0 });
    post(store, family.invoiceIds[0] ?? 0, 'receipt', -5_00, '2025-06-01');
    expect(await application.api.privacy.deleteExpired()).toMatchObject({ socialNotes: 1 });
    expect(store.sql.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(0);
  });
});
