import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noCosts } from '#shared/costs/settings-problems.ts';
import { formatCents } from '#shared/money/cents.ts';
import { type RunOffice, runOffice } from '#test/support/run-office.ts';
import { type SmtpServer, startSmtpServer } from '#test/support/smtp.ts';

let server: SmtpServer;
let office: RunOffice;

beforeEach(async () => {
  server = await startSmtpServer();
  office = await runOffice([
    { days: 14, text: 'friendlyReminder' },
    { days: 30, text: 'secondReminder', cost: 'lumpSum' },
  ]);
  await office.api.correspondence.saveMailSettings({ settings: server.settings() });
});
afterEach(async () => {
  await office.application.close();
  await server.close();
});

const askLumpSum = () =>
  office.api.costs.saveSettings({
    ...noCosts,
    schoolId: office.schoolId,
    enabled: true,
    clause: 'Wie na een gratis herinnering niet betaalt, betaalt een schadevergoeding.',
    clauseReference: 'Schoolreglement, art. 12',
    clauseDate: '2026-01-05',
    kind: 'lumpSum',
    lumpSumBasisPoints: 1000,
    lumpSumMinimumCents: 20_00,
  });

const addDebtor = () =>
  office.add({
    name: 'Gezin Abeel',
    payers: [{ firstName: 'Sofie', lastName: 'Abeel', email: 'sofie@voorbeeld.example' }],
    pupils: [
      {
        firstName: 'Noor',
        lastName: 'Abeel',
        invoices: [{ number: 'F1', amountCents: 300_00, issueDate: '2026-10-01', dueDate: '2026-10-15' }],
      },
    ],
  });

/** The free first reminder of 23 November; its term is over on 7 December. */
async function firstReminder(): Promise<void> {
  await office.sendRun(await office.approvedRun());
}

const mails = () => server.received.map(({ bytes }) => bytes.toString().replaceAll('=\r\n', ''));
const claims = async () => (await office.api.costs.list({})).map(({ status, amountCents }) => [status, amountCents]);

describe('a lump sum after a free first reminder', () => {
  it('is named to the cent in the first reminder, and asked with the second after the term', async () => {
    await askLumpSum();
    addDebtor();
    await firstReminder();
    expect(await claims()).toEqual([]);
    const kept = office.store.sql.prepare('SELECT announced_cents FROM stage_events').pluck().all();
    expect(kept).toEqual([30_00]);

    office.setClock('2026-12-09');
    const runId = await office.approvedRun();
    const [row] = (await office.api.runs.page({ runId })).proposals;
    expect(row?.exceptions.map(({ sentence }) => sentence)).toContain(
      `Er komt ${formatCents(30_00)} schadevergoeding bij.`,
    );
    const job = await office.sendRun(runId);
    expect(job.result).toMatchObject({ sent: 1, left: 0 });
    expect(await claims()).toEqual([['open', 30_00]]);
    const { messages } = await office.api.correspondence.outbox({ limit: 10 });
    expect(messages.map(({ totalCents }) => totalCents).toSorted((a, b) => a - b)).toEqual([300_00, 330_00]);
    expect(mails()).toHaveLength(2);
  });

  it('does not follow on a first reminder that named none', async () => {
    addDebtor();
    await firstReminder();
    await askLumpSum();
    office.setClock('2026-12-09');
    const job = await office.sendRun(await office.approvedRun());
    expect(job.result).toMatchObject({ sent: 1 });
    expect(await claims()).toEqual([]);
  });

  it('is taken back once with the run, for who got nothing', async () => {
    await askLumpSum();
    const { payerIds } = addDebtor();
    await firstReminder();
    office.setClock('2026-12-09');
    const runId = (await office.api.runs.start({ requestKey: 'brief-run', schoolIds: [office.schoolId] })).runId;
    office.store.sql
      .prepare("UPDATE payers SET street = 'Dorp 1', postal_code = '9000', city = 'Gent' WHERE id = ?")
      .run(payerIds[0]);
    const [row] = (await office.api.runs.page({ runId })).proposals;
    await office.api.runs.change({ runId, runProposalIds: [row?.runProposalId ?? 0], channel: 'letter' });
    await office.api.runs.submit({ runId });
    await office.sendRun(runId);
    expect(await claims()).toEqual([['open', 30_00]]);
    await office.api.runs.reverse({ runId, reason: 'Verkeerde datum' });
    expect(await claims()).toEqual([['superseded', 30_00]]);
    expect(await office.api.ledger.verify()).toMatchObject({ wrong: [], wrongEntries: [] });
  });
});
