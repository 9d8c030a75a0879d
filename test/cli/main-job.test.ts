import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#shared/contract.ts';
import type { ImportSummary } from '#shared/imports/contract.ts';
import { temporaryFolder } from '#test/support/application.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';
import { terminal } from '#test/support/terminal.ts';

type Client = ContractRouterClient<typeof contract>;
type Answer<Call> = Call extends (...args: never[]) => Promise<infer Result> ? Result : never;

const demo = resolve(import.meta.dirname, '..', '..', 'resources', 'demo');
const database = join(temporaryFolder(), 'school.sqlite');

/** Calls a procedure in a process of its own and expects it to succeed. */
async function api(procedure: string, input: unknown = {}): Promise<unknown> {
  const answer = await terminal('--db', database, '--as-of', '2026-11-20', procedure, JSON.stringify(input));
  if (answer.exitCode !== 0) throw new Error(`${procedure}: ${JSON.stringify(answer.json)}`);
  return answer.json;
}

async function importFile(name: string): Promise<ImportSummary> {
  const read = (await api('imports.read', { path: join(demo, name) })) as Answer<Client['imports']['read']>;
  const request = { fileId: read.fileId, kind: read.kind, schoolId: null, mapping: read.mapping };
  const preview = (await api('imports.preview', request)) as Answer<Client['imports']['preview']>;
  expect(preview.counts.new).toBeGreaterThan(500);
  expect(preview.counts.rejected).toBe(0);
  const { job } = (await api('imports.commit', request)) as { job: { state: string; result: ImportSummary } };
  expect(job.state).toBe('done');
  expect(job.result.counts.new).toBe(preview.counts.new);
  return job.result;
}

describe('the main job from the terminal, every step a process of its own', () => {
  let smtp: SmtpServer;

  beforeAll(async () => {
    smtp = await startSmtpServer();
  });
  afterAll(() => smtp.close());

  it('starts a new database with both schools, ready to send', async () => {
    const details = {
      boardName: 'Scholengroep De Boomgaard (verzonnen)',
      enterpriseNumber: '0123.456.749',
      iban: 'BE49 9990 0000 0171',
      bic: null,
      accountHolder: 'Scholengroep De Boomgaard',
      street: 'Wilgenlaan 1',
      postalCode: '9999',
      city: 'Boomgaarde',
      phone: '09 000 00 00',
      email: 'school@voorbeeld.example',
      contactName: 'Het secretariaat',
      contactPhone: '09 000 00 00',
      contactEmail: 'school@voorbeeld.example',
      paymentTermDays: 14,
      addressWindow: 'right',
    };
    const name = 'Basisschool De Wilg';
    const { schoolId } = (await api('setup.createEmpty', { schoolName: name, level: 'primary' })) as {
      schoolId: number;
    };
    await api('schools.update', { schoolId, details: { ...details, name, level: 'primary' } });
    await api('schools.create', { ...details, name: 'Middenschool De Linde', level: 'secondary' });
    await api('correspondence.saveMailSettings', {
      settings: {
        host: '127.0.0.1',
        port: smtp.port,
        security: 'none',
        user: '',
        senderName: 'Schooladministratie',
        senderAddress: 'school@voorbeeld.example',
        replyTo: null,
        messagesPerMinute: 0,
        attachPdf: false,
      },
    });
    expect(await api('schools.list')).toMatchObject([{ name }, { name: 'Middenschool De Linde' }]);
  });

  it('imports the pupils and the open invoices as the packages export them', async () => {
    const pupils = await importFile('leerlingen-lpv.xlsx');
    expect(pupils.kind).toBe('pupils');
    const invoices = await importFile('openstaande-facturen.csv');
    expect(invoices.kind).toBe('invoices');
  });

  it('lists the open invoices, the oldest first', async () => {
    const { rows, totals } = (await api('ledger.openItems', { limit: 5 })) as Answer<Client['ledger']['openItems']>;
    expect(rows).toHaveLength(5);
    expect(rows.map((row) => row.dueDate)).toEqual(rows.map((row) => row.dueDate).toSorted());
    expect(totals.invoices).toBeGreaterThan(1000);
    expect(((await api('ledger.verify')) as Answer<Client['ledger']['verify']>).wrong).toEqual([]);
  });

  it('renders a text for a household, sends a batch, and the outbox tells what left', async () => {
    const texts = (await api('correspondence.texts')) as Answer<Client['correspondence']['texts']>;
    const text = texts.find(({ problems }) => problems === 0);
    const { rows } = (await api('ledger.openItems', {
      grouping: 'household',
      filter: { minOverdueDays: 1, noEmail: false },
      limit: 6,
    })) as Answer<Client['ledger']['openItems']>;
    const [first] = rows;
    if (!text || !first) throw new Error('Nothing to send');

    const preview = (await api('correspondence.previewText', {
      householdId: first.householdId,
      text: { textId: text.textId },
    })) as Answer<Client['correspondence']['previewText']>;
    expect(preview.problems).toEqual([]);
    expect(preview.emailText).toContain('Basisschool De Wilg');
    expect(Buffer.from(preview.pdfBase64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');

    const selection = { grouping: 'household', keys: rows.map(({ key }) => key) };
    const { batchId, job } = (await api('correspondence.send', {
      selection,
      textId: text.textId,
      requestKey: 'main-job',
    })) as { batchId: number; job: { state: string } };
    expect(job.state).toBe('done');
    const { messages } = (await api('correspondence.outbox', { batchId })) as Answer<
      Client['correspondence']['outbox']
    >;
    const emails = messages.filter(({ channel }) => channel === 'email');
    expect(emails.length).toBeGreaterThan(0);
    expect(emails.every(({ status }) => status === 'sent')).toBe(true);
    expect(messages.filter(({ channel }) => channel === 'letter').every(({ status }) => status === 'reserved')).toBe(
      true,
    );
    expect(smtp.received.flatMap(({ recipients }) => recipients).toSorted()).toEqual(
      emails.map(({ address }) => address).toSorted(),
    );

    const again = (await api('correspondence.send', { selection, textId: text.textId, requestKey: 'main-job' })) as {
      batchId: number;
    };
    expect(again.batchId).toBe(batchId);
    expect(smtp.received).toHaveLength(emails.length);
  });

  it('answers an error as JSON, with the field, and a non-zero exit', async () => {
    const answer = await terminal('--db', database, 'holds.place', JSON.stringify({ invoiceIds: [1], reason: '' }));
    expect(answer.exitCode).toBe(1);
    expect(answer.json).toMatchObject({ error: { code: 'INVALID', field: 'reason' } });
  });
});
